package dev.interlock.app.command;

import dev.interlock.app.Surroundings;
import dev.interlock.app.check.Checking;
import dev.interlock.app.check.KeptProofs;
import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.console.Console;
import dev.interlock.app.console.ExitCode;
import dev.interlock.app.console.Json;
import dev.interlock.app.demo.AgencyDemo;
import dev.interlock.app.demo.AgencyOutcomeText;
import dev.interlock.app.demo.Demo;
import dev.interlock.app.demo.Invented;
import dev.interlock.app.demo.OutcomeText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Shows contracts at work on invented people.
@Command(
    name = "demo",
    description = {
      "Shows contracts at work: a pretended CRM, 40 invented people, and a page that shows what"
          + " happens to them and why.",
      "",
      "With --once the whole story is told at once and counted. It ends with 0 only if nobody got a"
          + " message twice, no card moved backwards, and every exit left the CRM as it promises;"
          + " counted from the records of the pretended CRM, not from ours."
    })
final class DemoCommand implements Callable<Integer> {
  private static final Duration LONGEST_STORY = Duration.ofDays(120);

  private final Surroundings surroundings;
  private final Console console;

  @Option(names = "--once", description = "Tell the whole story at once, without a page.")
  private boolean once;

  @Option(
      names = "--agency",
      description =
          "With --once: an agency installs the app for three practices, of which one lacks a"
              + " pipeline and one leaves and comes back.")
  private boolean ofAgency;

  @Option(names = "--json", description = "With --once: print one JSON object.")
  private boolean json;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Another number, another story (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--people",
      paramLabel = "N",
      defaultValue = "40",
      description = "How many people appear (default: ${DEFAULT-VALUE}).")
  private int people;

  @Option(
      names = "--plugins",
      paramLabel = "PATH",
      description =
          "Your own contracts: plugin jars, .java files, or a folder of them (default: the"
              + " library that comes along).")
  private @Nullable Path plugins;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "Where the page is; 0 takes any free port (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--speed",
      paramLabel = "N",
      defaultValue = "600",
      description = "How many times faster than life time runs (default: ${DEFAULT-VALUE}).")
  private double speed;

  @Option(
      names = "--misbehave",
      paramLabel = "NAME",
      split = ",",
      description =
          "In which known ways the CRM differs from HighLevel's own description, by name;"
              + " `interlock sandbox --misbehave list` tells the names.")
  private List<String> misbehave = List.of();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Where the database goes, for looking at it later with `runs` and `explain`"
              + " (default: a temporary folder).")
  private @Nullable Path data;

  DemoCommand(Surroundings surroundings, Console console) {
    this.surroundings = surroundings;
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    var from = Optional.ofNullable(plugins).orElseGet(surroundings::library);
    var setting =
        new Demo.Setting(
            new Invented(
                seed,
                people,
                speed,
                ofAgency ? Deviations.named(misbehave) : Deviations.ofAnAccount(misbehave)),
            Checking.of(surroundings, KeptProofs.of(surroundings))
                .requireSound(List.of(from), surroundings.today()),
            folder(),
            once ? 0 : port);
    if (ofAgency) {
      return tellOfAgency(setting, from);
    }
    return once ? tell(setting) : show(setting);
  }

  private int tellOfAgency(Demo.Setting setting, Path plugins) throws InterruptedException {
    if (!once) {
      throw new CannotRunException("--agency tells its story at once: add --once");
    }
    if (!Files.isDirectory(plugins)) {
      throw new CannotRunException("with --agency, --plugins is a folder of plugin jars");
    }
    try (var demo = AgencyDemo.standing(setting, plugins)) {
      var outcome = demo.tell(LONGEST_STORY);
      if (json) {
        console.say(Json.of(outcome));
      } else {
        new AgencyOutcomeText(console).print(outcome);
      }
      return outcome.ok() ? ExitCode.FINE : ExitCode.NO;
    }
  }

  private int tell(Demo.Setting setting) throws InterruptedException {
    try (var demo = Demo.standing(setting)) {
      var outcome = demo.tell(LONGEST_STORY);
      if (json) {
        console.say(Json.of(outcome));
      } else {
        OutcomeText.of(console, setting.contracts().set()).print(outcome);
      }
      return outcome.ok() ? ExitCode.FINE : ExitCode.NO;
    }
  }

  private int show(Demo.Setting setting) throws InterruptedException {
    try (var demo = Demo.running(setting, surroundings.clock().instant())) {
      console.say("A sandbox, not a real CRM: everybody in it is invented.");
      console.say("Watch it at        " + console.bold(demo.url() + "/"));
      console.say("The CRM's side is  " + demo.sandboxUrl() + "/");
      console.say("Ctrl+C ends it.");
      surroundings.lifetime().lastsUntilClosed(demo::close);
    }
    return ExitCode.FINE;
  }

  private Path folder() {
    try {
      return data == null ? Files.createTempDirectory("interlock-demo-") : data;
    } catch (IOException problem) {
      throw new CannotRunException(
          "no temporary folder can be made; name one with --data", problem);
    }
  }
}
