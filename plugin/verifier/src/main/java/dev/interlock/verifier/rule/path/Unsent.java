package dev.interlock.verifier.rule.path;

import dev.interlock.contract.model.Consequence;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.Deadline;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Pause;
import dev.interlock.contract.model.SendTerms.Ask;
import dev.interlock.contract.model.Step;
import dev.interlock.core.Spans;
import dev.interlock.verifier.walk.Asks;
import dev.interlock.verifier.walk.Flow;
import dev.interlock.verifier.walk.Guards;
import dev.interlock.verifier.walk.Move;
import dev.interlock.verifier.walk.Patterns;
import dev.interlock.verifier.walk.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// What follows when a message did not go out and the run goes on all the same.
final class Unsent {
  private final Operation operation;
  private final Flow flow;

  Unsent(Operation operation, Contract contract) {
    this.operation = operation;
    this.flow = Flow.of(contract);
  }

  /// Every message to which a way leads.
  List<Place> messages() {
    return flow.reachable().stream().filter(place -> place.step() instanceof Step.Send).toList();
  }

  /// Whether the run goes on as if nothing had failed, without a path of its own.
  static boolean goesOn(Consequence consequence) {
    return switch (consequence) {
      case Consequence.GoOn _, Consequence.Skip _ -> true;
      case Consequence.Take _ -> false;
    };
  }

  /// The await at which the run then listens for the answer to that very message, and to no other.
  ///
  /// A branch ends the search, since whoever asks for the contact's state may have seen to it; but
  /// where the deal stands says nothing of a message.
  Optional<Step.Await> listening(Place message) {
    Set<Ask> asks = Asks.of(operation, (Step.Send) message.step());
    if (asks.isEmpty() || wasAskedBefore(message, asks)) {
      return Optional.empty();
    }
    return first(
            Sending.next(message),
            place ->
                place.step() instanceof Step.Await await
                    && asks.stream().anyMatch(ask -> listens(await, ask)),
            Unsent::goesPast,
            new HashSet<>())
        .map(place -> (Step.Await) place.step());
  }

  /// The message that then follows, as if the one before had gone out. One that stands at a moment
  /// of its own speaks of that.
  Optional<Step.Send> following(Place message) {
    return first(
            Sending.next(message),
            place -> place.step() instanceof Step.Send,
            Unsent::goesPastInSilence,
            new HashSet<>())
        .map(place -> (Step.Send) place.step());
  }

  /// How long the await listens, as the end of a sentence.
  static String howLong(Step.Await await) {
    return switch (await.silence().deadline()) {
      case Deadline.After(var span) -> "for " + Spans.words(span);
      case Deadline.At _ -> "until its moment";
    };
  }

  private boolean wasAskedBefore(Place message, Set<Ask> asks) {
    return messages().stream()
        .filter(other -> !other.step().equals(message.step()))
        .filter(
            other -> Asks.of(operation, (Step.Send) other.step()).stream().anyMatch(asks::contains))
        .anyMatch(other -> flow.onward(Sending.next(other)).contains(message));
  }

  private static boolean listens(Step.Await await, Ask ask) {
    return await.arms().stream()
        .flatMap(arm -> Patterns.alternatives(arm.event()))
        .anyMatch(event -> Asks.isAnswered(ask, event));
  }

  private Optional<Place> first(
      int number, Predicate<Place> wanted, Predicate<Place> past, Set<Integer> seen) {
    if (number == Flow.END || !seen.add(number)) {
      return Optional.empty();
    }
    Place place = flow.places().get(number);
    if (wanted.test(place)) {
      return Optional.of(place);
    }
    if (!past.test(place)) {
      return Optional.empty();
    }
    return place.moves().stream()
        .filter(Move::isSilent)
        .flatMap(move -> first(move.to(), wanted, past, seen).stream())
        .findFirst();
  }

  private static boolean goesPast(Place place) {
    return switch (place.step()) {
      case Step.Act _, Step.Wait _, Step.Split _, Step.Repeat _ -> true;
      case Step.Branch branch ->
          branch.choices().stream()
              .flatMap(choice -> Guards.questions(choice.guard()))
              .allMatch(question -> Guards.deal(question).isPresent());
      case Step.Send _, Step.Await _, Step.Leave _ -> false;
    };
  }

  private static boolean goesPastInSilence(Place place) {
    return switch (place.step()) {
      case Step.Act _, Step.Await _, Step.Split _, Step.Repeat _ -> true;
      case Step.Wait wait -> !(wait.pause() instanceof Pause.Until);
      case Step.Send _, Step.Branch _, Step.Leave _ -> false;
    };
  }
}
