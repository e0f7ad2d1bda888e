package dev.interlock.contract.model;

import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/// A test of one field's value. An empty field fails every test but [Empty].
public sealed interface FieldTest {

  /// The value is this text, ignoring case.
  record Is(String value) implements FieldTest {}

  /// The value is one of these texts, ignoring case.
  record OneOf(Set<String> values) implements FieldTest {
    public OneOf {
      values = Collections.unmodifiableSet(new TreeSet<>(values));
    }
  }

  /// The value contains this text, ignoring case.
  record Contains(String part) implements FieldTest {
    public Contains {
      part = Texts.required("the text to look for", part);
    }
  }

  /// The value is a number in this relation; a value that is no number is unknown.
  record Compared(Comparison comparison) implements FieldTest {}

  /// Nothing is in the field.
  record Empty() implements FieldTest {}

  /// The date lies in the past by at least this much.
  record DateBefore(Duration ago) implements FieldTest {}

  /// The date lies between now and this much ahead.
  record DateWithin(Duration ahead) implements FieldTest {}
}
