package dev.interlock.core;

import dev.interlock.contract.contact.Appointment;
import dev.interlock.contract.contact.Consent;
import dev.interlock.contract.contact.Deal;
import dev.interlock.contract.contact.Known;
import dev.interlock.contract.model.CalendarName;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Condition.Place;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.Pipeline;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.StageName;
import dev.interlock.core.run.Surroundings.Holder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/// Asks conditions of a contact.
public final class Asking {
  private Asking() {}

  /// Whether the condition holds.
  public static Truth ask(Condition condition, View view) {
    return switch (condition) {
      case Condition.Always _ -> Truth.YES;
      case Condition.HasTag(var tag) -> Truth.of(view.contact().tags().contains(tag));
      case Condition.FieldIs(var field, var test) ->
          FieldTesting.test(test, view.contact().fields().getOrDefault(field, ""), view);
      case Condition.StageIs(var pipeline, var place, var stage) ->
          standsAt(pipeline, place, stage, view);
      case Condition.DealExists(var pipeline) -> ofDeal(pipeline, view, _ -> true);
      case Condition.DealStatusIs(var pipeline, var statuses) ->
          ofDeal(pipeline, view, deal -> statuses.contains(deal.status()));
      case Condition.DealValue(var pipeline, var comparison) ->
          ofDeal(pipeline, view, deal -> deal.value().map(comparison::holds).orElse(false));
      case Condition.HasAddress(var channel) -> Truth.of(hasAddress(channel, view));
      case Condition.OptedOut(var channel) -> optedOut(channel, view);
      case Condition.AppointmentAhead(var calendar, var within) ->
          appointmentAhead(calendar, within, view);
      case Condition.Assigned() -> Truth.of(view.contact().assignee().isPresent());
      case Condition.Inside(var contract) ->
          Truth.of(
              view.around().active().stream()
                  .anyMatch(
                      run -> run.contract().equals(contract) && !run.run().equals(view.self())));
      case Condition.RanBefore(var contract, var within, var exit) ->
          Truth.of(ranBefore(contract, within, exit, view));
      case Condition.LaneOccupied(var lane) -> {
        Holder holder = view.around().lanes().get(lane);
        yield Truth.of(holder != null && !holder.run().equals(view.self()));
      }
      case Condition.During(var window) ->
          Truth.of(Calendars.isInside(window, view.now().atZone(view.zone())));
      case Condition.BusinessOpen() ->
          Truth.of(Calendars.isOpen(view.around().operation().hours(), view));
      case Condition.All(var conditions) ->
          conditions.stream().map(part -> ask(part, view)).reduce(Truth.YES, Truth::and);
      case Condition.Any(var conditions) ->
          conditions.stream().map(part -> ask(part, view)).reduce(Truth.NO, Truth::or);
      case Condition.Not(var contrary) -> ask(contrary, view).negated();
    };
  }

  /// Whether the contact has an address for the channel; calls and voicemails go to the number that
  /// takes texts.
  static boolean hasAddress(Channel channel, View view) {
    return switch (channel) {
      case SMS, CALL, VOICEMAIL -> view.contact().addresses().containsKey(Channel.SMS);
      case EMAIL -> view.contact().addresses().containsKey(Channel.EMAIL);
      case CHAT -> view.contact().addresses().containsKey(Channel.CHAT);
    };
  }

  private static Truth optedOut(Channel channel, View view) {
    Consent consent = view.contact().consent().get(channel);
    return consent == null ? Truth.UNKNOWN : Truth.of(consent == Consent.OPTED_OUT);
  }

  private static Truth ofDeal(PipelineName pipeline, View view, Predicate<Deal> test) {
    return switch (view.deal(pipeline)) {
      case Known.Unsaid<Optional<Deal>> _ -> Truth.UNKNOWN;
      case Known.Said<Optional<Deal>>(var deal) -> Truth.of(deal.filter(test).isPresent());
    };
  }

  private static Truth standsAt(PipelineName pipeline, Place place, StageName stage, View view) {
    return switch (view.deal(pipeline)) {
      case Known.Unsaid<Optional<Deal>> _ -> Truth.UNKNOWN;
      case Known.Said<Optional<Deal>>(var deal) -> {
        Optional<Pipeline> declared = view.around().operation().pipeline(pipeline);
        OptionalInt wanted = declared.map(p -> p.indexOf(stage)).orElse(OptionalInt.empty());
        OptionalInt standing =
            deal.isEmpty()
                ? OptionalInt.of(-1)
                : declared
                    .map(p -> p.indexOf(deal.get().stage().stage()))
                    .orElse(OptionalInt.empty());
        yield wanted.isEmpty() || standing.isEmpty()
            ? Truth.UNKNOWN
            : Truth.of(compare(place, standing.getAsInt(), wanted.getAsInt()));
      }
    };
  }

  private static boolean compare(Place place, int standing, int wanted) {
    return switch (place) {
      case AT -> standing == wanted;
      case BEFORE -> standing < wanted;
      case AFTER -> standing > wanted;
      case AT_OR_BEFORE -> standing <= wanted;
      case AT_OR_AFTER -> standing >= wanted;
    };
  }

  private static Truth appointmentAhead(
      Optional<CalendarName> calendar, Optional<Duration> within, View view) {
    Predicate<Appointment> wanted =
        appointment ->
            appointment.isAhead(view.now())
                && calendar.map(appointment.calendar()::equals).orElse(true)
                && within
                    .map(span -> !appointment.start().isAfter(view.now().plus(span)))
                    .orElse(true);
    return switch (view.contact().appointments()) {
      case Known.Unsaid<List<Appointment>> _ -> Truth.UNKNOWN;
      case Known.Said<List<Appointment>>(var all) -> Truth.of(all.stream().anyMatch(wanted));
    };
  }

  private static boolean ranBefore(
      ContractId contract, Optional<Duration> within, Optional<ExitName> exit, View view) {
    return view.around().ended().stream()
        .anyMatch(past ->
            past.contract().equals(contract)
                && exit.map(past.exit()::equals).orElse(true)
                && within.map(span -> past.endedAt().plus(span).isAfter(view.now())).orElse(true));
  }
}
