package dev.interlock.verifier.prove.claim;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Message;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.PurposeName;
import dev.interlock.contract.model.Step;
import dev.interlock.simulation.script.Act;
import dev.interlock.verifier.prove.symbolic.Machine;
import dev.interlock.verifier.prove.symbolic.Move;
import dev.interlock.verifier.prove.symbolic.Variable;
import dev.interlock.verifier.prove.world.Event;
import dev.interlock.verifier.prove.world.Seat;
import dev.interlock.verifier.prove.world.Study;
import dev.interlock.verifier.walk.StepTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Nobody gets the same message from two workflows, or from a workflow and one of the CRM's own
/// automations.
///
/// What has a declared purpose the engine itself sends once within the purpose's horizon, over all
/// contracts. It cannot know of what an automation sends, nor that two texts without a purpose say
/// the same.
public final class MessagesOnce implements Property {
  @Override
  public String rule() {
    return "E-MSG-DUPLICATE";
  }

  @Override
  public String reason() {
    return "Hearing the same thing twice tells a contact that a machine is talking.";
  }

  @Override
  public boolean looksAt(ContractSet set, List<Contract> studied) {
    return studied.size() > 1
        ? sharesAText(set, studied)
        : set.operation().automations().stream()
            .anyMatch(automation -> !automation.maySend().isEmpty());
  }

  private static boolean sharesAText(ContractSet set, List<Contract> studied) {
    List<Set<String>> said =
        studied.stream()
            .map(contract ->
                StepTree.steps(contract)
                    .filter(Step.Send.class::isInstance)
                    .map(step -> key(set.operation(), (Step.Send) step))
                    .filter(key -> key.startsWith("text "))
                    .collect(Collectors.toSet()))
            .toList();
    return !Collections.disjoint(said.getFirst(), said.getLast());
  }

  @Override
  public Machine<Event> remembering(Study study, Machine<Event> machine) {
    Machine<Event> remembering = machine;
    for (String said : disputed(study)) {
      Variable ghost = ghost(said);
      remembering =
          Ghost.in(
              remembering,
              ghost,
              event ->
                  says(study, event).filter(said::equals).isPresent()
                      ? List.of(ghost.becomes(1))
                      : List.of());
    }
    return remembering;
  }

  private static Variable ghost(String said) {
    return Variable.flag("was told " + said);
  }

  /// What can be said by more than one, and is not kept apart by the engine.
  private static Set<String> disputed(Study study) {
    Set<String> all = new LinkedHashSet<>();
    Set<String> purposes =
        study.set().operation().automations().stream()
            .flatMap(automation -> automation.maySend().stream())
            .map(MessagesOnce::key)
            .collect(Collectors.toSet());
    for (Seat seat : study.seats()) {
      Steps.places(seat).keySet().stream()
          .filter(Step.Send.class::isInstance)
          .map(step -> key(study, (Step.Send) step))
          .filter(key ->
              purposes.contains(key)
                  || study.seats().stream()
                      .filter(other -> other != seat)
                      .anyMatch(other -> sends(study, other, key)))
          .filter(key -> purposes.contains(key) || key.startsWith("text "))
          .forEach(all::add);
    }
    return all;
  }

  private static boolean sends(Study study, Seat seat, String key) {
    return Steps.places(seat).keySet().stream()
        .anyMatch(step -> step instanceof Step.Send send && key(study, send).equals(key));
  }

  private static String key(PurposeName purpose) {
    return "purpose " + purpose;
  }

  private static String key(Study study, Step.Send send) {
    return key(study.set().operation(), send);
  }

  private static String key(Operation operation, Step.Send send) {
    return send.terms()
        .purpose()
        .filter(purpose ->
            operation.purposes().stream().anyMatch(declared -> declared.name().equals(purpose)))
        .map(MessagesOnce::key)
        .orElseGet(() -> "text " + text(send.message()));
  }

  private static String text(Message message) {
    return switch (message) {
      case Message.Sms(var body) -> body;
      case Message.Email(var subject, var body) -> subject + " / " + body;
    };
  }

  private static Optional<String> says(Study study, Event event) {
    return switch (event) {
      case Event.Does does when does.marks().sent().isPresent() ->
          does.seat().stepAt(does.place()).map(step -> key(study, (Step.Send) step));
      case Event.Acts(var act) when act.script() instanceof Act.ForeignMessage(_, var purpose, _) ->
          purpose.map(MessagesOnce::key);
      case Event _ -> Optional.empty();
    };
  }

  @Override
  public List<Claim> claims(Study study, Machine<Event> machine) {
    Set<String> disputed = disputed(study);
    List<Claim> claims = new ArrayList<>();
    for (Move<Event> move : machine.moves()) {
      says(study, move.what())
          .filter(disputed::contains)
          .ifPresent(said -> claims.add(claim(study, move, said)));
    }
    return claims;
  }

  private Claim claim(Study study, Move<Event> move, String said) {
    return Claim.Never.move(
        switch (move.what()) {
          case Event.Does does -> {
            Seat seat = does.seat();
            yield Subject.step(
                rule(),
                seat.contract(),
                seat.stepAt(does.place()).orElseThrow(),
                "*%s* can tell the contact what they were told already".formatted(does.place()),
                "claim one lane for both senders, or let one of them not say it.");
          }
          case Event _ ->
              Subject.contract(
                  rule(),
                  study.seats().getFirst().contract(),
                  said,
                  "one of the CRM's own automations sends what this contract sends as well (%s)"
                      .formatted(said),
                  "switch the message off in the CRM's automation, or leave it to the automation.");
        },
        ghost(said).holds(),
        move);
  }
}
