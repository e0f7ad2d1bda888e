package dev.interlock.verifier.rule.path;

import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Declaration;
import dev.interlock.contract.model.EntryClause;
import dev.interlock.contract.model.EntryClause.Demand;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Step;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Distinct;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.walk.Flow;
import dev.interlock.verifier.walk.Guards;
import dev.interlock.verifier.walk.LeastTime;
import dev.interlock.verifier.walk.Move;
import dev.interlock.verifier.walk.Place;
import dev.interlock.verifier.walk.StepTree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Places that wait, after the first message, and do not hear what a contact may well do.
///
/// A message that quiet hours can hold back is such a place as well, as long as nobody has answered
/// the one before: whoever answers in the evening gets it in the morning all the same.
///
/// An answer with a guard counts only where a clause of the entry filter sees to the guard.
final class EventUnhandled implements Rule {
  @Override
  public String id() {
    return "E-EVENT-UNHANDLED";
  }

  @Override
  public String reason() {
    return "Whoever is written to may answer, book, pay or ask for no more at any moment; a run that"
        + " does not listen goes on as if nothing had happened.";
  }

  @Override
  public Checked check(ContractSet set) {
    return Checked.each(set.contracts().stream(), contract -> judge(set.operation(), contract));
  }

  private Stream<Finding> judge(Operation operation, Contract contract) {
    Flow flow = Flow.of(contract);
    Map<Expected, List<Place>> deaf = new LinkedHashMap<>();
    Map<Place, Duration> heard = new HashMap<>();
    Map<Place, Duration> begun =
        flow.start() < 0 ? Map.of() : LeastTime.from(flow, flow.places().get(flow.start()));
    for (Place send : sends(flow)) {
      Duration sent = begun.getOrDefault(send, Duration.ZERO);
      LeastTime.after(flow, send)
          .forEach((place, after) ->
              heard.merge(
                  place, sent.plus(after), (one, two) -> one.compareTo(two) < 0 ? one : two));
      List<Place> waiting = waiting(operation, flow, send);
      for (Expected event : Expected.after(operation, contract, (Step.Send) send.step())) {
        waiting.stream()
            .filter(place -> !isAnswered(contract, place, event))
            .forEach(place -> deaf.computeIfAbsent(event, _ -> new ArrayList<>()).add(place));
      }
    }
    return deaf.entrySet().stream()
        .map(entry -> unheard(contract, flow, heard, entry.getKey(), entry.getValue()));
  }

  // who has answered already gets the next message as an answer, however late
  private static List<Place> waiting(Operation operation, Flow flow, Place send) {
    int next = Sending.next(send);
    List<Place> unanswered = flow.from(next, move -> move.way() != Move.Way.ARM);
    Map<Place, Duration> after = LeastTime.from(flow, send);
    return flow.onward(next).stream()
        .filter(place ->
            place.isWaiting()
                || (unanswered.contains(place)
                    && Sending.isHeld(operation, place, after.getOrDefault(place, Duration.ZERO))))
        .toList();
  }

  private static List<Place> sends(Flow flow) {
    return flow.reachable().stream().filter(place -> place.step() instanceof Step.Send).toList();
  }

  private static boolean isAnswered(Contract contract, Place place, Expected event) {
    boolean handled =
        contract.handlers().stream()
            .anyMatch(handler -> answers(contract, handler.event(), handler.guard(), event));
    boolean ignored =
        contract.declarations().stream()
            .anyMatch(said ->
                said instanceof Declaration.Ignores(var pattern, _, _) && event.isIn(pattern));
    return handled
        || ignored
        || (place.step() instanceof Step.Await await
            && await.arms().stream()
                .anyMatch(arm -> answers(contract, arm.event(), arm.guard(), event)));
  }

  private static boolean answers(
      Contract contract, EventPattern pattern, Condition guard, Expected event) {
    boolean holds =
        guard instanceof Condition.Always
            || contract.admits().stream()
                .filter(EventUnhandled::stands)
                .anyMatch(clause -> Guards.covers(guard, clause.condition()));
    return holds && event.isIn(pattern);
  }

  private static boolean stands(EntryClause clause) {
    return clause.demand() == Demand.REQUIRE && clause.atEntryOnly().isEmpty();
  }

  /// @param heard the least time after which something can be heard at a place once a message is
  ///   out
  private Finding unheard(
      Contract contract,
      Flow flow,
      Map<Place, Duration> heard,
      Expected event,
      List<Place> places) {
    List<Step> steps =
        StepTree.steps(contract)
            .filter(step -> places.stream().anyMatch(place -> place.step().equals(step)))
            .filter(Distinct.by(Step::name))
            .toList();
    Place first =
        places.stream()
            .filter(place -> place.step().equals(steps.getFirst()))
            .findFirst()
            .orElseThrow();
    int others = steps.size() - 1;
    String more =
        others == 0
            ? ""
            : "; the same at %d more %s".formatted(others, others == 1 ? "place" : "places");
    return found(
        contract,
        first.step().name().text(),
        first.step().position(),
        "%s, %s, %s. Nothing listens%s%s"
            .formatted(
                day(heard, first),
                where(first),
                event.story(),
                instead(contract, flow, first),
                more),
        "say whenever(%s) in throughout(...), let the await answer it, or say ignores(%s, \"why\")."
            .formatted(event.word(), event.word()));
  }

  private static String day(Map<Place, Duration> heard, Place place) {
    return "day " + (heard.getOrDefault(place, Duration.ZERO).toDays() + 1);
  }

  private static String where(Place place) {
    return place.isWaiting()
        ? "waiting at *%s*".formatted(place.step().name())
        : "while quiet hours hold back *%s*".formatted(place.step().name());
  }

  private static String instead(Contract contract, Flow flow, Place place) {
    if (place.step() instanceof Step.Send) {
      return ", and the run goes on to *%s* all the same".formatted(place.step().name());
    }
    List<Step> silent =
        flow.from(place.number(), Move::isSilent).stream().map(Place::step).toList();
    Optional<String> message =
        StepTree.steps(contract)
            .filter(step -> step instanceof Step.Send && silent.contains(step))
            .map(step -> ", and the run goes on to *%s* all the same".formatted(step.name()))
            .findFirst();
    Optional<String> exit =
        silent.stream()
            .filter(Step.Leave.class::isInstance)
            .map(step -> ", and the run leaves by *%s* in the end".formatted(step.name()))
            .findFirst();
    return message.or(() -> exit).orElse("");
  }
}
