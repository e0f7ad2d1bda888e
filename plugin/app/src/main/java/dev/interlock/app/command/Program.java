package dev.interlock.app.command;

import dev.interlock.app.Surroundings;
import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.console.Console;
import dev.interlock.app.console.ExitCode;
import dev.interlock.app.logs.Logs;
import dev.interlock.engine.store.StoreException;
import dev.interlock.verifier.RuleFailedException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The command line as a function: arguments and surroundings in, exit code and text out.
///
/// It names none of picocli's types, so that the JVM can keep it ready: their classes are too old
/// for that, and one of them alone has the JVM look through all jars.
public final class Program {
  private static final Logger LOG = LoggerFactory.getLogger(Program.class);

  private static final String[] SERVE = {"serve"};

  private Program() {}

  /// Does what the arguments say.
  ///
  /// @return one of [ExitCode]
  public static int run(
      Surroundings surroundings, PrintWriter out, PrintWriter err, String... arguments) {
    Logs.quiet();
    var console = new Console(out, err, surroundings.wantsColour());
    if (Arrays.equals(arguments, SERVE)) {
      // there is nothing to make out, and a server that starts has no time for it
      return served(new ServeCommand(surroundings, console), console);
    }
    return Commands.line(surroundings, console, arguments).execute(arguments);
  }

  private static int served(ServeCommand serve, Console console) {
    try {
      return serve.call();
    } catch (Exception problem) {
      return failed(problem, console);
    }
  }

  static int failed(Exception problem, Console console) {
    if (problem instanceof CannotRunException complaint) {
      console.tell("interlock: " + complaint.getMessage());
      return ExitCode.CANNOT_RUN;
    }
    if (problem instanceof RuleFailedException broken) {
      LOG.error("a rule broke off", broken);
      console.tell("interlock: could not run: " + broken.getMessage());
      return ExitCode.CANNOT_RUN;
    }
    Throwable cause = problem instanceof CompletionException waited ? waited.getCause() : problem;
    if (cause instanceof StoreException store && !store.isOurFault()) {
      console.tell("interlock: could not go on: " + store.getMessage());
      return ExitCode.CANNOT_RUN;
    }
    LOG.error("this is a fault of Interlock itself; please report it with these lines", problem);
    return ExitCode.FAULT;
  }
}
