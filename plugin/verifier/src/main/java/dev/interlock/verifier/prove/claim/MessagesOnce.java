package dev.interlock.verifier.prove.claim;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Message;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.PurposeName;
import dev.interlock.contract.model.Step;
import dev.interlock.simulation.script.Act;
import dev.interlock.verifier.prove.symbolic.Assignment;
import dev.interlock.verifier.prove.symbolic.Machine;
import dev.interlock.verifier.prove.symbolic.Move;
import dev.interlock.verifier.prove.symbolic.Predicate;
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
import java.util.stream.Stream;

/// Nobody gets the same message from two workflows, or from a workflow and one of the CRM's own
/// automations.
///
/// What has a declared purpose the engine itself sends once within the purpose's horizon, over all
/// contracts. It cannot know of what an automation sends, nor that two texts without a purpose say
/// the same.
public final class MessagesOnce implements Property {
  private static final String PURPOSE = "purpose ";

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
      for (Optional<Seat> teller : tellers(study)) {
        remembering =
            Ghost.in(
                remembering,
                ghost(said, teller),
                event -> change(study, event, said, teller).stream().toList());
      }
    }
    return remembering;
  }

  /// Who may say something: the run in each seat, or empty for an automation.
  private static List<Optional<Seat>> tellers(Study study) {
    return Stream.concat(
            study.seats().stream().map(Optional::of), Stream.of(Optional.<Seat>empty()))
        .toList();
  }

  /// Whether the contact was told by them; of two runs of one contract, by the one that stands.
  private static Variable ghost(String said, Optional<Seat> teller) {
    return Variable.flag(
        "was told %s by %s"
            .formatted(
                said, teller.map(seat -> seat.id() + " " + seat.number()).orElse("an automation")));
  }

  private static Optional<Assignment> change(
      Study study, Event event, String said, Optional<Seat> teller) {
    Variable ghost = ghost(said, teller);
    boolean over =
        switch (event) {
          case Event.Begins(var its) -> isOneOfTwo(study, its) && teller.equals(Optional.of(its));
          case Event.Leaves(var its, _, _, _) ->
              isOneOfTwo(study, its) && teller.equals(Optional.of(its));
          case Event _ -> false;
        };
    if (over) {
      return Optional.of(ghost.becomes(0));
    }
    boolean says =
        says(study, event).filter(said::equals).isPresent() && teller(event).equals(teller);
    return says ? Optional.of(ghost.becomes(1)) : Optional.empty();
  }

  private static boolean isOneOfTwo(Study study, Seat seat) {
    return study.seats().stream().anyMatch(other -> other != seat && other.id().equals(seat.id()));
  }

  private static Optional<Seat> teller(Event event) {
    return event instanceof Event.Does does ? Optional.of(does.seat()) : Optional.empty();
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
    return PURPOSE + purpose;
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
          .ifPresent(said ->
              claims.add(
                  Claim.Never.move(
                      subject(study, move.what(), said),
                      toldBefore(study, move.what(), said),
                      move)));
    }
    return claims;
  }

  private Subject subject(Study study, Event event, String said) {
    Seat seat =
        teller(event)
            .or(() -> study.seats().stream().filter(one -> sends(study, one, said)).findFirst())
            .orElseThrow();
    Step.Send step =
        event instanceof Event.Does does
            ? (Step.Send) seat.stepAt(does.place()).orElseThrow()
            : steps(study, seat, said).findFirst().orElseThrow();
    return said.startsWith(PURPOSE)
        ? Subject.step(
            rule(),
            seat.contract(),
            step,
            "*%s* and the CRM's automation *%s* both tell the contact *%s*"
                .formatted(step.name(), automations(study, said), said.substring(PURPOSE.length())),
            "switch the message off in the CRM's automation, or leave it to the automation.")
        : Subject.step(
            rule(),
            seat.contract(),
            step,
            others(study, seat, said).isEmpty()
                ? "two runs of it can tell one contact *%s* word for word".formatted(step.name())
                : "*%s* tells the contact word for word what *%s* tells them"
                    .formatted(step.name(), others(study, seat, said)),
            "give both one declared purpose, so that the second is left out; or let one of them not"
                + " say it.");
  }

  private static Stream<Step.Send> steps(Study study, Seat seat, String said) {
    return Steps.places(seat).keySet().stream()
        .filter(Step.Send.class::isInstance)
        .map(Step.Send.class::cast)
        .filter(send -> key(study, send).equals(said));
  }

  private static String automations(Study study, String said) {
    return study.set().operation().automations().stream()
        .filter(automation ->
            automation.maySend().stream().map(MessagesOnce::key).anyMatch(said::equals))
        .map(automation -> automation.name().text())
        .collect(Collectors.joining("* or *"));
  }

  private static String others(Study study, Seat seat, String said) {
    return study.seats().stream()
        .filter(other -> !other.id().equals(seat.id()) && sends(study, other, said))
        .map(other -> other.id().text())
        .collect(Collectors.joining("* and *"));
  }

  /// Where somebody else said it. The engine keeps apart what contracts say for a declared purpose.
  private static Predicate toldBefore(Study study, Event event, String said) {
    Optional<Seat> now = teller(event);
    boolean kept = said.startsWith(PURPOSE);
    return Predicate.any(
        tellers(study).stream()
            .filter(teller -> !teller.equals(now))
            .filter(teller -> !kept || teller.isEmpty() || now.isEmpty())
            .map(teller -> ghost(said, teller).holds())
            .toList());
  }
}
