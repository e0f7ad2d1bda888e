package dev.interlock.app.command;

import dev.interlock.app.Surroundings;
import dev.interlock.app.account.TokenAccess;
import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.console.Console;
import dev.interlock.app.console.ExitCode;
import dev.interlock.app.logs.Logs;
import dev.interlock.engine.store.StoreException;
import dev.interlock.verifier.RuleFailedException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/// The command line as a function: arguments and surroundings in, exit code and text out.
public final class Program {
  private static final Logger LOG = LoggerFactory.getLogger(Program.class);

  private Program() {}

  /// Does what the arguments say.
  ///
  /// @return one of [ExitCode]
  public static int run(
      Surroundings surroundings, PrintWriter out, PrintWriter err, String... arguments) {
    Logs.quiet();
    var console = new Console(out, err, surroundings.wantsColour());
    return line(surroundings, console).execute(arguments);
  }

  private static CommandLine line(Surroundings surroundings, Console console) {
    var line = new CommandLine(new InterlockCommand(console));
    commands(surroundings, console).forEach(line::addSubcommand);
    return line.setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(console.out())
        .setErr(console.err())
        .setColorScheme(CommandLine.Help.defaultColorScheme(console.colour() ? Ansi.ON : Ansi.OFF))
        .setUsageHelpAutoWidth(false)
        .setExecutionStrategy(new Words())
        .setParameterExceptionHandler((problem, _) -> misunderstood(problem, console))
        .setExecutionExceptionHandler((problem, _, _) -> failed(problem, console));
  }

  private static List<Object> commands(Surroundings surroundings, Console console) {
    return List.of(
        new DemoCommand(surroundings, console),
        new ServeCommand(surroundings, console),
        new VerifyCommand(surroundings, console),
        new SimulateCommand(surroundings, console),
        new ScenariosCommand(surroundings, console),
        new BuildCommand(surroundings, console),
        new PlanCommand(surroundings, console, TokenAccess::open),
        new ApplyCommand(surroundings, console, TokenAccess::open),
        new PluginsCommand(surroundings, console),
        new DocsCommand(surroundings, console),
        new RunsCommand(surroundings, console),
        new VersionsCommand(surroundings, console),
        new WebhooksCommand(surroundings, console),
        new ExplainCommand(surroundings, console),
        orders(surroundings, console),
        accounts(surroundings, console),
        new KeysCommand(console),
        new SandboxCommand(surroundings, console),
        new ProveCommand(surroundings, console));
  }

  private static CommandLine accounts(Surroundings surroundings, Console console) {
    return new CommandLine(new AccountsCommand(surroundings, console))
        .addSubcommand(new AccountsRelease(surroundings, console))
        .addSubcommand(new AccountsBack(surroundings, console));
  }

  private static CommandLine orders(Surroundings surroundings, Console console) {
    return new CommandLine(new OrderCommand(surroundings, console))
        .addSubcommand(new StartOrder(surroundings, console))
        .addSubcommand(new MigrateOrder(surroundings, console))
        .addSubcommand(new ReleaseOrder(surroundings, console))
        .addSubcommand(new WebhooksOrder(surroundings, console))
        .addSubcommand(new EndingsOrder(surroundings, console))
        .addSubcommand(new AcknowledgeOrder(surroundings, console))
        .addSubcommand(new AuditOrder(surroundings, console));
  }

  private static int misunderstood(ParameterException problem, Console console) {
    console.tell("interlock: " + Misunderstood.words(problem));
    console.tell("Try `" + problem.getCommandLine().getCommandSpec().qualifiedName() + " --help`.");
    return ExitCode.CANNOT_RUN;
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
