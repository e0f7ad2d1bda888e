package dev.interlock.app.command;

import dev.interlock.app.Surroundings;
import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.console.Console;
import dev.interlock.app.console.ExitCode;
import dev.interlock.app.console.Json;
import dev.interlock.app.demo.OutcomeText;
import dev.interlock.app.demo.Reckoning;
import dev.interlock.app.plugin.Contracts;
import dev.interlock.sandbox.records.RecordsJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/// Holds what a server did against what a sandbox recorded.
@Command(
    name = "prove",
    description = {
      "Counts what came of `interlock serve` working on `interlock sandbox`: the same proof as that"
          + " of `demo --once`.",
      "",
      "It ends with 0 if every promise was kept and nothing is left to do."
    })
final class ProveCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Console console;

  @Mixin private final DataFolder data = new DataFolder();

  @Option(
      names = "--sandbox",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8081",
      description = "Where the sandbox is (default: ${DEFAULT-VALUE}).")
  private URI sandbox = URI.create("");

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  ProveCommand(Surroundings surroundings, Console console) {
    this.surroundings = surroundings;
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    var contracts = Contracts.require(surroundings.contracts(List.of()));
    // in this order, since what happens in between may only make the story longer
    var planned = next(ask("/sandbox/clock"));
    var crm = RecordsJson.read(ask("/sandbox/records"));
    var outcome =
        data.read(
            surroundings,
            (records, installation) ->
                new Reckoning(records, installation, contracts, crm).outcome(planned));
    if (json) {
      console.say(Json.of(outcome));
    } else {
      OutcomeText.of(console, contracts).print(outcome);
    }
    return outcome.ok() ? ExitCode.FINE : ExitCode.NO;
  }

  private static Optional<Instant> next(byte[] clock) {
    var next = JsonMapper.shared().readTree(clock).path("nextEventAt");
    return next.isMissingNode() ? Optional.empty() : Optional.of(Instant.parse(next.asString()));
  }

  private byte[] ask(String path) throws InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(sandbox.resolve(path)).build();
      var answer = client.send(request, BodyHandlers.ofByteArray());
      if (answer.statusCode() == 200) {
        return answer.body();
      }
      throw new CannotRunException(sandbox + " is no sandbox of ours");
    } catch (IOException | IllegalArgumentException problem) {
      throw new CannotRunException("there is no sandbox at " + sandbox, problem);
    }
  }
}
