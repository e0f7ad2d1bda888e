package dev.interlock.engine;

import static dev.interlock.contract.dsl.Operations.atMost;
import static dev.interlock.contract.dsl.Operations.business;
import static dev.interlock.contract.dsl.Operations.laneNamed;
import static dev.interlock.contract.dsl.Operations.pipelineNamed;
import static dev.interlock.contract.dsl.Operations.stage;
import static dev.interlock.contract.dsl.Operations.stageNamed;
import static dev.interlock.contract.dsl.Times.days;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.contact.MessageId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.LaneName;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.SettingName;
import dev.interlock.contract.model.StageName;
import dev.interlock.engine.desk.Installation;
import dev.interlock.engine.desk.Location;
import dev.interlock.engine.inbox.Answer;
import dev.interlock.engine.inbox.Door;
import dev.interlock.engine.intents.Pace;
import dev.interlock.engine.intents.Patience;
import dev.interlock.engine.read.ContactStory;
import dev.interlock.engine.read.Records;
import dev.interlock.engine.read.RunDetail;
import dev.interlock.engine.rounds.Looking;
import dev.interlock.engine.store.Accounts;
import dev.interlock.engine.store.sql.SqliteStore;
import dev.interlock.engine.store.sql.StoreConfig;
import dev.interlock.engine.work.Answering;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// An engine on a real file, with a CRM in memory and a clock that is moved by hand.
final class Office implements AutoCloseable {
  static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");
  static final InstallationId HERE = new InstallationId("here");
  static final ContactId ANN = new ContactId("ann");
  static final ContactId BOB = new ContactId("bob");
  static final LaneName LANE = laneNamed("follow-up");
  static final PipelineName SALES = pipelineNamed("Sales");
  static final StageName NEW = stageNamed("New");
  static final StageName WON = stageNamed("Won");

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  final TestClock clock;
  final FakeCrm crm;
  final FakeInbound inbound;
  final Engine engine;
  final Door door;
  private final MeterRegistry metrics = new SimpleMeterRegistry();
  private final Path file;
  private final EngineConfig config;
  private Operation business;

  private Office(
      Path file,
      TestClock clock,
      FakeCrm crm,
      EngineConfig config,
      Operation business,
      Answering answering,
      List<Contract> all) {
    this.file = file;
    this.business = business;
    this.config = config;
    this.clock = clock;
    this.crm = crm;
    this.inbound = new FakeInbound();
    this.engine =
        new Engine(config, SqliteStore.open(StoreConfig.of(file)), clock, answering, metrics);
    engine.install(installation(all.toArray(Contract[]::new)));
    engine.start();
    this.door = engine.door(inbound);
  }

  /// An engine that works for nobody.
  static Engine idle(Path file) {
    return new Engine(
        config(),
        SqliteStore.open(StoreConfig.of(file)),
        new TestClock(NOON),
        new SimpleMeterRegistry());
  }

  Installation installation(Contract... contracts) {
    return new Installation(
        new ContractSet(business, List.of(contracts)),
        crm,
        inbound,
        Map.of(new SettingName("bookingLink"), "https://book.example"),
        new Location("Riverside Dental", "+15550199", ZoneId.of("Europe/London")));
  }

  /// Exactly these contracts take new entries from now on.
  void goesLive(Contract... contracts) {
    engine.renew(installation(contracts));
    settle();
  }

  /// The business is run this way from now on.
  void goesLive(Operation other, Contract... contracts) {
    business = other;
    goesLive(contracts);
  }

  /// A new office in an empty folder, with Ann and Bob as contacts.
  static Office opened(Path folder, Contract... contracts) {
    return opened(folder, config(), contracts);
  }

  static Office opened(Path folder, EngineConfig config, Contract... contracts) {
    return opened(folder, config, operation(), contracts);
  }

  static Office opened(
      Path folder, EngineConfig config, Operation business, Contract... contracts) {
    return opened(folder, config, business, new Answering(), contracts);
  }

  /// One with an account of who waits for an answer that the test keeps.
  static Office opened(
      Path folder, EngineConfig config, Answering answering, Contract... contracts) {
    return opened(folder, config, operation(), answering, contracts);
  }

  private static Office opened(
      Path folder,
      EngineConfig config,
      Operation business,
      Answering answering,
      Contract... contracts) {
    var clock = new TestClock(NOON);
    var crm = new FakeCrm(HERE, clock);
    crm.add(ANN, "Ann");
    crm.add(BOB, "Bob");
    return new Office(
        folder.resolve("interlock.db"),
        clock,
        crm,
        config,
        business,
        answering,
        List.of(contracts));
  }

  static EngineConfig config() {
    return EngineConfig.usual()
        .with(Looking.never())
        .with(Pace.usual().with(Patience.usual().jitter(0)));
  }

  /// An office that begins with what is on this one's disk at this very moment, as after a power
  /// cut. This one must do nothing meanwhile.
  Office afterPowerCut(Path folder, Contract... contracts) {
    for (String part : List.of("", "-wal")) {
      Path from = file.resolveSibling(file.getFileName() + part);
      try {
        if (Files.exists(from)) {
          Files.copy(from, folder.resolve(from.getFileName()));
        }
      } catch (IOException problem) {
        throw new UncheckedIOException(problem);
      }
    }
    return new Office(
        folder.resolve(file.getFileName()),
        clock,
        crm,
        config,
        business,
        new Answering(),
        List.of(contracts));
  }

  /// The same office, stopped and started again.
  Office restarted(Contract... contracts) {
    close();
    return new Office(file, clock, crm, config, business, new Answering(), List.of(contracts));
  }

  static Operation operation() {
    return business("Riverside Dental")
        .pipeline(SALES, stage(NEW), stage(WON))
        .lane(LANE, "one conversation at a time")
        .team("Front desk", "Eve", "Max")
        .setting("bookingLink", "where people book", "https://example.com")
        .limit(Channel.SMS, atMost(100).per(days(1)).apart(Duration.ZERO))
        .purpose("greeting", "the first hello", days(1))
        .build();
  }

  static DomainEvent missedCall(ContactId contact) {
    return event(contact, new Happening.CallMissed(Optional.empty(), false), Provenance.OUTSIDE);
  }

  static DomainEvent reply(ContactId contact, String text) {
    var message = new MessageId("in-" + NUMBERS.incrementAndGet());
    return event(
        contact, new Happening.MessageReceived(Channel.SMS, message, text), Provenance.OUTSIDE);
  }

  static DomainEvent event(ContactId contact, Happening what, Provenance provenance) {
    return new DomainEvent("e" + NUMBERS.incrementAndGet(), contact, NOON, what, provenance);
  }

  Answer deliver(String id, String contact, byte[] body) {
    return deliver("good", HERE.text(), id, contact, body);
  }

  Answer deliver(String signature, String installation, String id, String contact, byte[] body) {
    Map<String, String> headers =
        Map.of(
            "signature", signature,
            "installation", installation,
            "delivery", id,
            "contact", contact);
    return door.accept(name -> headers.getOrDefault(name, ""), body);
  }

  /// The count of a metric so far.
  double counted(String name, String tag, String value) {
    return metrics.get(name).tag(tag, value).functionCounters().stream()
        .mapToDouble(FunctionCounter::count)
        .sum();
  }

  /// Something happens in the CRM, and everything that follows from it at once is done.
  void happens(DomainEvent event) {
    arrives(event);
    settle();
  }

  void arrives(DomainEvent event) {
    arriveTogether(event);
  }

  /// Several things about one contact are told in one delivery.
  void arriveTogether(DomainEvent... events) {
    DomainEvent first = events[0];
    deliver("d-" + first.id(), first.contact().text(), FakeInbound.body(events));
  }

  void settle() {
    try {
      engine.settle();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  /// The account uninstalls the app.
  void isLeft() {
    engine.keep(tables -> {
      tables
          .accounts()
          .put(
              new Accounts.Account(
                  HERE,
                  "",
                  "",
                  Accounts.State.REMOVED,
                  "",
                  "",
                  Instant.EPOCH,
                  Instant.EPOCH,
                  Optional.empty()));
      return 1;
    });
  }

  /// Time passes; whatever is due on the way is done when it is due.
  void passes(Duration span) {
    Instant end = clock.instant().plus(span);
    settle();
    Optional<Instant> next = engine.nextAlarm();
    while (next.isPresent() && !next.get().isAfter(end)) {
      clock.moveTo(next.get());
      settle();
      next = engine.nextAlarm();
    }
    clock.moveTo(end);
    settle();
  }

  /// How many deliveries wait.
  long inboxDepth() {
    return Math.round(metrics.get("interlock.inbox.depth").gauge().value());
  }

  /// How many units of work were stored so far.
  long units() {
    return Math.round(metrics.get("interlock.store.units").functionCounter().count());
  }

  Records records() {
    return engine.records();
  }

  ContactStory story(ContactId contact) {
    return records().story(HERE, contact).orElseThrow();
  }

  /// The contact's only run.
  RunDetail run(ContactId contact) {
    List<RunDetail> runs = story(contact).runs();
    if (runs.size() != 1) {
      throw new IllegalStateException(runs.size() + " runs");
    }
    return runs.getFirst();
  }

  /// How the contact's runs ended, or how they stand.
  List<String> endings(ContactId contact) {
    return story(contact).runs().stream()
        .map(run ->
            run.summary().contract()
                + ": "
                + run.summary()
                    .exit()
                    .map(Object::toString)
                    .orElseGet(() -> run.summary().state().name()))
        .toList();
  }

  List<String> refusals(ContactId contact) {
    return story(contact).refusals().stream()
        .flatMap(refusal ->
            refusal.reasons().stream().map(reason -> refusal.contract() + ": " + reason.code()))
        .toList();
  }

  @Override
  public void close() {
    engine.close();
  }
}
