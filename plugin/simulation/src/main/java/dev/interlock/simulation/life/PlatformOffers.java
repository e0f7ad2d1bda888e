package dev.interlock.simulation.life;

import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.EventPattern.ContactChange;
import dev.interlock.contract.model.EventPattern.Delivery;
import dev.interlock.contract.model.FieldName;
import dev.interlock.core.program.Program;
import dev.interlock.simulation.Letter;
import dev.interlock.simulation.Repertoire;
import dev.interlock.simulation.Simulation;
import dev.interlock.simulation.script.Act;
import java.util.List;
import java.util.Optional;

/// What the platform reports, what the calendar brings, and what is started by a name. It happens
/// more often where somebody listens for it.
record PlatformOffers(Repertoire repertoire, Suggestions suggestions) {

  /// Puts them among what the world offers.
  void addTo(Offers offers) {
    offers.offer(5, PlatformOffers::reports);
    offers.offer(
        1,
        (_, chance) ->
            chance.percent(12)
                ? List.of(
                    new Act.RecordChanged(
                        chance.percent(70) ? ContactChange.DELETED : ContactChange.MERGED))
                : List.of());
    repertoire.programs().stream()
        .map(program -> program.contract().id())
        .forEach(id -> offers.offer(1, new Act.StartedByHand(id)));
    suggestions.patterns().forEach(pattern -> listenedFor(pattern, offers));
    repertoire.programs().stream()
        .map(Program::contract)
        .forEach(contract -> named(contract.id(), contract.trigger().event(), offers));
  }

  private static List<Act> reports(Simulation now, Chance chance) {
    List<Letter> letters = now.letters();
    Optional<Letter> letter = chance.oneOfAny(letters);
    return letter
        .<List<Act>>map(one -> List.of(new Act.Reports(one.contract(), delivery(one, chance))))
        .orElse(List.of());
  }

  private static Delivery delivery(Letter letter, Chance chance) {
    return letter.channel() == Channel.EMAIL
        ? chance.oneOf(
            List.of(Delivery.DELIVERED, Delivery.BOUNCED, Delivery.OPENED, Delivery.CLICKED))
        : chance.oneOf(List.of(Delivery.DELIVERED, Delivery.FAILED));
  }

  /// What happens more often where somebody listens for it.
  private static void listenedFor(EventPattern pattern, Offers offers) {
    switch (pattern) {
      case EventPattern.FormSubmitted(var form) ->
          offers.offer(4, new Act.FillsForm(form.orElse("Form")));
      case EventPattern.MoneyEvent(var change) ->
          offers.offer(
              4,
              (_, chance) ->
                  List.of(new Act.Money(change, "invoice " + chance.source().nextInt(1, 3))));
      case EventPattern.ContactEvent(var change) -> changed(change, offers);
      case EventPattern.CallMissed() -> offers.offer(8, new Act.CallsAndIsMissed(true));
      case EventPattern.MessageReceived _, EventPattern.MessageOutcome _ -> {}
      case EventPattern.ConsentEvent _, EventPattern.AppointmentEvent _ -> {}
      case EventPattern.DealEvent _, EventPattern.StageEntered _, EventPattern.TagEvent _ -> {}
      case EventPattern.TaskEvent _, EventPattern.NoteAdded _, EventPattern.DateReached _ -> {}
      case EventPattern.Scheduled _, EventPattern.StartedByHand _ -> {}
      case EventPattern.StartedByApi _, EventPattern.Routed _, EventPattern.ForeignHand _ -> {}
      case EventPattern.Either _ -> {}
    }
  }

  private static void changed(ContactChange change, Offers offers) {
    switch (change) {
      // whoever was heard of before is not new
      case CREATED ->
          offers.offer(
              40,
              (now, _) -> now.heard() == 0 ? List.of(new Act.RecordChanged(change)) : List.of());
      case CHANGED -> offers.offer(3, new Act.RecordChanged(change));
      case DELETED, MERGED -> {}
    }
  }

  private static void named(ContractId contract, EventPattern trigger, Offers offers) {
    switch (trigger) {
      case EventPattern.Either(var patterns) ->
          patterns.forEach(one -> named(contract, one, offers));
      case EventPattern.DateReached(var field, _) -> offers.offer(5, (now, _) -> comes(field, now));
      case EventPattern.Scheduled _ -> offers.offer(5, new Act.ScheduleComes(contract));
      case EventPattern.StartedByApi _ -> offers.offer(5, new Act.StartedByApi(contract));
      case EventPattern.StartedByHand _ -> offers.offer(5, new Act.StartedByHand(contract));
      case EventPattern _ -> {}
    }
  }

  private static List<Act> comes(FieldName field, Simulation now) {
    return isDate(now.account().field(field)) ? List.of(new Act.DateComes(field)) : List.of();
  }

  private static boolean isDate(String value) {
    return value.matches("\\d{4}-\\d{2}-\\d{2}");
  }
}
