package dev.interlock.app.command;

import static java.util.Objects.requireNonNull;

import dev.interlock.app.Surroundings;
import dev.interlock.app.account.TokenAccess;
import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.console.Console;
import dev.interlock.app.console.ExitCode;
import dev.interlock.app.logs.Logs;
import dev.interlock.engine.store.StoreException;
import dev.interlock.verifier.RuleFailedException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/// The command line as a function: arguments and surroundings in, exit code and text out.
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
    return line(surroundings, console, arguments).execute(arguments);
  }

  private static int served(ServeCommand serve, Console console) {
    try {
      return serve.call();
    } catch (Exception problem) {
      return failed(problem, console);
    }
  }

  /// The commands that the arguments may mean: the one that they begin with, or else all.
  static CommandLine line(Surroundings surroundings, Console console, String... arguments) {
    var all = commands(surroundings, console);
    var meant = Arrays.stream(arguments).limit(1).filter(all::containsKey).toList();
    var line = new CommandLine(new InterlockCommand(console));
    (meant.isEmpty() ? all.keySet() : meant)
        .forEach(name -> line.addSubcommand(requireNonNull(all.get(name)).get()));
    return line.setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(console.out())
        .setErr(console.err())
        .setColorScheme(CommandLine.Help.defaultColorScheme(console.colour() ? Ansi.ON : Ansi.OFF))
        .setUsageHelpAutoWidth(false)
        .setExecutionStrategy(new Words())
        .setParameterExceptionHandler((problem, _) -> misunderstood(problem, console))
        .setExecutionExceptionHandler((problem, _, _) -> failed(problem, console));
  }

  /// By their names, in the order in which help lists them. None is made before it is asked for.
  private static Map<String, Supplier<Object>> commands(
      Surroundings surroundings, Console console) {
    var all = new LinkedHashMap<String, Supplier<Object>>();
    all.put("demo", () -> new DemoCommand(surroundings, console));
    all.put("serve", () -> new ServeCommand(surroundings, console));
    all.put("verify", () -> new VerifyCommand(surroundings, console));
    all.put("simulate", () -> new SimulateCommand(surroundings, console));
    all.put("scenarios", () -> new ScenariosCommand(surroundings, console));
    all.put("build", () -> new BuildCommand(surroundings, console));
    all.put("plan", () -> new PlanCommand(surroundings, console, TokenAccess::open));
    all.put("apply", () -> new ApplyCommand(surroundings, console, TokenAccess::open));
    all.put("plugins", () -> new PluginsCommand(surroundings, console));
    all.put("docs", () -> new DocsCommand(surroundings, console));
    all.put("runs", () -> new RunsCommand(surroundings, console));
    all.put("versions", () -> new VersionsCommand(surroundings, console));
    all.put("webhooks", () -> new WebhooksCommand(surroundings, console));
    all.put("explain", () -> new ExplainCommand(surroundings, console));
    all.put("order", () -> orders(surroundings, console));
    all.put("accounts", () -> accounts(surroundings, console));
    all.put("keys", () -> new KeysCommand(console));
    all.put("sandbox", () -> new SandboxCommand(surroundings, console));
    all.put("prove", () -> new ProveCommand(surroundings, console));
    return all;
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
    console.tell("interlock: " + problem.getMessage());
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
