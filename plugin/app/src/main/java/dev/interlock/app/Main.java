package dev.interlock.app;

import dev.interlock.app.command.Program;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// Where the program starts: hands the command line over and ends with its exit code.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(Program.run(Surroundings.ofThisProcess(), out, err, arguments));
  }
}
