package dev.interlock.torture;

import dev.interlock.torture.process.Installation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The command line of `scripts/torture`.
@Command(
    name = "torture",
    mixinStandardHelpOptions = true,
    description = {
      "Kills `interlock serve` over and over in front of a CRM that behaves as badly as real ones"
          + " do, and holds what it did against a ledger on the CRM's side.",
      "",
      "It ends with 0 when nothing was lost, sent twice, left unverified or left locked; with 1 when"
          + " something was; and with 2 when it could not run."
    })
public final class Main implements Callable<Integer> {
  private static final int OK = 0;
  private static final int NOT_OK = 1;
  private static final int COULD_NOT_RUN = 2;
  private static final int SHORT_FORM = 30;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--kills",
      paramLabel = "N",
      defaultValue = "200",
      description = "How many processes are killed (default: ${DEFAULT-VALUE}).")
  private int kills;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Another number, other mischief (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Option(
      names = "--keep",
      paramLabel = "DIR",
      description = "Where the data and logs go (default: a temporary folder, kept if not ok).")
  private @Nullable Path keep;

  @Option(
      names = "--interlock",
      paramLabel = "COMMAND",
      required = true,
      description = "How the program is started; scripts/torture says it.")
  private Path interlock = Path.of("");

  @Option(
      names = "--plugins",
      paramLabel = "DIR",
      required = true,
      description = "The folder of the plugin jars that it runs; scripts/torture says it.")
  private Path plugins = Path.of("");

  private Main() {}

  /// Runs it.
  public static void main(String... arguments) {
    // the sandbox logs, and nobody here wants to read it
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    var out = new PrintWriter(System.out, true, System.out.charset());
    var err = new PrintWriter(System.err, true, System.err.charset());
    int code =
        new CommandLine(new Main())
            .setOut(out)
            .setErr(err)
            .setExecutionExceptionHandler((problem, line, _) -> failed(problem, line))
            .execute(arguments);
    out.flush();
    System.exit(code);
  }

  private static int failed(Exception problem, CommandLine line) {
    line.getErr().println("torture: could not run: " + problem);
    return COULD_NOT_RUN;
  }

  @Override
  public Integer call() throws IOException, SQLException, InterruptedException {
    var line = java.util.Objects.requireNonNull(spec).commandLine();
    if (kills < 1 || kills > 100_000) {
      throw new ParameterException(line, "--kills is " + kills + "; say 1 to 100000");
    }
    var folder =
        keep == null
            ? Files.createTempDirectory("interlock-torture-")
            : Files.createDirectories(keep).toAbsolutePath();
    line.getErr().println("everything is kept in " + folder);
    var outcome =
        Torture.of(
            new Orders(
                kills,
                seed,
                kills <= SHORT_FORM ? 3 : 24,
                new Installation(
                    List.of(interlock.toAbsolutePath().toString()), plugins.toAbsolutePath()),
                folder,
                line.getErr()::println));
    line.getOut().println(json ? JSON.writeValueAsString(outcome) : OutcomeText.of(outcome));
    return outcome.ok() ? OK : NOT_OK;
  }

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
}
