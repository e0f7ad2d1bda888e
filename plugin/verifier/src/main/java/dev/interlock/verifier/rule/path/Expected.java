package dev.interlock.verifier.rule.path;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.EntryClause;
import dev.interlock.contract.model.EntryClause.Demand;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.EventPattern.AppointmentChange;
import dev.interlock.contract.model.EventPattern.ConsentChange;
import dev.interlock.contract.model.EventPattern.DealChange;
import dev.interlock.contract.model.EventPattern.MoneyChange;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.RunKey;
import dev.interlock.contract.model.Saying;
import dev.interlock.contract.model.SendTerms.Ask;
import dev.interlock.contract.model.Step;
import dev.interlock.verifier.walk.Asks;
import dev.interlock.verifier.walk.Guards;
import dev.interlock.verifier.walk.Listened;
import dev.interlock.verifier.walk.Patterns;
import dev.interlock.verifier.walk.StepTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Something that a contact or a colleague may do once a message went out, and that a run has to
/// hear: an answer and an opt-out always; a booking or a payment if messages or the way in speak of
/// one; the end of the deal if the contract moves or asks for its stage.
///
/// @param event the event, as narrow as it may come
/// @param story what happens, in a sentence
/// @param word how a contract says that it listens
record Expected(EventPattern event, String story, String word) {

  /// What may happen after the message.
  static List<Expected> after(Operation operation, Contract contract, Step.Send send) {
    Channel channel = send.message().channel();
    Set<Ask> asks = Asks.of(operation, send);
    List<Expected> all = new ArrayList<>();
    all.add(
        new Expected(
            new EventPattern.MessageReceived(Set.of(channel), new Saying.Anything()),
            "the contact writes *thanks, it is settled*",
            "replied()"));
    all.add(
        new Expected(
            new EventPattern.ConsentEvent(ConsentChange.OPTED_OUT, Set.of(channel)),
            "the contact opts out of " + channel.many(),
            "optedOut(%s)".formatted(channel.name())));
    if (asks.contains(Ask.BOOKING) || isForThoseWithoutADate(contract)) {
      all.add(
          new Expected(
              new EventPattern.AppointmentEvent(AppointmentChange.BOOKED, Optional.empty()),
              "the contact books",
              "booked()"));
    }
    if (asks.contains(Ask.PAYMENT) || isAboutABill(contract)) {
      all.add(
          new Expected(
              new EventPattern.MoneyEvent(MoneyChange.PAYMENT_RECEIVED),
              "the contact pays",
              "paymentReceived()"));
    }
    pipelines(contract).forEach(pipeline -> all.addAll(decided(pipeline)));
    return all;
  }

  /// Whether the pattern listens to it. A booking counts in whatever calendar, and a payment in
  /// whichever of its two forms.
  boolean isIn(EventPattern pattern) {
    return switch (event) {
      case EventPattern.AppointmentEvent _ -> listens(pattern, Ask.BOOKING);
      case EventPattern.MoneyEvent _ -> listens(pattern, Ask.PAYMENT);
      case EventPattern _ -> Patterns.covers(pattern, event);
    };
  }

  private static boolean listens(EventPattern pattern, Ask ask) {
    return Patterns.alternatives(pattern).anyMatch(one -> Asks.isAnswered(ask, one));
  }

  private static List<Expected> decided(PipelineName pipeline) {
    return Stream.of(DealChange.WON, DealChange.LOST)
        .map(change ->
            new Expected(
                new EventPattern.DealEvent(change, Optional.of(pipeline)),
                "a colleague marks the deal in *%s* as %s"
                    .formatted(pipeline, change == DealChange.WON ? "won" : "lost"),
                change == DealChange.WON ? "dealWon()" : "dealLost()"))
        .toList();
  }

  // a contract with one run per appointment leaves further ones to their own runs
  private static boolean isForThoseWithoutADate(Contract contract) {
    boolean missed =
        Listened.trigger(contract)
            .anyMatch(begin ->
                begin.event() instanceof EventPattern.AppointmentEvent(var change, _)
                    && (change == AppointmentChange.CANCELLED
                        || change == AppointmentChange.NO_SHOW));
    return missed
        || (contract.key() != RunKey.APPOINTMENT
            && contract.admits().stream().anyMatch(Expected::turnsAwayThoseWithADate));
  }

  private static boolean turnsAwayThoseWithADate(EntryClause clause) {
    return clause.demand() == Demand.REFUSE
        ? clause.condition() instanceof Condition.AppointmentAhead
        : clause.condition() instanceof Condition.Not(Condition.AppointmentAhead _);
  }

  private static boolean isAboutABill(Contract contract) {
    return Listened.trigger(contract)
        .anyMatch(begin ->
            begin.event() instanceof EventPattern.MoneyEvent(var change)
                && (change == MoneyChange.INVOICE_SENT || change == MoneyChange.INVOICE_OVERDUE));
  }

  /// Pipelines of which the filter or a move speaks, but for those in which the deal was decided
  /// before the run began.
  private static Set<PipelineName> pipelines(Contract contract) {
    Set<PipelineName> all = new TreeSet<>();
    contract.admits().stream()
        .flatMap(clause -> Guards.questions(clause.condition()))
        .flatMap(question -> Guards.deal(question).stream())
        .forEach(all::add);
    StepTree.steps(contract)
        .filter(Step.Act.class::isInstance)
        .flatMap(step -> pipeline(((Step.Act) step).action()))
        .forEach(all::add);
    contract.exits().stream()
        .flatMap(exit -> exit.leaves().stream())
        .filter(Leaves.AtStage.class::isInstance)
        .forEach(left -> all.add(((Leaves.AtStage) left).stage().pipeline()));
    boolean decided =
        Listened.trigger(contract)
            .anyMatch(begin ->
                begin.event() instanceof EventPattern.DealEvent(var change, _)
                    && change != DealChange.CREATED);
    return decided ? Set.of() : all;
  }

  private static Stream<PipelineName> pipeline(Action action) {
    return action instanceof Action.MoveTo(var stage)
        ? Stream.of(stage.pipeline())
        : Stream.empty();
  }
}
