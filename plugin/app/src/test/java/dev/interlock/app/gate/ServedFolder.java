package dev.interlock.app.gate;

import dev.interlock.app.Surroundings;
import dev.interlock.app.command.Program;
import dev.interlock.app.plugin.Acme;
import dev.interlock.app.settings.HighLevelSettings;
import dev.interlock.app.settings.ServerSettings;
import dev.interlock.app.wiring.Interlock;
import dev.interlock.app.wiring.Plan;
import dev.interlock.app.wiring.Stage;
import dev.interlock.contract.contact.ContactId;
import dev.interlock.core.run.Effect.Concern;
import dev.interlock.crm.highlevel.webhook.WebhookKeys;
import dev.interlock.crm.highlevel.wire.AccessToken;
import dev.interlock.crm.highlevel.wire.ApiConfig;
import dev.interlock.engine.EngineConfig;
import dev.interlock.engine.intents.Pace;
import dev.interlock.engine.read.RunSummary;
import dev.interlock.engine.rounds.Looking;
import dev.interlock.sandbox.DemoWorld;
import dev.interlock.sandbox.Sandbox;
import dev.interlock.sandbox.records.By;
import dev.interlock.sandbox.time.SandboxClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A server on real HTTP, a sandbox as its CRM, and a plugins folder that is looked at when a test
/// says so. Time stands.
final class ServedFolder implements AutoCloseable {
  private final Path folder;
  private final Path plugins;
  private final Sandbox sandbox;
  private final HttpClient client = HttpClient.newHttpClient();
  private Interlock interlock;
  private Gate gate;
  private int people;

  /// A server that has not looked at its plugins folder yet.
  ServedFolder(Path folder) {
    this.folder = folder;
    this.plugins = made(folder.resolve("plugins"));
    this.sandbox = Sandbox.start(DemoWorld.config(SandboxClock.standingAt(DemoWorld.BEGIN), 1));
    this.interlock = listening();
    this.gate = gate();
  }

  private Interlock listening() {
    var plan =
        new Plan(
            new ServerSettings("127.0.0.1", 0, Optional.empty()),
            account(),
            data(),
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            EngineConfig.usual().with(Pace.unlimited()).with(Looking.never()),
            sandbox.clock(),
            Stage.real());
    var listening = Interlock.listen(plan);
    sandbox.sendWebhooksTo(URI.create(listening.url() + "/webhooks/highlevel"));
    if (listening.connect().isPresent()) {
      throw new IllegalStateException("the sandbox does not answer");
    }
    return listening;
  }

  private Gate gate() {
    return new Gate(plugins, interlock, this::today);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(sandbox.clock().instant(), ZoneOffset.UTC);
  }

  private HighLevelSettings account() {
    try {
      var key = Files.writeString(folder.resolve("key.pem"), sandbox.publicKeyPem());
      return new HighLevelSettings(
          ApiConfig.at(sandbox.url()),
          new AccessToken(DemoWorld.TOKEN),
          DemoWorld.LOCATION_ID,
          DemoWorld.APP_ID,
          WebhookKeys.fromFile(key));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private Path data() {
    return folder.resolve("data");
  }

  Path jar(String name) {
    return plugins.resolve(name);
  }

  /// The first look, as a start takes it.
  void open() {
    gate.open();
  }

  /// Looks as often as it takes until a folder that changed is judged.
  void look() {
    gate.look();
    gate.look();
  }

  void lookOnce() {
    gate.look();
  }

  /// Stops the server, and starts another one on what it left behind.
  void restart() {
    interlock.close();
    interlock = listening();
    gate = gate();
    open();
  }

  /// The server has begun to stop.
  void takesNoMoreOrders() {
    interlock.engine().stopOrders();
  }

  /// Puts a jar with this contract, and a note on what changed, into the folder, built elsewhere
  /// and moved.
  void put(String name, String contract) {
    put(name, contract, sources -> sources);
  }

  void put(String name, String contract, UnaryOperator<Path> change) {
    putUnnoted(name, Acme.noted(contract), change);
  }

  void putUnnoted(String name, String contract) {
    putUnnoted(name, contract, sources -> sources);
  }

  private void putUnnoted(String name, String contract, UnaryOperator<Path> change) {
    var sources = change.apply(Acme.in(made(folder.resolve("src-" + name)), contract));
    var said = run("build", sources.toString(), "-o", jar(name).toString());
    if (!said.startsWith("0")) {
      throw new IllegalStateException(said);
    }
  }

  /// Puts a jar into the folder that no `build` of ours would have made: its contract is unsound.
  void putUnchecked(String name, String contract) {
    UncheckedJar.of(Acme.in(made(folder.resolve("src-" + name)), Acme.noted(contract)), jar(name));
  }

  void remove(String name) {
    try {
      Files.delete(jar(name));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// A new person calls in vain, and everything that follows is done.
  ContactId somebodyCalls() {
    people++;
    var world = sandbox.world();
    var details = Map.of("firstName", "Pat " + people, "phone", "+1555010000" + people);
    world.change(() -> world.contacts().create(details, person -> person, By.PERSON));
    settle();
    var contact = world.contacts().withDetail("phone", "+1555010000" + people).orElseThrow().id();
    world.change(() -> world.conversations().missCall(contact, false));
    settle();
    return new ContactId(contact);
  }

  /// A colleague puts a tag on.
  void somebodyTags(ContactId contact, String tag) {
    var world = sandbox.world();
    world.change(() -> world.contacts().addTags(contact.text(), List.of(tag), By.PERSON));
    settle();
  }

  /// Says that what was raised is so again, if anything was.
  void acknowledges() {
    var said = order("acknowledge", "--yes");
    if (!said.startsWith("0")) {
      throw new IllegalStateException(said);
    }
  }

  /// What people have to look at because proofs are no longer founded.
  List<String> unfounded() {
    return interlock.engine().records().attention(interlock.installation()).stream()
        .filter(line -> line.concern() == Concern.UNFOUNDED)
        .map(line -> line.words())
        .toList();
  }

  /// Does what is due within minutes.
  private void settle() {
    passes(Duration.ofMinutes(5));
  }

  /// Time passes; whatever is due on the way is done when it is due.
  void passes(Duration span) {
    var end = sandbox.clock().instant().plus(span);
    finishDue();
    for (var next = next(); next.filter(end::isAfter).isPresent(); next = next()) {
      next.ifPresent(sandbox.clock()::advanceTo);
      finishDue();
    }
    sandbox.clock().advanceTo(end);
    finishDue();
  }

  private void finishDue() {
    try {
      do {
        sandbox.runDue();
        interlock.engine().settle();
      } while (sandbox.runDue().isAnything());
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private Optional<Instant> next() {
    return Stream.of(sandbox.nextEventAt(), interlock.engine().nextAlarm())
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }

  /// What the CRM has written down about somebody.
  List<String> notesOf(ContactId contact) {
    return sandbox.world().notes().of(contact.text()).stream()
        .map(note -> note.body().replaceFirst("(?s)\\s*\\[ref .*", ""))
        .toList();
  }

  List<RunSummary> runsOf(ContactId contact) {
    return interlock.engine().records().story(interlock.installation(), contact).stream()
        .flatMap(story -> story.runs().stream())
        .map(run -> run.summary())
        .toList();
  }

  HttpResponse<String> get(String path) {
    try {
      var request = HttpRequest.newBuilder(URI.create(interlock.url() + path)).build();
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  /// `interlock plugins` beside the server: its exit code and what it prints.
  String plugins(String... more) {
    var arguments =
        Stream.concat(
            Stream.of("plugins", plugins.toString(), "--data", data().toString()),
            Arrays.stream(more));
    return run(arguments.toArray(String[]::new));
  }

  /// A command beside the server, about what it stored: its exit code and what it prints.
  String ask(String... words) {
    return run(words, "--data", data().toString());
  }

  /// An order to the server: its exit code and what it prints.
  String order(String... words) {
    return run(
        Stream.concat(Stream.of("order"), Arrays.stream(words)).toArray(String[]::new),
        "--data",
        data().toString(),
        "--url",
        interlock.url().toString(),
        "--by",
        "Ben");
  }

  private String run(String[] words, String... more) {
    return run(Stream.concat(Arrays.stream(words), Arrays.stream(more)).toArray(String[]::new));
  }

  private String run(String... arguments) {
    var out = new StringWriter();
    int exit =
        Program.run(
            new Surroundings(Map.of(), folder, sandbox.clock(), Runnable::run, false),
            new PrintWriter(out, true),
            new PrintWriter(out, true),
            arguments);
    return exit + "\n" + out;
  }

  private static Path made(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  @Override
  public void close() {
    client.close();
    interlock.close();
    sandbox.close();
  }
}
