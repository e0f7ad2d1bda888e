package dev.interlock.handbook;

import dev.interlock.contract.model.Position;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// All texts in a tree of records, with the way to where they stand.
final class Texts {
  private final Map<String, String> found = new TreeMap<>();

  private Texts() {}

  static Map<String, String> in(Object root) {
    Texts texts = new Texts();
    texts.collect(root, root.getClass().getSimpleName());
    return texts.found;
  }

  private void collect(Object value, String at) {
    switch (value) {
      case String text -> found.putIfAbsent(text, at);
      case Position _ -> {}
      case Optional<?> optional -> optional.ifPresent(part -> collect(part, at));
      case Collection<?> many -> many.forEach(part -> collect(part, at));
      case Record record -> parts(record, at);
      default -> {}
    }
  }

  private void parts(Record record, String at) {
    for (RecordComponent part : record.getClass().getRecordComponents()) {
      try {
        part.getAccessor().setAccessible(true);
        Object value = part.getAccessor().invoke(record);
        collect(value, at + " > " + record.getClass().getSimpleName() + "." + part.getName());
      } catch (IllegalAccessException | InvocationTargetException impossible) {
        throw new IllegalStateException("cannot read " + part, impossible);
      }
    }
  }
}
