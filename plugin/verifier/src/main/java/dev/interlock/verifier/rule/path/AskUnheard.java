package dev.interlock.verifier.rule.path;

import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Declaration;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.SendTerms.Ask;
import dev.interlock.contract.model.Step;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Distinct;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.rule.Words;
import dev.interlock.verifier.walk.Asks;
import dev.interlock.verifier.walk.Flow;
import dev.interlock.verifier.walk.Move;
import dev.interlock.verifier.walk.Patterns;
import dev.interlock.verifier.walk.Place;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/// Messages that ask for something to which nobody then listens.
final class AskUnheard implements Rule {
  @Override
  public String id() {
    return "E-ASK-UNHEARD";
  }

  @Override
  public String reason() {
    return "Whoever asks has to hear the answer before saying the next thing.";
  }

  @Override
  public Checked check(ContractSet set) {
    return Checked.each(set.contracts().stream(), contract -> judge(set.operation(), contract));
  }

  private Stream<Finding> judge(Operation operation, Contract contract) {
    Flow flow = Flow.of(contract);
    return flow.reachable().stream()
        .filter(place -> place.step() instanceof Step.Send)
        .flatMap(place ->
            Asks.of(operation, (Step.Send) place.step()).stream()
                .filter(ask -> !isIgnored(contract, wanted(place, ask)))
                .filter(ask -> !isHeard(contract, flow, place, wanted(place, ask)))
                .map(ask -> unheard(contract, place.step(), ask)))
        .filter(Distinct.by(finding -> finding.at() + finding.message()));
  }

  private Finding unheard(Contract contract, Step send, Ask ask) {
    return found(
        contract,
        send.name().text(),
        send.position(),
        "*%s* asks for %s, and the run can go on to the next message or exit without listening for"
                .formatted(send.name(), Words.of(ask))
            + " it",
        "let an await with when(%s) follow on every way, or say ignores(%s, \"why\")."
            .formatted(Words.listening(ask), Words.listening(ask)));
  }

  // every way from the message meets a place that listens before the next message or exit
  private static boolean isHeard(Contract contract, Flow flow, Place send, Wanted ask) {
    boolean handled =
        contract.handlers().stream().anyMatch(handler -> answers(handler.event(), ask));
    return send.moves().stream()
        .filter(move -> move.way() == Move.Way.DONE)
        .allMatch(move -> isHeardFrom(flow, move.to(), ask, handled, new HashSet<>()));
  }

  private static boolean isHeardFrom(
      Flow flow, int number, Wanted ask, boolean handled, Set<Integer> seen) {
    if (number == Flow.END) {
      return false;
    }
    if (!seen.add(number)) {
      return true;
    }
    Place place = flow.places().get(number);
    return switch (place.step()) {
      case Step.Send _, Step.Leave _ -> false;
      case Step.Wait _ when handled -> true;
      case Step.Await await
          when handled || await.arms().stream().anyMatch(arm -> answers(arm.event(), ask)) ->
          true;
      case Step.Wait _, Step.Await _, Step.Act _, Step.Branch _, Step.Split _, Step.Repeat _ ->
          place.moves().stream()
              .filter(AskUnheard::isNormal)
              .allMatch(move -> isHeardFrom(flow, move.to(), ask, handled, seen));
    };
  }

  // a failing step's own way is not the way of the conversation
  private static boolean isNormal(Move move) {
    return switch (move.way()) {
      case REFUSED, BLOCKED, UNDELIVERED -> false;
      case DONE, REACHED, PAST, GONE, ARM, SILENCE, CHOICE, OTHERWISE, UNKNOWN, SHARE, TURN -> true;
    };
  }

  private static boolean answers(EventPattern event, Wanted ask) {
    return Patterns.alternatives(event).anyMatch(ask::isAnsweredBy);
  }

  private static boolean isIgnored(Contract contract, Wanted ask) {
    return contract.declarations().stream()
        .anyMatch(
            said -> said instanceof Declaration.Ignores(var event, _, _) && answers(event, ask));
  }

  private static Wanted wanted(Place place, Ask ask) {
    return new Wanted(ask, ((Step.Send) place.step()).message().channel());
  }

  /// An answer, by the channel by which it was asked for; a link is followed by whatever way.
  private record Wanted(Ask ask, Channel channel) {
    boolean isAnsweredBy(EventPattern event) {
      boolean elsewhere =
          event instanceof EventPattern.MessageReceived(var channels, _)
              && !channels.isEmpty()
              && !channels.contains(channel);
      return !elsewhere && Asks.isAnswered(ask, event);
    }
  }
}
