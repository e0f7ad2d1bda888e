package dev.interlock.app.command;

import dev.interlock.app.Surroundings;
import dev.interlock.app.casebook.Casebook;
import dev.interlock.app.casebook.Impact;
import dev.interlock.app.casebook.Times;
import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.console.Console;
import dev.interlock.app.console.ExitCode;
import dev.interlock.app.console.Json;
import dev.interlock.app.plugin.Contracts;
import dev.interlock.contract.model.ContractId;
import dev.interlock.engine.read.RunState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows which versions of contracts have runs, where these stand, and what would become of them.
@Command(
    name = "versions",
    description = {
      "Shows which versions of contracts take new entries or have runs under way, and where these"
          + " stand. With --impact, also what would become of each when the contracts there go live:"
          + " whether it could be moved, or only finish on its version. A server may be at work"
          + " meanwhile.",
      "",
      "With --impact, it ends with 1 when some runs could only finish on their version."
    })
final class VersionsCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Console console;

  @Parameters(
      arity = "0..1",
      paramLabel = "CONTRACT",
      description = "Only this contract, with all versions that it ever had.")
  private @Nullable String contract;

  @Mixin private final DataFolder data = new DataFolder();

  @Option(
      names = "--impact",
      paramLabel = "PATH",
      description = {
        "A plugin jar, a .java file or a folder of them, to go live; may be given several times."
            + " Together they are the whole set."
      })
  private final List<Path> next = new ArrayList<>();

  @Mixin private final StepNames places = new StepNames();

  @Option(names = "--json", description = "Print one JSON array.")
  private boolean json;

  VersionsCommand(Surroundings surroundings, Console console) {
    this.surroundings = surroundings;
    this.console = console;
  }

  @Override
  public Integer call() {
    if (!places.isEmpty() && (next.isEmpty() || contract == null)) {
      throw new CannotRunException("--map goes with --impact, and with the one CONTRACT it is for");
    }
    return data.ask(surroundings, this::show);
  }

  private int show(Casebook casebook) {
    Optional<Impact> impact =
        next.isEmpty()
            ? Optional.empty()
            : Optional.of(new Impact(casebook, Contracts.require(next), places.named()));
    var versions =
        VersionsData.of(casebook, Optional.ofNullable(contract).map(ContractId::new), impact);
    if (versions.isEmpty() && contract != null) {
      throw new CannotRunException("there is no contract " + contract + ", and never was");
    }
    if (json) {
      console.say(Json.of(versions));
    } else {
      print(casebook, versions);
    }
    boolean bound =
        versions.stream().flatMap(each -> each.places().stream()).anyMatch(each -> each.isBound());
    return bound ? ExitCode.NO : ExitCode.FINE;
  }

  private void print(Casebook casebook, List<VersionsData> versions) {
    var times = new Times(casebook.zone());
    for (var version : versions) {
      console.say(
          "%s  %s  %s"
              .formatted(
                  console.bold(version.title()),
                  VersionWords.shortly(version.hash()),
                  version.takesEntries()
                      ? "takes new entries"
                      : console.odd("takes no new entries")));
      console.say(
          console.faint(
              "    since %s, %d under way, %d over"
                  .formatted(
                      times.stamp(Instant.parse(version.since())),
                      version.underWay(),
                      version.over())));
      version.places().forEach(this::print);
    }
  }

  /// As in "143 wait", for one as for many.
  private static String standing(VersionsData.Place place) {
    boolean one = place.runs() == 1;
    return switch (RunState.valueOf(place.state())) {
      case QUEUED -> one ? "waits in turn" : "wait in turn";
      case COMMANDED, READY -> one ? "does a step" : "do a step";
      case HELD -> one ? "is held back" : "are held back";
      case WAITING -> one ? "waits" : "wait";
      case AWAITING -> one ? "listens" : "listen";
      case DOUBTFUL -> one ? "is in doubt" : "are in doubt";
      case PAUSED ->
          (one ? "is paused" : "are paused") + (place.place().isEmpty() ? " in turn" : "");
      case CLOSING, VERIFYING -> one ? "is leaving" : "are leaving";
      case ENDED, TURNED_AWAY -> one ? "is over" : "are over";
    };
  }

  private void print(VersionsData.Place place) {
    console.say(
        "    %s %s%s"
            .formatted(
                place.runs(),
                standing(place),
                place.place().isEmpty() ? "" : " at " + place.place()));
    switch (place.prospect()) {
      case "movable" ->
          console.say(
              console.good(
                  "      can be moved"
                      + (place.there().isEmpty() ? "" : " to " + place.there())
                      + ", or finish on this version"));
      case "later" ->
          console.say(
              console.odd(
                  "      can be moved a little later, or finish on this version: " + place.why()));
      case "bound" ->
          console.say(console.bad("      to be finished on this version: " + place.why()));
      case "unchanged" -> console.say("      this version stays");
      default -> {}
    }
  }
}
