package dev.interlock.engine.decide;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.Known;
import dev.interlock.core.run.RunId;
import dev.interlock.crm.Crm.Detail;
import dev.interlock.crm.Read;
import dev.interlock.engine.decide.Deliberation.Ruling;
import dev.interlock.engine.decide.Grounds.Ground;
import dev.interlock.engine.desk.Desk;
import dev.interlock.engine.store.ConflictException;
import dev.interlock.engine.store.Store;
import dev.interlock.engine.store.StoreException;
import dev.interlock.engine.store.Tables;
import dev.interlock.engine.work.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;

/// Decides matters: reads what is stored, asks the core, reads the contact when the core asks for
/// it, and stores everything in one unit of work. When something about the contact changed
/// meanwhile, all of it is decided again.
///
/// No call is made while a transaction is open.
public final class Decisions {
  private static final int CONFLICTS = 25;
  private static final Duration WHEN_NOT_STORED = Duration.ofSeconds(5);

  /// A wrong token is not put right within seconds, and every try counts against a limit.
  private static final Duration WHEN_REFUSED = Duration.ofMinutes(5);

  /// Nothing else is stored.
  public static final Also NOTHING = _ -> {};

  private final Desk desk;
  private final Store store;
  private final Time time;
  private final Consequences consequences;
  private final Grounds grounds;
  private final Glances glances = new Glances();

  public Decisions(
      Desk desk, Store store, Time time, Consequences consequences, Dossiers dossiers) {
    this.desk = desk;
    this.store = store;
    this.time = time;
    this.consequences = consequences;
    this.grounds = new Grounds(desk, store, dossiers.shelf());
  }

  /// Who wants to know what was stored.
  public interface Consequences {
    /// Commands were stored.
    void commanded();

    /// A command is about to be stored: it may begin at once.
    Optional<Beginning> beginning(Beginning.Issued issued);

    /// A timer was set.
    void alarmed(Instant at);

    /// A run ended, and workflows of the CRM wait for that.
    void ended();

    /// A run is over, and deals that waited for that may have stood too long.
    void freed();
  }

  /// What is stored together with a decision.
  @FunctionalInterface
  public interface Also {
    void in(Tables tables);
  }

  /// Decides a matter about a contact.
  public Result decide(ContactId contact, Matter matter) {
    return decide(contact, matter, NOTHING, () -> {}, 0);
  }

  /// Decides a matter about a contact that has just been read, without details.
  public Result decide(ContactSnapshot contact, Matter matter) {
    return decide(contact.id(), matter, NOTHING, () -> {}, Seen.of(contact, Set.of()), 0);
  }

  /// The contact, if it was read for a decision a moment ago and nothing was heard of it since.
  public Optional<ContactSnapshot> glance(ContactId contact, Set<Detail> details) {
    return glances.of(contact, details, time.now());
  }

  /// The contact is about to be written to.
  public void writes(ContactId contact) {
    glances.forget(contact);
  }

  /// When the run's timer is due, as stored; empty where none is set.
  public Optional<Instant> alarm(ContactId contact, RunId run) {
    return grounds.alarm(contact, run);
  }

  /// Decides a matter about a contact.
  ///
  /// @param also what is stored together with the decision
  /// @param beforeReading what has to be stored before a call to the CRM is made
  /// @param calls how many it took to come by the matter
  public Result decide(
      ContactId contact, Matter matter, Also also, Runnable beforeReading, int calls) {
    return decide(contact, matter, also, beforeReading, Seen.nothing(), calls);
  }

  private Result decide(
      ContactId contact,
      Matter matter,
      Also also,
      Runnable beforeReading,
      Seen before,
      int callsBefore) {
    if (matter instanceof Matter.Heard) {
      glances.forget(contact);
    }
    Seen seen = before;
    int calls = callsBefore;
    // kept while the CRM is asked: the contact's version tells when it is out of date
    Optional<Ground> known = Optional.empty();
    for (int conflicts = 0; conflicts < CONFLICTS; ) {
      Instant now = time.now();
      Ground ground = known.orElseGet(() -> grounds.of(contact, matter, now));
      known = Optional.of(ground);
      var deliberation =
          new Deliberation(ground.desk(), ground.dossier(), ground.familiar(), seen, now);
      switch (deliberation.on(matter)) {
        case Ruling.NeedsContact(var details) -> {
          beforeReading.run();
          var wanted = EnumSet.copyOf(details.isEmpty() ? EnumSet.noneOf(Detail.class) : details);
          wanted.addAll(seen.details());
          var reading = desk.crm().calls().counting(() -> read(contact, wanted, now));
          calls += reading.calls();
          switch (reading.result()) {
            case Reading.Read(var again) -> seen = again;
            case Reading.Failed(var stalled) -> {
              return stalled;
            }
          }
        }
        case Ruling.Ruled(var changes, var after) -> {
          changes.called(calls, about(matter));
          changes.begins(changes.onlyCommand(name(ground, seen)).flatMap(consequences::beginning));
          switch (stored(changes, also, ground, now)) {
            case Storing.NOTHING_TO_STORE -> {
              after.ifPresent(_ -> grounds.keep(ground));
              tell(changes);
              return new Result.Settled();
            }
            case Storing.STORED -> {
              after.ifPresent(next -> grounds.keep(next, ground, now));
              tell(changes);
              return new Result.Settled();
            }
            case Storing.CONFLICT -> {
              conflicts++;
              known = Optional.empty();
              changes.beginning().ifPresent(Beginning::undone);
            }
            case Storing.NOT_NOW -> {
              changes.beginning().ifPresent(Beginning::undone);
              return new Result.Stalled(now.plus(WHEN_NOT_STORED), "nothing could be stored");
            }
          }
        }
      }
    }
    throw new IllegalStateException(
        "the contact " + contact + " changed " + CONFLICTS + " times while deciding about it");
  }

  /// What people call the contact, as it will be stored.
  private static String name(Ground ground, Seen seen) {
    return seen.contact() instanceof Known.Said<ContactSnapshot>(var contact) && contact.exists()
        ? contact.displayName()
        : ground.dossier().name();
  }

  private static Optional<RunId> about(Matter matter) {
    return switch (matter) {
      case Matter.Heard _, Matter.Meant _, Matter.ClockSetBack _ -> Optional.empty();
      case Matter.Due(var run, _) -> Optional.of(run);
      case Matter.Reported reported -> Optional.of(reported.command().run());
      case Matter.Ordered(var run, _, _) -> Optional.of(run);
      case Matter.Moved moved -> Optional.of(moved.run());
    };
  }

  private sealed interface Reading {
    record Read(Seen seen) implements Reading {}

    record Failed(Result.Stalled stalled) implements Reading {}
  }

  private Reading read(ContactId contact, Set<Detail> details, Instant now) {
    return switch (desk.crm().contact(contact, details)) {
      case Read.Got<ContactSnapshot>(var snapshot) -> {
        glances.keep(snapshot, details, now);
        yield new Reading.Read(Seen.of(snapshot, details));
      }
      case Read.Gone<ContactSnapshot> _ ->
          new Reading.Read(
              Seen.of(ContactSnapshot.gone(contact, now), EnumSet.allOf(Detail.class)));
      case Read.TryLater<ContactSnapshot>(var pause, var reason) ->
          new Reading.Failed(new Result.Stalled(now.plus(atLeast(pause)), reason));
      case Read.Refused<ContactSnapshot>(var code, var reason) ->
          new Reading.Failed(new Result.Stalled(now.plus(WHEN_REFUSED), code + ": " + reason));
    };
  }

  private static Duration atLeast(Duration pause) {
    Duration least = Duration.ofSeconds(1);
    return pause.compareTo(least) < 0 ? least : pause;
  }

  private enum Storing {
    NOTHING_TO_STORE,
    STORED,
    CONFLICT,
    NOT_NOW
  }

  private Storing stored(Changes changes, Also also, Ground ground, Instant now) {
    if (changes.isEmpty() && also.equals(NOTHING)) {
      return grounds.isOutOfDate(ground) ? Storing.CONFLICT : Storing.NOTHING_TO_STORE;
    }
    try {
      store
          .write(tables -> {
            changes.store(tables);
            also.in(tables);
            return now;
          })
          .join();
      return Storing.STORED;
    } catch (CompletionException failure) {
      return switch (failure.getCause()) {
        case ConflictException _ -> Storing.CONFLICT;
        case StoreException disk when disk.isOfTheDisk() -> Storing.NOT_NOW;
        case RuntimeException bug -> {
          changes.beginning().ifPresent(Beginning::unknown);
          throw bug;
        }
        case null, default -> {
          changes.beginning().ifPresent(Beginning::unknown);
          throw failure;
        }
      };
    }
  }

  private void tell(Changes changes) {
    changes.earliestAlarm().ifPresent(consequences::alarmed);
    if (changes.announces()) {
      consequences.ended();
    }
    if (changes.frees()) {
      consequences.freed();
    }
    if (changes.beginning().isPresent()) {
      changes.beginning().get().decided();
    } else if (changes.hasCommands()) {
      consequences.commanded();
    }
  }
}
