package dev.interlock.core;

import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Operation.UnknownZone;
import dev.interlock.contract.model.Purpose;
import dev.interlock.contract.model.PurposeName;
import dev.interlock.contract.model.SendLimit;
import dev.interlock.contract.model.SendTerms;
import dev.interlock.contract.model.Step;
import dev.interlock.core.run.Memory;
import dev.interlock.core.run.Surroundings.SentMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Whether a message may go out now, by everything but the contract's own path: consent, quiet
/// hours, holidays, limits over all contracts, and what was already sent for the same purpose.
final class SendPolicy {
  private static final Duration FAR = Duration.ofHours(3);

  private SendPolicy() {}

  /// What a policy says of a message.
  sealed interface Leave {
    record Granted() implements Leave {}

    record Held(Instant until, String why) implements Leave {}

    record Suppressed(String why) implements Leave {}

    record Blocked(String why) implements Leave {}
  }

  /// @param heldSince when a policy first held this very message back; now if none did
  static Leave judge(
      Step.Send step, PurposeName purpose, Memory memory, Instant heldSince, View view) {
    Optional<String> block = block(step, memory.optedOut(), view);
    if (block.isPresent()) {
      return new Leave.Blocked(block.get());
    }
    Optional<String> duplicate = duplicate(purpose, view);
    if (duplicate.isPresent()) {
      return new Leave.Suppressed(duplicate.get());
    }
    Optional<Leave.Held> hold = hold(step, memory.causedAt(), view);
    Instant earliest = hold.map(Leave.Held::until).orElse(view.now());
    boolean expired =
        step.terms()
            .expiresAfter()
            .map(span -> earliest.isAfter(heldSince.plus(span)))
            .orElse(false);
    if (expired) {
      return new Leave.Blocked(
          "it could not go out in time: "
              + hold.map(Leave.Held::why).orElse("it was held back for too long"));
    }
    return hold.<Leave>map(held -> held).orElseGet(Leave.Granted::new);
  }

  private static Optional<String> block(Step.Send step, boolean optedOutInRun, View view) {
    Channel channel = step.message().channel();
    if (!Asking.hasAddress(channel, view)) {
      return Optional.of("the contact has no " + channel.address());
    }
    if (Asking.ask(new Condition.OptedOut(channel), view) == Truth.YES) {
      return Optional.of("the contact opted out of " + channel.many());
    }
    if (optedOutInRun && step.terms().afterOptOut().isEmpty()) {
      return Optional.of("the contact asked not to be written to");
    }
    return Optional.empty();
  }

  private static Optional<String> duplicate(PurposeName purpose, View view) {
    Optional<Duration> horizon =
        view.around().operation().purposes().stream()
            .filter(declared -> declared.name().equals(purpose))
            .map(Purpose::horizon)
            .findFirst();
    return horizon.flatMap(span ->
        view.around().sent().stream()
            .filter(sent -> sent.purpose().equals(purpose))
            .filter(sent -> sent.at().plus(span).isAfter(view.now()))
            .findFirst()
            .map(sent ->
                "a message for the same purpose, "
                    + purpose
                    + ", went out on "
                    + Calendars.words(sent.at(), view.zone())));
  }

  private static Optional<Leave.Held> hold(Step.Send step, Instant causedAt, View view) {
    Instant byLimits = view.now();
    String why = "";
    for (SendLimit limit : view.around().operation().limits()) {
      if (limit.channel() == step.message().channel()) {
        Instant free = freeUnder(limit, view);
        if (free.isAfter(byLimits)) {
          byLimits = free;
          why = limitWords(limit);
        }
      }
    }
    boolean urgent = step.terms().urgent().isPresent();
    boolean fresh = !byLimits.isAfter(causedAt.plus(SendTerms.FRESH));
    Instant allowed = urgent && fresh ? byLimits : allowedFrom(byLimits, view);
    if (allowed.isAfter(byLimits)) {
      why = why.isEmpty() ? "quiet hours or a holiday" : why + ", then quiet hours";
      why += urgent ? ", since what it answers is no longer fresh" : "";
    }
    return allowed.isAfter(view.now())
        ? Optional.of(new Leave.Held(allowed, why))
        : Optional.empty();
  }

  private static Instant allowedFrom(Instant from, View view) {
    Operation.Hours hours = view.around().operation().hours();
    if (view.contact().zone().isPresent() || hours.unknownZone() == UnknownZone.LOCATION) {
      return Calendars.nextAllowed(hours, from, view.zone());
    }
    return allowedEverywhere(hours, from, view.around().zone());
  }

  /// Nobody knows where the contact is: it has to be a decent hour three hours to either side of
  /// the location, which covers a continent.
  private static Instant allowedEverywhere(Operation.Hours hours, Instant from, ZoneId location) {
    Instant candidate = from;
    for (int tries = 0; tries < 800; tries++) {
      Instant later = candidate;
      for (Duration shift : List.of(FAR.negated(), Duration.ZERO, FAR)) {
        ZoneId zone = shifted(location, candidate, shift);
        Instant here = Calendars.nextAllowed(hours, candidate, zone);
        later = here.isAfter(later) ? here : later;
      }
      if (later.equals(candidate)) {
        return candidate;
      }
      candidate = later;
    }
    return candidate;
  }

  private static ZoneId shifted(ZoneId location, Instant at, Duration shift) {
    ZonedDateTime local = at.atZone(location);
    int seconds = local.getOffset().getTotalSeconds() + (int) shift.toSeconds();
    int limited = Math.clamp(seconds, -18 * 3600, 18 * 3600);
    return ZoneOffset.ofTotalSeconds(limited);
  }

  private static Instant freeUnder(SendLimit limit, View view) {
    List<Instant> sent =
        view.around().sent().stream()
            .filter(message -> message.channel() == limit.channel())
            .map(SentMessage::at)
            .filter(at -> at.plus(limit.per()).isAfter(view.now()))
            .sorted(Comparator.reverseOrder())
            .toList();
    Instant byCount =
        sent.size() < limit.most() ? view.now() : sent.get(limit.most() - 1).plus(limit.per());
    Instant byGap =
        view.around().sent().stream()
            .filter(message -> message.channel() == limit.channel())
            .map(message -> message.at().plus(limit.gap()))
            .max(Comparator.naturalOrder())
            .orElse(view.now());
    return byCount.isAfter(byGap) ? byCount : byGap;
  }

  private static String limitWords(SendLimit limit) {
    return "at most "
        + limit.most()
        + " "
        + limit.channel().many()
        + " in "
        + Spans.words(limit.per())
        + ", "
        + Spans.words(limit.gap())
        + " apart";
  }
}
