package dev.interlock.app.console;

/// What the program says when it ends.
public final class ExitCode {
  /// All is well.
  public static final int FINE = 0;

  /// The answer is no: findings, proof lines that do not hold, nobody of that name.
  public static final int NO = 1;

  /// It could not run: wrong words, a setting that is missing or wrong, a port that is taken.
  public static final int CANNOT_RUN = 2;

  /// A fault of Interlock itself.
  public static final int FAULT = 3;

  private ExitCode() {}
}
