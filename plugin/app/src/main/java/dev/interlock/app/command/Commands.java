package dev.interlock.app.command;

import static java.util.Objects.requireNonNull;

import dev.interlock.app.Surroundings;
import dev.interlock.app.account.TokenAccess;
import dev.interlock.app.console.Console;
import dev.interlock.app.console.ExitCode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/// All commands that there are.
final class Commands {
  private Commands() {}

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
        .setExecutionExceptionHandler((problem, _, _) -> Program.failed(problem, console));
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
    console.tell("interlock: " + Misunderstood.words(problem));
    console.tell("Try `" + problem.getCommandLine().getCommandSpec().qualifiedName() + " --help`.");
    return ExitCode.CANNOT_RUN;
  }
}
