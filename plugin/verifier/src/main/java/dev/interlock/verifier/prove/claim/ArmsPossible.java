package dev.interlock.verifier.prove.claim;

import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.Handler;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.model.Step;
import dev.interlock.core.Listening;
import dev.interlock.core.program.Node;
import dev.interlock.verifier.prove.symbolic.Machine;
import dev.interlock.verifier.prove.symbolic.Move;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.world.Event;
import dev.interlock.verifier.prove.world.Seat;
import dev.interlock.verifier.prove.world.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Every arm, choice and handler is taken by somebody.
public final class ArmsPossible implements Property {
  @Override
  public String rule() {
    return "E-ARM-IMPOSSIBLE";
  }

  @Override
  public String reason() {
    return "A way that nobody can take was meant for somebody, and they go another.";
  }

  @Override
  public List<Claim> claims(Study study, Machine<Event> machine) {
    return Steps.seats(study).flatMap(seat -> claims(seat, machine)).toList();
  }

  private Stream<Claim> claims(Seat seat, Machine<Event> machine) {
    List<Claim> claims = new ArrayList<>();
    Steps.places(seat)
        .forEach((step, nodes) -> {
          Predicate here =
              Predicate.any(nodes.stream().map(node -> seat.standsAt(node.id())).toList());
          if (step instanceof Step.Await await) {
            arms(claims, seat, machine, await, nodes, here);
          } else if (step instanceof Step.Branch branch) {
            choices(claims, seat, machine, branch, nodes, here);
          }
        });
    List<Handler> handlers = seat.contract().handlers();
    for (int i = 0; i < handlers.size(); i++) {
      if (isModelled(machine, handlers.get(i).event())) {
        claims.add(
            claim(
                seat,
                "throughout",
                handlers.get(i).position(),
                "this handler is never taken: what it listens for, another answers before it, or"
                    + " its condition never holds then",
                seat.isInside(),
                heardBy(machine, seat, new Event.By.Handler(i))));
      }
    }
    return claims.stream();
  }

  private void arms(
      List<Claim> claims,
      Seat seat,
      Machine<Event> machine,
      Step.Await await,
      List<Node> nodes,
      Predicate here) {
    for (int i = 0; i < await.arms().size(); i++) {
      Step.Arm arm = await.arms().get(i);
      Event.By by = new Event.By.Arm(i);
      if (isModelled(machine, arm.event())) {
        claims.add(
            claim(
                seat,
                await.name().text(),
                arm.position(),
                "this arm of *%s* is never taken: earlier arms take everything, or its condition"
                        .formatted(await.name())
                    + " cannot hold here",
                here,
                nodes.stream()
                    .flatMap(node -> Steps.from(machine, seat, node))
                    .filter(move ->
                        move.what() instanceof Event.Hears(_, _, _, var its) && its.equals(by))
                    .map(Move::guard)
                    .toList()));
      }
    }
  }

  private void choices(
      List<Claim> claims,
      Seat seat,
      Machine<Event> machine,
      Step.Branch branch,
      List<Node> nodes,
      Predicate here) {
    for (int i = 0; i < branch.choices().size(); i++) {
      int limb = i;
      claims.add(
          claim(
              seat,
              branch.name().text(),
              branch.choices().get(i).position(),
              "arm %d of *%s* is never taken: whoever comes here does not meet its condition, or"
                      .formatted(i + 1, branch.name())
                  + " met an earlier one",
              here,
              nodes.stream()
                  .flatMap(node -> Steps.from(machine, seat, node))
                  .filter(move ->
                      move.what() instanceof Event.Does(_, _, var way, var its, _)
                          && way == Event.Way.CHOSEN
                          && its == limb)
                  .map(Move::guard)
                  .toList()));
    }
  }

  private Claim claim(
      Seat seat,
      String at,
      Position position,
      String message,
      Predicate context,
      List<Predicate> ways) {
    return new Claim.Possible(
        new Subject(
            rule(),
            seat.contract(),
            at,
            position,
            message,
            "take it away, or put it before what takes its place, or correct its condition."),
        context,
        ways);
  }

  private static List<Predicate> heardBy(Machine<Event> machine, Seat seat, Event.By by) {
    return machine.moves().stream()
        .filter(move ->
            move.what() instanceof Event.Hears(var its, _, _, var answers)
                && its == seat
                && answers.equals(by))
        .map(Move::guard)
        .toList();
  }

  /// Whether the world of the study has an act that the pattern listens to; of an event that is not
  /// modelled nothing can be said.
  private static boolean isModelled(Machine<Event> machine, EventPattern pattern) {
    return machine.moves().stream()
        .anyMatch(move ->
            move.what() instanceof Event.Acts(var act)
                && act.happenings().stream().anyMatch(what -> Listening.matches(pattern, what)));
  }
}
