package dev.interlock.verifier.prove.world;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.Known;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.StageName;
import dev.interlock.core.Asking;
import dev.interlock.core.Truth;
import dev.interlock.core.View;
import dev.interlock.core.run.Memory.Subject;
import dev.interlock.core.run.RunId;
import dev.interlock.core.run.Surroundings;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.symbolic.Tri;
import dev.interlock.verifier.prove.symbolic.Variable;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Conditions as sets of states, with the answer that the core gives: fields are put to the core
/// itself, value by value.
final class Questions {
  private static final ZoneId ZONE = ZoneId.of("UTC");

  private final Account account;
  private final Runs runs;

  Questions(Account account, Runs runs) {
    this.account = account;
    this.runs = runs;
  }

  /// Where the condition holds, asked by a run in the seat.
  Tri ask(Condition condition, Seat seat) {
    return switch (condition) {
      case Condition.Always _ -> Tri.YES;
      case Condition.HasTag(var tag) -> Tri.of(account.track(new Attribute.Tag(tag)).holds());
      case Condition.FieldIs(var field, _) -> ofField(field, condition);
      case Condition.StageIs(var pipeline, var place, var stage) ->
          standsAt(pipeline, place, stage);
      case Condition.DealExists(var pipeline) -> Tri.of(hasDeal(pipeline));
      case Condition.DealStatusIs(var pipeline, var statuses) ->
          Tri.of(
              hasDeal(pipeline)
                  .and(
                      Predicate.among(
                          account.track(new Attribute.Status(pipeline)),
                          value -> statuses.contains(Values.STATUSES.get(value)))));
      case Condition.HasAddress(var channel) -> Tri.of(hasAddress(channel));
      case Condition.OptedOut(var channel) -> optedOut(channel);
      case Condition.AppointmentAhead(var calendar, var within) -> {
        Predicate ahead =
            Predicate.any(
                account.calendars().stream()
                    .filter(one -> calendar.map(one::equals).orElse(true))
                    .map(one -> Values.isAhead(account.track(new Attribute.Diary(one))))
                    .toList());
        yield Tri.of(within.isEmpty() ? ahead : ahead.and(open(condition)));
      }
      case Condition.Inside(var contract) -> {
        Predicate outside =
            !runs.isAnyStudied(contract) || runs.isAlsoOutside(contract)
                ? open(condition).and(runs.mayBeUnderWay(contract))
                : Predicate.never();
        yield Tri.of(runs.anyUnderWay(contract, seat).or(outside));
      }
      case Condition.RanBefore(var contract, var within, var exit) ->
          Tri.of(
              runs.isAnyStudied(contract)
                  ? runs.ranBefore(contract, within, exit)
                  : open(condition));
      case Condition.LaneOccupied(var lane) -> {
        Predicate outside =
            runs.isAlsoOutside(lane)
                ? open(condition).and(runs.isHeld(lane).not())
                : Predicate.never();
        yield Tri.of(runs.heldByAnother(lane, seat).or(outside));
      }
      case Condition.DealValue(var pipeline, _) -> Tri.of(hasDeal(pipeline).and(open(condition)));
      case Condition.Assigned _, Condition.During _, Condition.BusinessOpen _ ->
          Tri.of(open(condition));
      case Condition.All(var parts) ->
          Tri.all(parts.stream().map(part -> ask(part, seat)).toList());
      case Condition.Any(var parts) ->
          Tri.any(parts.stream().map(part -> ask(part, seat)).toList());
      case Condition.Not(var part) -> ask(part, seat).negated();
    };
  }

  private Predicate open(Condition condition) {
    return account.track(new Attribute.Question(condition)).holds();
  }

  private Predicate hasDeal(PipelineName pipeline) {
    return account.track(new Attribute.Stage(pipeline)).is(Values.NO_DEAL).not();
  }

  /// Whether there is an address by which the channel reaches the contact.
  Predicate hasAddress(Channel channel) {
    Channel by =
        switch (channel) {
          case SMS, CALL, VOICEMAIL -> Channel.SMS;
          case EMAIL -> Channel.EMAIL;
          case CHAT -> Channel.CHAT;
        };
    return account.track(new Attribute.Address(by)).holds();
  }

  Tri optedOut(Channel channel) {
    Variable consent = account.track(new Attribute.Consent(channel));
    return new Tri(consent.is(Values.OPTED_OUT), consent.is(Values.UNSAID));
  }

  private Tri standsAt(PipelineName pipeline, Condition.Place place, StageName stage) {
    Variable standing = account.track(new Attribute.Stage(pipeline));
    Optional<Integer> wanted = account.stageValue(pipeline, stage);
    if (wanted.isEmpty()) {
      return new Tri(Predicate.never(), Predicate.always());
    }
    int at = wanted.get();
    return Tri.of(
        Predicate.among(
            standing,
            value ->
                switch (place) {
                  case AT -> value == at;
                  case BEFORE -> value < at;
                  case AFTER -> value > at;
                  case AT_OR_BEFORE -> value <= at;
                  case AT_OR_AFTER -> value >= at;
                }));
  }

  private Tri ofField(FieldName field, Condition condition) {
    Variable variable = account.track(new Attribute.Field(field));
    List<Truth> answers = new ArrayList<>();
    for (String value : variable.values()) {
      answers.add(Asking.ask(condition, view(field, value)));
    }
    return new Tri(
        Predicate.among(variable, value -> answers.get(value) == Truth.YES),
        Predicate.among(variable, value -> answers.get(value) == Truth.UNKNOWN));
  }

  private View view(FieldName field, String value) {
    var now = FieldCells.TODAY.atTime(12, 0).atZone(ZONE).toInstant();
    var contact =
        new ContactSnapshot(
            new ContactId("contact"),
            now,
            true,
            value.isEmpty() ? Map.of() : Map.of(field, value),
            Map.of(),
            Map.of(),
            Set.of(),
            Optional.of(ZONE),
            Optional.empty(),
            Known.unsaid(),
            Known.unsaid());
    var around =
        new Surroundings(account.operation(), ZONE, Map.of(), List.of(), List.of(), List.of());
    return new View(contact, around, new RunId("run"), Subject.contactOnly(), Map.of(), now);
  }
}
