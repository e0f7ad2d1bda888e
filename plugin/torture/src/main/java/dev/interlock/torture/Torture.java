package dev.interlock.torture;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.library.AppointmentReminder;
import dev.interlock.library.DentalPractice;
import dev.interlock.library.MissedCallTextBack;
import dev.interlock.library.SpeedToLead;
import dev.interlock.sandbox.time.Seed;
import dev.interlock.torture.crm.HostileCrm;
import dev.interlock.torture.crm.Weather;
import dev.interlock.torture.ledger.Ledger;
import dev.interlock.torture.ledger.Stretch;
import dev.interlock.torture.ledger.Verdict;
import dev.interlock.torture.process.ServeLog;
import dev.interlock.torture.process.Serving;
import dev.interlock.torture.process.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;

/// Kills the program over and over, lets what is under way come to its end, and asks the ledger.
public final class Torture implements AutoCloseable {
  /// The clocks of two processes agree to some seconds of the CRM's time.
  private static final Duration ABOUT_THEN = Duration.ofMinutes(1);

  private static final Duration LONGEST_START = Duration.ofSeconds(8);
  private static final Duration LONGEST_CALM_START = Duration.ofSeconds(90);
  private static final Duration LONGEST_QUIET = Duration.ofSeconds(60);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(150);
  private static final int PORTS_FROM = 21_000;
  private static final long LITTLE_ROOM = 128L * 1024;

  /// What SIGTERM leaves behind in every Unix.
  private static final int ENDED_BY_SIGTERM = 128 + 15;

  private final Orders orders;
  private final int port;
  private final Path data;
  private final Path key;
  private final Path log;
  private final HostileCrm crm;
  private final Witness witness;
  private final List<Stretch> lives = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final Trials trials;
  private final long begun = System.nanoTime();
  private int fell;

  private Torture(Orders orders) throws IOException {
    this.orders = orders;
    var folder = orders.folder();
    data = Files.createDirectories(folder.resolve("data"));
    log = folder.resolve("serve.log");
    port = Serving.freePort(PORTS_FROM + (int) (ProcessHandle.current().pid() % 5_000));
    crm = new HostileCrm(orders.seed(), orders.kills() * 2 + 2, Serving.address(port));
    key = Files.writeString(folder.resolve("webhook-key.pem"), crm.publicKey());
    witness = new Witness(data.resolve("interlock.db"));
    trials = new Trials(orders.program(), folder, key, problems);
  }

  /// Does it.
  ///
  /// @throws IOException when the program or the folder cannot be used
  public static Outcome of(Orders orders) throws IOException, SQLException, InterruptedException {
    try (var torture = new Torture(orders)) {
      return torture.run();
    }
  }

  private Outcome run() throws IOException, SQLException, InterruptedException {
    var seed = new Seed(orders.seed());
    for (int number = 1; number <= orders.kills(); number++) {
      live(Life.of(number, seed));
    }
    settle();
    problems.addAll(new ServeLog(log).errors());
    trials.damages(data, this::start);
    return outcome();
  }

  private Start start(Path folder, Life life) {
    return new Start(
        folder,
        crm.url(),
        port,
        crm.now(),
        HostileCrm.SPEED,
        life.shift(),
        life.leaps(),
        life.fullDisk() ? Optional.of(room()) : Optional.empty());
  }

  private Start start(Path folder) {
    return new Start(
        folder,
        crm.url(),
        port,
        crm.now(),
        HostileCrm.SPEED,
        Duration.ZERO,
        Optional.empty(),
        Optional.empty());
  }

  /// The log of the database may still grow by a little.
  private long room() {
    var walFile = data.resolve("interlock.db-wal").toFile();
    return walFile.length() + LITTLE_ROOM;
  }

  private void live(Life life) throws IOException, InterruptedException {
    if (life.asleep().isPositive()) {
      crm.skip(life.asleep());
    }
    crm.invite(life.newcomers());
    crm.turns(life.isRoughEarly() ? life.weather() : Weather.calm());
    var from = crm.now();
    long refused = crm.courier().refused();
    try (var serving = Serving.of(orders.program(), start(data, life), key, log)) {
      boolean ready = !life.diesEarly() && serving.isReadyWithin(LONGEST_START);
      if (!life.isRoughEarly()) {
        crm.turns(life.weather());
      }
      Thread.sleep(life.lasts());
      if (ready && life.isCopied()) {
        trials.copy(data, this::start, crm);
      }
      if (life.fullDisk()) {
        fullDisk(serving, refused);
      } else {
        mourn(serving.ended(), life.number());
      }
      serving.kill();
    }
    lives.addAll(stretches(life, from));
    tell(life);
  }

  /// Where a clock was set, an end may have been told by either.
  private List<Stretch> stretches(Life life, Instant from) {
    var to = crm.now();
    return life.leaps()
        .map(jump -> {
          var at = from.plusMillis(Math.round(jump.after().toMillis() * HostileCrm.SPEED));
          return List.of(
              new Stretch(from, at.plus(ABOUT_THEN), life.shift()),
              new Stretch(at.minus(ABOUT_THEN), to, life.shift().plus(jump.by())));
        })
        .orElseGet(() -> List.of(new Stretch(from, to, life.shift())));
  }

  private void tell(Life life) {
    if (life.number() % 10 == 0 || life.number() == orders.kills()) {
      orders
          .progress()
          .accept(
              "%d of %d killed, %d deliveries acknowledged, %d runs under way, after %d s"
                  .formatted(
                      life.number(),
                      orders.kills(),
                      crm.courier().acknowledged(),
                      Files.exists(witness.database()) ? witness.underWay() : 0,
                      seconds()));
    }
  }

  /// Nothing but a signal should end it.
  private void mourn(OptionalInt ended, int number) {
    ended.ifPresent(code -> {
      fell++;
      problems.add("process " + number + " ended by itself with code " + code);
    });
  }

  /// Whoever finds no room at the start may say so and end; who has started goes on.
  private void fullDisk(Serving serving, long refusedBefore) throws InterruptedException {
    Thread.sleep(1_000);
    boolean wasFelt = crm.courier().refused() > refusedBefore || serving.ended().isPresent();
    boolean hasRoom = serving.ended().isEmpty() && serving.makeRoom();
    if (hasRoom) {
      long before = crm.courier().acknowledged();
      crm.invite(1);
      long until = System.nanoTime() + Duration.ofSeconds(15).toNanos();
      while (System.nanoTime() < until
          && crm.courier().acknowledged() == before
          && serving.ended().isEmpty()) {
        Thread.sleep(50);
      }
      boolean tookIn = crm.courier().acknowledged() > before;
      trials.disk(wasFelt, tookIn || gaveUp(serving));
    } else {
      trials.disk(wasFelt, serving.ended().isEmpty() || gaveUp(serving));
    }
  }

  private static boolean gaveUp(Serving serving) {
    return serving.ended().equals(OptionalInt.of(Trials.CANNOT_RUN));
  }

  /// Lets the CRM behave, and time pass, until all is done that can be done.
  private void settle() throws IOException, InterruptedException {
    crm.turns(Weather.calm());
    for (int round = 0; round < orders.rounds(); round++) {
      crm.skip(pause(round));
      var from = crm.now();
      try (var serving = Serving.of(orders.program(), start(data), key, log)) {
        if (!serving.isReadyWithin(LONGEST_CALM_START)) {
          problems.add("it does not become ready in good weather; see " + log);
        }
        untilQuiet(this::isQuiet);
        // what was taken in at the last moment would wait for the next start
        crm.courier().rests(true);
        untilQuiet(() -> crm.courier().isIdle() && witness.isQuiet(crm.now()));
        mourn(serving.ended(), orders.kills() + round + 1);
        var code = serving.stop();
        if (code.isEmpty() || code.getAsInt() != ENDED_BY_SIGTERM) {
          problems.add("SIGTERM ended it with " + code + ", not with " + ENDED_BY_SIGTERM);
        }
      }
      crm.courier().rests(false);
      lives.add(new Stretch(from, crm.now(), Duration.ZERO));
      int left = witness.underWay();
      orders.progress().accept("settling, round %d: %d runs under way".formatted(round + 1, left));
      if (left == 0) {
        return;
      }
    }
  }

  /// What the first night brings comes soon; what is left after it waits for days.
  private static Duration pause(int round) {
    return switch (round) {
      case 0 -> Duration.ofMinutes(10);
      case 1 -> Duration.ofHours(2);
      case 2 -> Duration.ofHours(6);
      case 3 -> Duration.ofHours(12);
      // not a day, or each round would find the same hour, such as one at which nobody is written
      // to
      default -> Duration.ofHours(19);
    };
  }

  private static void untilQuiet(BooleanSupplier isQuiet) throws InterruptedException {
    long until = System.nanoTime() + LONGEST_QUIET.toNanos();
    while (System.nanoTime() < until) {
      if (isQuiet.getAsBoolean()) {
        return;
      }
      Thread.sleep(LOOK_AGAIN);
    }
  }

  private boolean isQuiet() {
    var soon = crm.now().plus(Duration.ofMinutes(1));
    return crm.nextAt().filter(next -> next.isBefore(soon)).isEmpty()
        && crm.courier().isIdle()
        && witness.isQuiet(crm.now());
  }

  private Outcome outcome() {
    var set =
        new ContractSet(
            new DentalPractice().operation(),
            List.of(
                new SpeedToLead().contract(),
                new MissedCallTextBack().contract(),
                new AppointmentReminder().contract()));
    var seen = crm.seen(lives);
    Instant asked = lives.getLast().to();
    var said = witness.said(asked, seen.acknowledged());
    Verdict verdict = new Ledger(set).compare(seen, said);
    return Outcomes.of(orders, crm, seen, said, verdict, trials, fell, seconds(), problems);
  }

  private long seconds() {
    return Duration.ofNanos(System.nanoTime() - begun).toSeconds();
  }

  @Override
  public void close() {
    crm.close();
  }
}
