package dev.interlock.contract.model;

import java.lang.StackWalker.StackFrame;
import java.util.Objects;

/// Where in the author's source something was said: file name and line, for findings.
///
/// All positions are equal to each other: where a thing was said is no part of what it means, so
/// two models that mean the same are equal even if one of them was reformatted.
public final class Position {
  private static final String OURS = "dev.interlock.contract.";
  private static final Position UNKNOWN = new Position("", 0);

  private final String file;
  private final int line;

  private Position(String file, int line) {
    this.file = file;
    this.line = line;
  }

  /// A position known by other means than the call stack, for example read back from a file.
  public static Position at(String file, int line) {
    return new Position(file, line);
  }

  /// For models made without source text, in tests and tools.
  public static Position unknown() {
    return UNKNOWN;
  }

  /// The nearest caller outside the DSL: the line of the contract that said the word.
  public static Position ofCaller() {
    return StackWalker.getInstance()
        .walk(frames -> frames.filter(Position::isAuthors).findFirst().map(Position::of))
        .orElse(UNKNOWN);
  }

  private static boolean isAuthors(StackFrame frame) {
    return !frame.getClassName().startsWith(OURS);
  }

  private static Position of(StackFrame frame) {
    return new Position(
        Objects.requireNonNullElse(frame.getFileName(), ""), Math.max(0, frame.getLineNumber()));
  }

  /// The source file's name without folders; empty when unknown.
  public String file() {
    return file;
  }

  /// The line, counted from 1; 0 when unknown.
  public int line() {
    return line;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Position;
  }

  @Override
  public int hashCode() {
    return 0;
  }

  @Override
  public String toString() {
    return line == 0 ? "(position unknown)" : file + ":" + line;
  }
}
