package dev.interlock.app.console;

import java.io.PrintWriter;

/// Where a command writes: answers to `out`, which stays fit for pipes, and all else to `err`.
///
/// @param colour whether a person looks at `out` on a terminal that shows colours
public record Console(PrintWriter out, PrintWriter err, boolean colour) {

  /// Writes a line of the answer.
  public void say(String line) {
    out.println(line);
  }

  /// Writes a line that is no part of the answer.
  public void tell(String line) {
    err.println(line);
    err.flush();
  }

  /// The text as a heading.
  public String bold(String text) {
    return styled("1", text);
  }

  /// The text as something of minor weight.
  public String faint(String text) {
    return styled("2", text);
  }

  /// The text as something that went well.
  public String good(String text) {
    return styled("32", text);
  }

  /// The text as something that did not.
  public String bad(String text) {
    return styled("31", text);
  }

  /// The text as something to think about.
  public String odd(String text) {
    return styled("33", text);
  }

  private String styled(String code, String text) {
    return colour && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
