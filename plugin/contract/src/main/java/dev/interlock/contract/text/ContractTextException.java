package dev.interlock.contract.text;

/// A text that is not the canonical text of anything: it was damaged, or a newer program wrote it.
public final class ContractTextException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;

  ContractTextException(int line, String problem) {
    super("line " + line + ": " + problem);
    this.line = line;
  }

  ContractTextException(int line, String problem, Throwable cause) {
    super("line " + line + ": " + problem, cause);
    this.line = line;
  }

  /// The line on which reading failed, counted from 1.
  public int line() {
    return line;
  }
}
