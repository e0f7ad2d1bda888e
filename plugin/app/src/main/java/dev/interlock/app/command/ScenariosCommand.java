package dev.interlock.app.command;

import dev.interlock.app.Surroundings;
import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.console.Console;
import dev.interlock.app.console.ExitCode;
import dev.interlock.app.plugin.Contracts;
import dev.interlock.app.simulate.Scenarios;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.simulation.Played;
import dev.interlock.verifier.prove.diagram.Budget;
import dev.interlock.verifier.scenario.Acceptances;
import dev.interlock.verifier.scenario.Offers;
import dev.interlock.verifier.scenario.Outcome;
import dev.interlock.verifier.scenario.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Keeps the scenarios of contracts.
@Command(
    name = "scenarios",
    description = {
      "Keeps the scenarios of contracts: stories in the folder `scenarios` beside them, with what"
          + " comes of each, and who accepted that. Where there is such a folder, `verify` and"
          + " `build` also ask that accepted scenarios walk everything.",
      "",
      "Without an option it tells each story and whether it is accepted. It ends with 1 when one is"
          + " not."
    })
final class ScenariosCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Console console;

  @Parameters(index = "0", paramLabel = "FOLDER", description = "The folder of the contracts.")
  private Path folder = Path.of("");

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "NAME",
      description = "Only scenarios of these names.")
  private final List<String> names = new ArrayList<>();

  @Option(
      names = "--offer",
      description = "Write a scenario for each way that none walks yet, to be read and accepted.")
  private boolean offer;

  @Option(
      names = "--accept",
      description = "Accept what comes of the scenarios now, for the contracts as they are now.")
  private boolean accept;

  @Option(names = "--by", paramLabel = "WHO", description = "Who answers for what is accepted.")
  private @Nullable String by;

  ScenariosCommand(Surroundings surroundings, Console console) {
    this.surroundings = surroundings;
    this.console = console;
  }

  @Override
  public Integer call() {
    if (!Files.isDirectory(folder)) {
      throw new CannotRunException(folder + " is no folder of contracts");
    }
    if (offer && accept) {
      throw new CannotRunException("--offer or --accept; what is offered has to be read first");
    }
    if (accept && (by == null || by.isBlank())) {
      throw new CannotRunException("say who answers for it: --accept --by \"Ana Ruiz\"");
    }
    ContractSet set = Contracts.require(List.of(folder));
    Path place = Scenarios.folderOf(folder);
    return offer ? offered(set, place) : accept ? accepted(set, place) : told(set, place);
  }

  private List<Scenario> chosen(Path place) {
    List<Scenario> all = Scenarios.in(place);
    List<String> known = all.stream().map(Scenario::name).toList();
    names.stream()
        .filter(name -> !known.contains(name))
        .findFirst()
        .ifPresent(name -> {
          throw new CannotRunException("there is no scenario " + name + " in " + place);
        });
    return names.isEmpty() ? all : all.stream().filter(one -> names.contains(one.name())).toList();
  }

  private int offered(ContractSet set, Path place) {
    var offered = new Offers(set, Budget.usual()).besides(Scenarios.in(place));
    offered
        .scenarios()
        .forEach(scenario -> console.say("offered " + Scenarios.write(place, scenario)));
    offered
        .unwalked()
        .forEach(
            passage -> console.say("no story was found for " + passage + "; write one by hand"));
    if (offered.scenarios().isEmpty() && offered.unwalked().isEmpty()) {
      console.say("the scenarios walk everything already");
    }
    return ExitCode.FINE;
  }

  private int accepted(ContractSet set, Path place) {
    Acceptances acceptances = new Acceptances(set);
    int exit = ExitCode.FINE;
    for (Scenario scenario : chosen(place)) {
      Optional<Scenario> accepted =
          acceptances.accepted(scenario, String.valueOf(by), surroundings.today());
      if (accepted.isPresent()) {
        Scenarios.write(place, accepted.get());
        console.say("accepted " + scenario.name());
      } else {
        console.say("not accepted, since it cannot be played to its end: " + scenario.name());
        exit = ExitCode.NO;
      }
    }
    return exit;
  }

  /// What there is to accept, line by line; where something else was accepted, with `-` what no
  /// longer comes about and with `+` what now does.
  private static List<String> outcome(Scenario scenario, Outcome now) {
    boolean isOther = !scenario.outcome().lines().isEmpty() && !scenario.outcome().equals(now);
    return isOther
        ? begin("it comes to something else than before:", scenario.outcome().changesTo(now))
        : begin("it comes to this:", now.lines());
  }

  private static List<String> begin(String heading, List<String> lines) {
    return Stream.concat(Stream.of(heading), lines.stream().map(line -> "  " + line)).toList();
  }

  private static String standing(Scenario scenario, ContractSet set, Outcome now) {
    String otherwise =
        scenario.outcome().equals(now)
            ? "not accepted for the contracts as they are, of which the same comes"
            : "not accepted for the contracts as they are";
    return scenario
        .acceptance()
        .map(said ->
            scenario.isAcceptedFor(set)
                ? "accepted by " + said.by() + " on " + said.on()
                : otherwise)
        .orElse("nobody has accepted it yet");
  }

  private int told(ContractSet set, Path place) {
    Acceptances acceptances = new Acceptances(set);
    int exit = ExitCode.FINE;
    for (Scenario scenario : chosen(place)) {
      Played played = acceptances.play(scenario);
      Outcome now = Outcome.of(played.chronicle());
      console.say(scenario.name() + ": " + standing(scenario, set, now));
      played.chronicle().story().forEach(line -> console.say("  " + line));
      outcome(scenario, now).forEach(line -> console.say("  " + line));
      exit = scenario.isAcceptedFor(set) ? exit : ExitCode.NO;
    }
    return exit;
  }
}
