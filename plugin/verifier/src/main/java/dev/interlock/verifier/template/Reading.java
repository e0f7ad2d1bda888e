package dev.interlock.verifier.template;

import java.util.Set;

/// What came of reading a template.
public sealed interface Reading {

  /// It can be read.
  ///
  /// @param variables what it refers to, however
  /// @param unescaped those of them that are put in as they are, without escaping
  /// @param helpers helpers and blocks that it uses
  record Read(Set<String> variables, Set<String> unescaped, Set<String> helpers)
      implements Reading {
    public Read {
      variables = Set.copyOf(variables);
      unescaped = Set.copyOf(unescaped);
      helpers = Set.copyOf(helpers);
    }
  }

  /// It cannot be read.
  ///
  /// @param line the line inside the text, from 1
  record Unreadable(int line, String why) implements Reading {}
}
