package dev.interlock.contract.text;

import dev.interlock.contract.model.Position;
import java.util.List;

/// A piece of canonical text, between the model and its characters.
sealed interface Node {
  /// How deep groups may lie in each other, so that neither reading nor writing exhausts a stack.
  int DEEPEST = 300;

  /// The line on which it was read; 0 in one that is to be written.
  int line();

  /// A bare value: a number, a span, a time, or a word of the form.
  record Word(String text, int line) implements Node {}

  /// A quoted text.
  record Quote(String text, int line) implements Node {}

  /// A word with its parts.
  ///
  /// @param position where the author said it, unknown for most groups
  /// @param ownLine whether it is written on a line of its own
  record Group(String word, Position position, boolean ownLine, List<Node> parts, int line)
      implements Node {
    public Group {
      parts = List.copyOf(parts);
    }

    /// The same group, in the line of the group around it.
    Group inLine() {
      return new Group(word, position, false, parts, line);
    }
  }
}
