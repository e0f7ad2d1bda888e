package dev.interlock.verifier.timing;

import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Continuation;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Deadline;
import dev.interlock.contract.model.Pause;
import dev.interlock.contract.model.Step;
import dev.interlock.verifier.walk.Flow;
import dev.interlock.verifier.walk.Move;
import dev.interlock.verifier.walk.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/// Which message can follow next on another one by the same channel, and how soon, although nobody
/// does anything in between: in the same run, and in the contract into which its exit leads.
///
/// What is answered in between is a conversation. Moments of an appointment or a date are as far
/// off as nobody knows, and do not count as soon.
///
/// @param from who sends the first message
/// @param by who sends the second one
public record Succession(
    Contract from, Step.Send first, Contract by, Step.Send second, Duration after) {

  /// Every such pair that begins in the contract.
  public static List<Succession> in(ContractSet set, Contract contract) {
    Flow flow = Flow.of(contract);
    List<Succession> all = new ArrayList<>();
    for (Place place : flow.reachable()) {
      if (place.step() instanceof Step.Send send) {
        place.moves().stream()
            .filter(move -> move.way() == Move.Way.DONE)
            .forEach(move ->
                new Search(set, contract, send, all)
                    .go(contract, move.to(), Duration.ZERO, Set.of()));
      }
    }
    return List.copyOf(all);
  }

  /// One search, from one message.
  private record Search(ContractSet set, Contract from, Step.Send first, List<Succession> found) {

    void go(Contract contract, int start, Duration already, Set<ContractId> before) {
      Flow flow = Flow.of(contract);
      Channel channel = first.message().channel();
      Set<Integer> seen = new HashSet<>();
      PriorityQueue<Reached> open = new PriorityQueue<>(Comparator.comparing(Reached::after));
      open.add(new Reached(start, already));
      while (!open.isEmpty()) {
        Reached next = open.poll();
        if (next.number() == Flow.END || !seen.add(next.number())) {
          continue;
        }
        Place place = flow.places().get(next.number());
        switch (place.step()) {
          case Step.Send second when second.message().channel() == channel ->
              found.add(new Succession(from, first, contract, second, next.after()));
          case Step.Leave leave -> route(contract, leave, next.after(), before);
          case Step _ ->
              place.moves().stream()
                  .filter(move -> isSoon(place, move))
                  .map(move -> new Reached(move.to(), next.after().plus(move.least())))
                  .forEach(open::add);
        }
      }
    }

    private void route(
        Contract contract, Step.Leave leave, Duration after, Set<ContractId> before) {
      Set<ContractId> sofar = new HashSet<>(before);
      sofar.add(contract.id());
      contract
          .exit(leave.exit())
          .filter(exit -> exit.continuation() instanceof Continuation.RoutesTo)
          .map(exit -> ((Continuation.RoutesTo) exit.continuation()).contract())
          .filter(target -> !sofar.contains(target))
          .flatMap(set::contract)
          .ifPresent(target -> go(target, Flow.of(target).start(), after, sofar));
    }

    private static boolean isSoon(Place place, Move move) {
      return switch (move.way()) {
        case ARM -> false;
        case REACHED ->
            !(place.step() instanceof Step.Wait wait && wait.pause() instanceof Pause.Until);
        case SILENCE ->
            place.step() instanceof Step.Await await
                && await.silence().deadline() instanceof Deadline.After;
        case DONE, REFUSED, BLOCKED, UNDELIVERED, PAST, GONE -> true;
        case CHOICE, OTHERWISE, UNKNOWN, SHARE, TURN -> true;
      };
    }
  }

  private record Reached(int number, Duration after) {}
}
