package dev.interlock.crm.calls;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// The calls to one account. An adapter asks for leave before each single call, a reading as much
/// as a deed, and tells how it went; whoever plans work asks when there is any use in beginning.
///
///     switch (calls.ask(now)) {
///       case Leave.Withheld(var until, var reason) -> later(until, reason);
///       case Leave.Given(var call) -> calls.heard(call, how(made()), now);
///     }
///
/// Nothing is kept beyond the process: a new one makes a call and learns from the answer.
/// Thread-safe.
public final class Calls {
  private static final ScopedValue<AtomicInteger> COUNT = ScopedValue.newInstance();

  private final Interval interval = new Interval();
  private final Day day = new Day();
  private final Clocks clocks = new Clocks();
  private final Circuit circuit;
  private final CopyOnWriteArrayList<Consumer<Turn>> listeners = new CopyOnWriteArrayList<>();
  private long latest;
  private int underWay;

  public Calls() {
    this(RandomGenerator.getDefault());
  }

  /// @param random spreads the moments at which a CRM that fails is tried
  public Calls(RandomGenerator random) {
    this.circuit = new Circuit(random);
  }

  /// What has become of the account as a whole.
  public enum Turn {
    /// It fails, and is left in peace.
    OPENED,
    /// It answers again.
    CLOSED,
    /// It allows no more calls today.
    DAY_SPENT,
    /// Calls are no longer kept for leaving and for answers: the day turned, or there was more to
    /// it than was known.
    DAY_OPENED,
    /// Its clock and ours are far apart.
    CLOCKS_APART
  }

  /// What came of some work, and how many calls it took.
  public record Counted<T>(T result, int calls) {}

  /// Counts the calls that work takes, whatever comes of it: those for which it asks itself.
  public <T> Counted<T> counting(Supplier<T> work) {
    var count = new AtomicInteger();
    T result = ScopedValue.where(COUNT, count).call(work::get);
    return new Counted<>(result, count.get());
  }

  /// Has somebody told of turns, right when they happen.
  public void listen(Consumer<Turn> listener) {
    listeners.add(listener);
  }

  /// Asks for one call.
  public synchronized Leave ask(Instant now) {
    Optional<Instant> later = heldUntil(now);
    if (later.isPresent()) {
      return new Leave.Withheld(later.get(), reason());
    }
    if (COUNT.isBound()) {
      COUNT.get().incrementAndGet();
    }
    latest++;
    underWay++;
    interval.called(now);
    day.called(now);
    circuit.called(latest);
    return new Leave.Given(latest);
  }

  /// Tells how a call went for which leave was given.
  public void heard(long call, Heard heard, Instant now) {
    noted(call, heard, now).ifPresent(this::turned);
  }

  private void turned(Turn turn) {
    listeners.forEach(each -> each.accept(turn));
  }

  /// Tells which moment the CRM's clock showed while a call was under way.
  ///
  /// @param asked when the call was made, by our clock
  public void heardClock(Instant theirs, Instant asked, Instant answered) {
    if (heardApart(theirs, asked, answered)) {
      turned(Turn.CLOCKS_APART);
    }
  }

  /// What the CRM's clock shows at a moment of ours, as far as its answers have told.
  public synchronized Instant theirs(Instant ours) {
    return clocks.theirs(ours);
  }

  /// Whether our clock is so far ahead of the CRM's that nothing is found there by its time.
  public synchronized boolean isLost() {
    return clocks.isLost();
  }

  private synchronized boolean heardApart(Instant theirs, Instant asked, Instant answered) {
    return clocks.heard(theirs, asked, answered);
  }

  private synchronized Optional<Turn> noted(long call, Heard heard, Instant now) {
    underWay--;
    boolean wasSpent = day.isSpent();
    boolean wasReserved = day.isReserved();
    Optional<Turn> turn =
        switch (heard) {
          case Heard.Answered(var quota) -> {
            if (quota.leftToday().isEmpty()) {
              day.served();
            }
            yield answered(quota, call, now);
          }
          case Heard.TooMany(var pause, var forTheDay, var quota) -> {
            Optional<Turn> answered = answered(quota, call, now);
            if (forTheDay) {
              day.spent(now.plus(pause), now);
            } else {
              interval.close(now.plus(pause));
            }
            yield answered;
          }
          case Heard.Failing failing ->
              circuit.failed(call, failing, now) ? Optional.of(Turn.OPENED) : Optional.empty();
        };
    return turn.or(() -> ofTheDay(wasSpent, wasReserved));
  }

  private Optional<Turn> answered(Quota quota, long call, Instant now) {
    interval.heard(quota, call, latest, underWay, now);
    day.heard(quota, now);
    return circuit.answered(latest) ? Optional.of(Turn.CLOSED) : Optional.empty();
  }

  private Optional<Turn> ofTheDay(boolean wasSpent, boolean wasReserved) {
    if (day.isSpent()) {
      return wasSpent ? Optional.empty() : Optional.of(Turn.DAY_SPENT);
    }
    return wasReserved && !day.isReserved() ? Optional.of(Turn.DAY_OPENED) : Optional.empty();
  }

  /// Has the next call made although the account was to be left in peace: a person knows more, or
  /// takes the risk. What the CRM itself says is left of its interval stands.
  public synchronized void tryNow(Instant now) {
    circuit.tryNow(now);
    day.tryNow(now);
    interval.tryNow(now);
  }

  /// Until when no call would be made; empty when one would.
  public synchronized Optional<Instant> heldUntil(Instant now) {
    return circuit
        .heldUntil(now)
        .or(() -> day.heldUntil(now, underWay))
        .or(() -> interval.heldUntil(now, underWay));
  }

  /// Until when nothing begins that is neither leaving nor an answer to somebody: the last
  /// twentieth of the day is kept for these.
  public synchronized Optional<Instant> bulkHeldUntil(Instant now) {
    return heldUntil(now).or(() -> day.bulkHeldUntil(now));
  }

  /// Whether the CRM fails, so that whatever failed is nobody's fault.
  public synchronized boolean isOpen() {
    return circuit.open().isPresent();
  }

  /// Whether call after call has failed, and all about one thing, so that it is not known whether
  /// the CRM fails or only that: where nothing else goes on, a call about another thing tells.
  public synchronized boolean needWitness() {
    return circuit.needsWitness();
  }

  /// How many calls were made in this process.
  public synchronized long made() {
    return latest;
  }

  /// How many are allowed in a day, if that was said.
  public synchronized OptionalLong mostToday() {
    return day.most();
  }

  /// How many are left today, if that was said.
  public synchronized OptionalLong leftToday() {
    return day.left();
  }

  /// When there are new ones for another day, as far as that is known; it may be over.
  public synchronized Optional<Instant> dayTurns() {
    return Optional.of(day.turns()).filter(turns -> turns.isAfter(Instant.EPOCH));
  }

  /// How many are left in the interval, if that was said.
  public synchronized OptionalLong left() {
    return interval.left();
  }

  /// How many are allowed in an interval, if that was said.
  public synchronized OptionalLong most() {
    return interval.most();
  }

  private String reason() {
    if (circuit.open().isPresent()) {
      return "the CRM fails at the moment";
    }
    return day.isSpent() ? "the day's calls are used up" : "the CRM allows no more at the moment";
  }

  /// What somebody in charge should know, in sentences; empty when all is well.
  ///
  /// @param zone in which moments are told
  public synchronized Optional<String> notice(ZoneId zone) {
    Optional<String> calls =
        circuit
            .open()
            .map(open -> Words.failing(open, zone))
            .or(() -> Optional.of(day).filter(Day::isReserved).map(each -> Words.of(each, zone)));
    String all =
        Stream.of(calls, clocks.apart().map(Words::apart))
            .flatMap(Optional::stream)
            .collect(joining(" "));
    return Optional.of(all).filter(words -> !words.isEmpty());
  }
}
