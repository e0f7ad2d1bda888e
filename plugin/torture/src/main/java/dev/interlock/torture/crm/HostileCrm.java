package dev.interlock.torture.crm;

import dev.interlock.sandbox.DemoWorld;
import dev.interlock.sandbox.Sandbox;
import dev.interlock.sandbox.people.People;
import dev.interlock.sandbox.people.Person;
import dev.interlock.sandbox.time.SandboxClock;
import dev.interlock.sandbox.time.Seed;
import dev.interlock.sandbox.webhooks.Misbehaviour;
import dev.interlock.sandbox.webhooks.RetryPolicy;
import dev.interlock.sandbox.webhooks.RetryPolicy.Retried;
import dev.interlock.torture.ledger.Seen;
import dev.interlock.torture.ledger.Stretch;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/// A sandbox with people in it, behind a front and a courier that do their worst.
public final class HostileCrm implements AutoCloseable {
  /// A minute of the story takes a second: long enough for the minute that leave to send lasts, and
  /// short enough for a doubt to be settled between two kills.
  public static final double SPEED = 60;

  private static final Duration NEXT_TRY = Duration.ofSeconds(20);
  private static final Duration AT_ONCE = Duration.ofMinutes(1);

  private final long seed;
  private final SandboxClock clock;
  private final Sandbox sandbox;
  private final CrmHistory history;
  private final Front front;
  private final Courier courier;
  private final List<Person> people;
  private final AtomicLong lostWebhooks = new AtomicLong();
  private int invited;

  /// @param most how many people may appear
  /// @param interlock where webhooks go, without a slash at the end
  public HostileCrm(long seed, int most, URI interlock) throws IOException {
    this.seed = seed;
    clock = SandboxClock.runningFrom(DemoWorld.BEGIN, SPEED);
    people = People.crowd(seed, most).all();
    var config = DemoWorld.config(clock, seed);
    sandbox =
        Sandbox.start(
            config.withWebhooks(
                config
                    .webhooks()
                    .retrying(new RetryPolicy(Retried.ANYTHING, 100_000, NEXT_TRY, 1, NEXT_TRY))
                    .misbehaving(
                        lossy(0.02),
                        Misbehaviour.duplicates(0.05, Duration.ofMinutes(20)),
                        Misbehaviour.delays(0.10, Duration.ofMinutes(20)))));
    history = CrmHistory.of(sandbox.world());
    front = Front.before(sandbox.url(), new Seed(seed), Weather.calm());
    courier = Courier.to(interlock, new Seed(seed));
    sandbox.sendWebhooksTo(courier.url());
  }

  private Misbehaviour lossy(double share) {
    var losses = Misbehaviour.losses(share);
    return (planned, chance) -> {
      var left = losses.upon(planned, chance);
      if (left.isEmpty()) {
        lostWebhooks.incrementAndGet();
      }
      return left;
    };
  }

  /// Where its API is.
  public URI url() {
    return front.url();
  }

  /// A front that lets nothing through that would change anything.
  public Front readOnly() throws IOException {
    return Front.before(sandbox.url(), new Seed(seed), Weather.readOnly());
  }

  /// The key that its webhooks are checked with, as a PEM file's text.
  public String publicKey() {
    return sandbox.publicKeyPem();
  }

  /// The time in it.
  public Instant now() {
    return clock.instant();
  }

  /// Lets a span of time pass at once.
  public void skip(Duration span) {
    clock.advanceBy(span);
  }

  /// Lets so many more people appear within a minute or so, as far as there are any left.
  public void invite(int count) {
    var chance = new Seed(seed).about("arrivals", Integer.toString(invited));
    var next =
        IntStream.range(invited, Math.min(people.size(), invited + count))
            .mapToObj(people::get)
            .map(person -> after(person, Duration.ofSeconds(chance.nextLong(AT_ONCE.toSeconds()))))
            .toList();
    invited += next.size();
    sandbox.invite(new People(new Seed(seed), next, true));
  }

  private static Person after(Person it, Duration wait) {
    return new Person(
        it.firstName(), it.lastName(), it.phone(), it.email(), it.opening(), it.behaviour(), wait);
  }

  /// How many people have been let in.
  public int invited() {
    return invited;
  }

  /// When something happens next in it; empty when its story is told.
  public Optional<Instant> nextAt() {
    return sandbox.world().ask(sandbox::nextEventAt);
  }

  /// Behaves so from now on.
  public void turns(Weather weather) {
    front.turns(weather);
  }

  /// How many webhooks were never sent.
  public long lostWebhooks() {
    return lostWebhooks.get();
  }

  /// What stands before its API.
  public Front front() {
    return front;
  }

  /// What brings its webhooks.
  public Courier courier() {
    return courier;
  }

  /// All that it saw.
  ///
  /// @param lives when processes of Interlock lived
  public Seen seen(List<Stretch> lives) {
    return new Seen(courier.told(), history.sent(), history.work(), history.states(), lives);
  }

  @Override
  public void close() {
    sandbox.close();
    front.close();
    courier.close();
  }
}
