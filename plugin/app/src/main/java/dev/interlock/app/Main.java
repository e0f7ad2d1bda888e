package dev.interlock.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/// Where the program starts: hands the command line over and ends with its exit code.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(out, err, arguments));
  }

  /// The command line as a function, so that tests need no process.
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return new CommandLine(new InterlockCommand()).setOut(out).setErr(err).execute(arguments);
  }
}
