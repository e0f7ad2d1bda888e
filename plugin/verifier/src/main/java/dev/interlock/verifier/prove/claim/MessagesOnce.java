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
/// contracts. It cannot know of what an automation sends, nor that two texts say the same unless
/// both have the same purpose.
public final class MessagesOnce implements Property {
  /// What a contact is told, as far as it can be compared.
  private sealed interface Said {

    /// Words, for a declared purpose or for none.
    record Words(String text, Optional<PurposeName> purpose) implements Said {}

    /// Whatever serves the declared purpose; automations say no more of their messages.
    record For(PurposeName purpose) implements Said {}

    /// Whether hearing the one after the other is hearing the same thing twice. What two workflows
    /// say for one purpose the engine keeps apart.
    static boolean isTheSame(Said one, Said other) {
      return switch (one) {
        case Words(var text, var purpose) ->
            other instanceof Words(var same, var its)
                && text.equals(same)
                && (purpose.isEmpty() || !purpose.equals(its));
        case For(var purpose) -> other instanceof For(var same) && purpose.equals(same);
      };
    }
  }

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
    List<Said.Words> first = words(set.operation(), studied.getFirst());
    List<Said.Words> last = words(set.operation(), studied.getLast());
    return first.stream().anyMatch(one -> last.stream().anyMatch(two -> Said.isTheSame(one, two)));
  }

  private static List<Said.Words> words(Operation operation, Contract contract) {
    return StepTree.steps(contract)
        .filter(Step.Send.class::isInstance)
        .map(step -> words(operation, (Step.Send) step))
        .distinct()
        .toList();
  }

  private static Said.Words words(Operation operation, Step.Send send) {
    return new Said.Words(text(send.message()), purpose(operation, send));
  }

  private static Optional<PurposeName> purpose(Operation operation, Step.Send send) {
    return send.terms()
        .purpose()
        .filter(purpose ->
            operation.purposes().stream().anyMatch(declared -> declared.name().equals(purpose)));
  }

  /// A step says its words, and serves its purpose.
  private static Stream<Said> saidBy(Study study, Step.Send send) {
    Operation operation = study.set().operation();
    return Stream.concat(
        Stream.of(words(operation, send)), purpose(operation, send).map(Said.For::new).stream());
  }

  @Override
  public Machine<Event> remembering(Study study, Machine<Event> machine) {
    Machine<Event> remembering = machine;
    for (Said said : disputed(study)) {
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
  private static Variable ghost(Said said, Optional<Seat> teller) {
    return Variable.flag(
        "was told %s by %s"
            .formatted(
                said, teller.map(seat -> seat.id() + " " + seat.number()).orElse("an automation")));
  }

  private static Optional<Assignment> change(
      Study study, Event event, Said said, Optional<Seat> teller) {
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
    boolean says = says(study, event).anyMatch(said::equals) && teller(event).equals(teller);
    return says ? Optional.of(ghost.becomes(1)) : Optional.empty();
  }

  private static boolean isOneOfTwo(Study study, Seat seat) {
    return study.seats().stream()
        .anyMatch(other -> other != seat && study.isOne(other.id(), seat.id()));
  }

  private static Optional<Seat> teller(Event event) {
    return event instanceof Event.Does does ? Optional.of(does.seat()) : Optional.empty();
  }

  /// What can be said by more than one, and is not kept apart by the engine.
  private static Set<Said> disputed(Study study) {
    Set<Said> all = new LinkedHashSet<>();
    Set<Said> foreign =
        study.set().operation().automations().stream()
            .flatMap(automation -> automation.maySend().stream())
            .map(Said.For::new)
            .collect(Collectors.toSet());
    for (Seat seat : study.seats()) {
      sends(seat)
          .flatMap(send -> saidBy(study, send))
          .filter(said ->
              foreign.contains(said)
                  || (said instanceof Said.Words
                      && study.seats().stream()
                          .filter(other -> other != seat)
                          .anyMatch(other -> says(study, other, said))))
          .forEach(all::add);
    }
    return all;
  }

  private static Stream<Step.Send> sends(Seat seat) {
    return Steps.places(seat).keySet().stream()
        .filter(Step.Send.class::isInstance)
        .map(Step.Send.class::cast);
  }

  private static boolean says(Study study, Seat seat, Said said) {
    return sends(seat)
        .flatMap(send -> saidBy(study, send))
        .anyMatch(other -> Said.isTheSame(said, other));
  }

  private static String text(Message message) {
    return switch (message) {
      case Message.Sms(var body) -> body;
      case Message.Email(var subject, var body) -> subject + " / " + body;
    };
  }

  private static Stream<Said> says(Study study, Event event) {
    return switch (event) {
      case Event.Does does when does.marks().sent().isPresent() ->
          does.seat().stepAt(does.place()).stream()
              .flatMap(step -> saidBy(study, (Step.Send) step));
      case Event.Acts(var act) when act.script() instanceof Act.ForeignMessage(_, var purpose, _) ->
          purpose.map(Said.For::new).stream().map(Said.class::cast);
      case Event _ -> Stream.of();
    };
  }

  @Override
  public List<Claim> claims(Study study, Machine<Event> machine) {
    Set<Said> disputed = disputed(study);
    List<Claim> claims = new ArrayList<>();
    for (Move<Event> move : machine.moves()) {
      says(study, move.what())
          .filter(disputed::contains)
          .forEach(said ->
              claims.add(
                  Claim.Never.move(
                      subject(study, move.what(), said),
                      toldBefore(study, disputed, move.what(), said),
                      move)));
    }
    return claims;
  }

  private Subject subject(Study study, Event event, Said said) {
    Seat seat =
        teller(event)
            .or(() -> study.seats().stream().filter(one -> says(study, one, said)).findFirst())
            .orElseThrow();
    Step.Send step =
        event instanceof Event.Does does
            ? (Step.Send) seat.stepAt(does.place()).orElseThrow()
            : sends(seat)
                .filter(send -> saidBy(study, send).anyMatch(said::equals))
                .findFirst()
                .orElseThrow();
    return switch (said) {
      case Said.For(var purpose) ->
          Subject.step(
              rule(),
              seat.contract(),
              step,
              "*%s* and the CRM's automation *%s* both tell the contact *%s*"
                  .formatted(step.name(), automations(study, purpose), purpose),
              "switch the message off in the CRM's automation, or leave it to the automation.");
      case Said.Words words -> {
        Subject subject =
            Subject.step(
                rule(),
                seat.contract(),
                step,
                others(study, seat, words).isEmpty()
                    ? "two runs of it can tell one contact *%s* word for word"
                        .formatted(step.name())
                    : "*%s* tells the contact word for word what *%s* tells them"
                        .formatted(step.name(), others(study, seat, words)),
                others(study, seat, words).isEmpty()
                    ? "give it a declared purpose, so that it is left out the second time; or claim a"
                        + " lane."
                    : "give both one declared purpose, so that the second is left out; or let one of"
                        + " them not say it.");
        yield study.seats().stream()
            .filter(other -> !study.isOne(other.id(), seat.id()) && says(study, other, words))
            .findFirst()
            .map(other -> subject.and(other.id()))
            .orElse(subject);
      }
    };
  }

  private static String automations(Study study, PurposeName purpose) {
    return study.set().operation().automations().stream()
        .filter(automation -> automation.maySend().contains(purpose))
        .map(automation -> automation.name().text())
        .collect(Collectors.joining("* or *"));
  }

  private static String others(Study study, Seat seat, Said said) {
    return study.seats().stream()
        .filter(other -> !study.isOne(other.id(), seat.id()) && says(study, other, said))
        .map(other -> other.id().text())
        .collect(Collectors.joining("* and *"));
  }

  /// Where somebody else said it. Automations say what serves a purpose, and contracts say words.
  private static Predicate toldBefore(Study study, Set<Said> disputed, Event event, Said said) {
    Optional<Seat> now = teller(event);
    return Predicate.any(
        disputed.stream()
            .filter(before -> Said.isTheSame(before, said))
            .flatMap(before ->
                tellers(study).stream()
                    .filter(teller -> !teller.equals(now))
                    .filter(
                        teller -> said instanceof Said.Words || teller.isEmpty() || now.isEmpty())
                    .map(teller -> ghost(before, teller).holds()))
            .toList());
  }
}
