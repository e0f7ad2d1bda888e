package dev.interlock.core;

import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.EventPattern.ContactChange;
import dev.interlock.contract.model.EventPattern.DealChange;
import dev.interlock.contract.model.EventPattern.Hand;
import dev.interlock.contract.model.EventPattern.HandAct;
import dev.interlock.contract.model.EventPattern.TagChange;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Operation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Sees what only we can see: contacts move no stages and set no tags, so what we did not do
/// ourselves a foreign hand did. A CRM's webhook tells the change and not the doer.
///
/// @param made deals that were just made: the stage in which a deal begins is no move
/// @param newcomer whether the contact was just made: the tags that it comes with are no change
public record ForeignHands(Operation operation, Set<DealId> made, boolean newcomer) {
  public ForeignHands {
    made = Set.copyOf(made);
  }

  /// For events that are told together.
  public static ForeignHands amid(Operation operation, List<DomainEvent> events) {
    return new ForeignHands(
        operation,
        events.stream().flatMap(event -> made(event.what()).stream()).collect(Collectors.toSet()),
        events.stream().anyMatch(event -> isNewcomer(event.what())));
  }

  private static boolean isNewcomer(Happening what) {
    return what instanceof Happening.ContactHappened(var change, _)
        && change == ContactChange.CREATED;
  }

  private static Optional<DealId> made(Happening what) {
    return what instanceof Happening.DealHappened(var change, var deal, _)
            && change == DealChange.CREATED
        ? Optional.of(deal)
        : Optional.empty();
  }

  /// What a foreign hand did, when the event shows one.
  public Optional<DomainEvent> behind(DomainEvent event) {
    if (event.provenance() != Provenance.UNKNOWN && event.provenance() != Provenance.FOREIGN) {
      return Optional.empty();
    }
    return switch (event.what()) {
      case Happening.StageEntered(var deal, _) when made.contains(deal) -> Optional.empty();
      case Happening.StageEntered(_, var stage) ->
          Optional.of(
              acted(
                  event,
                  new Leaves.AtStage(stage),
                  HandAct.MOVED_STAGE,
                  "moved the deal to " + stage));
      case Happening.TagHappened _ when newcomer -> Optional.empty();
      case Happening.TagHappened(var change, var tag) ->
          Optional.of(
              change == TagChange.ADDED
                  ? acted(
                      event, new Leaves.Tagged(tag), HandAct.CHANGED_TAG, "added the tag " + tag)
                  : acted(
                      event,
                      new Leaves.NotTagged(tag),
                      HandAct.CHANGED_TAG,
                      "took the tag " + tag + " away"));
      case Happening _ -> Optional.empty();
    };
  }

  private DomainEvent acted(DomainEvent event, Leaves left, HandAct act, String words) {
    return new DomainEvent(
        event.id() + "/hand",
        event.contact(),
        event.occurredAt(),
        new Happening.ForeignHandActed(whose(left), act, words),
        Provenance.FOREIGN);
  }

  /// An automation that is declared to write this is the likelier doer.
  private Hand whose(Leaves left) {
    boolean declared =
        operation.automations().stream()
            .anyMatch(automation -> automation.mayWrite().contains(left));
    return declared ? Hand.AUTOMATION : Hand.STAFF;
  }
}
