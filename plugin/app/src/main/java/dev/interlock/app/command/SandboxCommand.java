package dev.interlock.app.command;

import dev.interlock.app.Surroundings;
import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.console.Console;
import dev.interlock.app.console.ExitCode;
import dev.interlock.app.demo.Invented;
import dev.interlock.app.settings.Key;
import dev.interlock.app.settings.SandboxTime;
import dev.interlock.sandbox.DemoWorld;
import dev.interlock.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Runs a pretended CRM by itself.
@Command(
    name = "sandbox",
    description = {
      "Runs a pretended HighLevel with invented people in it, for trying things out. It is NOT a real"
          + " CRM.",
      "",
      "It prints the settings with which `interlock serve` works on it, and writes them to a file"
          + " for INTERLOCK_CONFIG. People appear once the receiver of its webhooks is ready."
    })
final class SandboxCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Console console;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8081",
      description = "Where its API is; 0 takes any free port (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--webhook-url",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8080/webhooks/highlevel",
      description = "Where its webhooks go (default: ${DEFAULT-VALUE}).")
  private URI webhooks = URI.create("");

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
      description = "How many people appear; 0 for nobody (default: ${DEFAULT-VALUE}).")
  private int people;

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
          "In which known ways it differs from HighLevel's own description, by name, with commas"
              + " between them; 'list' tells the names and what they do.")
  private List<String> misbehave = List.of();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where the settings file and the webhook key go (default: a temporary folder).")
  private @Nullable Path data;

  SandboxCommand(Surroundings surroundings, Console console) {
    this.surroundings = surroundings;
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (misbehave.contains("list")) {
      console.say(Deviations.listed());
      return ExitCode.FINE;
    }
    var invented = new Invented(seed, people, speed, Deviations.ofAnAccount(misbehave));
    var time = new SandboxTime(DemoWorld.BEGIN, surroundings.clock().instant(), speed);
    try (var sandbox = invented.running(time, port)) {
      var folder = folder();
      var settings = settings(sandbox, time, folder);
      invented.zoneToSet().ifPresent(zone -> settings.put(Key.TIME_ZONE, zone.getId()));
      write(folder.resolve("webhook-key.pem"), sandbox.publicKeyPem());
      var file = folder.resolve("serve.properties");
      write(file, lines(settings));
      console.say("# SANDBOX, not a real CRM. Everybody in it is invented.");
      console.say("# It is at " + sandbox.url() + ", and all that happens is shown there.");
      console.say("# Start the other side with: INTERLOCK_CONFIG=" + file + " interlock serve");
      console.say("# or with these settings:");
      console.say(lines(settings).strip());
      console.say("# When it has worked for a while, see what came of it with:");
      console.say("# INTERLOCK_CONFIG=" + file + " interlock prove --sandbox " + sandbox.url());
      invented.appearWhenReady(sandbox, webhooks);
      surroundings.lifetime().lastsUntilClosed(sandbox::close);
    }
    return ExitCode.FINE;
  }

  private Map<Key, String> settings(Sandbox sandbox, SandboxTime time, Path folder) {
    var settings = new LinkedHashMap<Key, String>();
    settings.put(Key.HIGHLEVEL_API_URL, sandbox.url().toString());
    settings.put(Key.HIGHLEVEL_TOKEN, DemoWorld.TOKEN);
    settings.put(Key.HIGHLEVEL_LOCATION_ID, DemoWorld.LOCATION_ID);
    settings.put(Key.HIGHLEVEL_APP_ID, DemoWorld.APP_ID);
    settings.put(Key.HIGHLEVEL_WEBHOOK_KEY, folder.resolve("webhook-key.pem").toString());
    settings.put(Key.SANDBOX_CLOCK, time.toString());
    settings.put(Key.PLUGINS_DIR, surroundings.library().toString());
    settings.put(Key.DATA_DIR, folder.resolve("data").toString());
    return settings;
  }

  private static String lines(Map<Key, String> settings) {
    return settings.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
        .collect(Collectors.joining());
  }

  private Path folder() {
    try {
      return Optional.ofNullable(data).isPresent()
          ? Files.createDirectories(data).toAbsolutePath()
          : Files.createTempDirectory("interlock-sandbox-");
    } catch (IOException problem) {
      throw new CannotRunException(data + " cannot be made or written to", problem);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException problem) {
      throw new CannotRunException(file + " cannot be written", problem);
    }
  }
}
