package dev.interlock.verifier.prove.world;

import dev.interlock.contract.contact.Appointment;
import dev.interlock.contract.contact.Consent;
import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.Deal;
import dev.interlock.contract.contact.Known;
import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.CalendarName;
import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.LaneClaim;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Step;
import dev.interlock.core.Asking;
import dev.interlock.core.Truth;
import dev.interlock.core.View;
import dev.interlock.core.program.Node;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.run.Memory.Subject;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.RunId;
import dev.interlock.core.run.Standing;
import dev.interlock.core.run.Surroundings;
import dev.interlock.simulation.Simulation;
import dev.interlock.simulation.script.Opening;
import dev.interlock.verifier.prove.symbolic.Variable;
import dev.interlock.verifier.walk.Conditioned;
import dev.interlock.verifier.walk.Guards;
import dev.interlock.verifier.walk.StepTree;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Maps a moment of a life on the core to the states of a study that stand for it.
///
/// A command that is under way is, for the model, either still to be done or done already, and the
/// run may still hear; an exit that is being made true is still to be taken, or taken.
final class Abstraction {
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final ZoneId HERE = Opening.of("Somebody").zone();

  private final Study study;
  private final ContractSet set;

  Abstraction(Study study) {
    this.study = study;
    this.set = study.set();
  }

  /// The sights of the moment, any of which may be the model's.
  ///
  /// @param hidden runs for which the study has no seat
  List<Sight> of(Simulation life, Set<RunId> hidden) {
    Sight plain = new Sight();
    study.account().all().forEach((attribute, variable) -> see(plain, attribute, variable, life));
    study.seats().stream()
        .map(Seat::contract)
        .distinct()
        .forEach(contract ->
            study.runs().past(contract.id()).ifPresent(past -> past(plain, contract, past, life)));
    List<Sight> sights = List.of(plain);
    for (Seat seat : study.seats()) {
      List<Sight> next = new ArrayList<>();
      for (Sight sight : sights) {
        next.addAll(seated(sight, seat, visible(life, seat, hidden)));
      }
      sights = next;
    }
    return sights;
  }

  private static void past(Sight sight, Contract contract, Past past, Simulation life) {
    List<Run> over =
        life.over().stream().filter(run -> run.contract().equals(contract.id())).toList();
    for (Past.Track track : past.tracks()) {
      sight.is(track.variable(), ended(track, over, life.now()));
    }
  }

  private static int ended(Past.Track track, List<Run> over, Instant now) {
    for (Run run : over.reversed()) {
      if (run.standing() instanceof Standing.Ended(var exit, _, var at, _) && track.isBy(exit)) {
        return track.value(Duration.between(at, now));
      }
    }
    return 0;
  }

  // Runs.

  private static List<Run> visible(Simulation life, Seat seat, Set<RunId> hidden) {
    return life.underWay().stream()
        .filter(run -> run.contract().equals(seat.id()) && !hidden.contains(run.id()))
        .toList();
  }

  private List<Sight> seated(Sight sight, Seat seat, List<Run> runs) {
    boolean twice = study.seats().stream().filter(one -> one.id().equals(seat.id())).count() > 1;
    if (twice) {
      List<Sight> all = new ArrayList<>();
      // either run may have either seat
      for (Optional<Run> run : options(runs)) {
        all.addAll(seated(sight, seat, run));
      }
      return all;
    }
    return seated(sight, seat, runs.stream().findFirst());
  }

  private static List<Optional<Run>> options(List<Run> runs) {
    List<Optional<Run>> all = new ArrayList<>(runs.stream().map(Optional::of).toList());
    if (runs.size() < 2) {
      all.add(Optional.empty());
    }
    return all;
  }

  private List<Sight> seated(Sight sight, Seat seat, Optional<Run> run) {
    if (run.isEmpty()) {
      boolean displaces =
          seat.contract().lane()
              instanceof LaneClaim.InLane(_, LaneClaim.WhenOccupied.Displace _, _, _);
      // whoever waits until another one has left the lane has no run yet
      return List.of(
          sight
              .copy()
              .among(
                  seat.at(),
                  value -> value == Values.IDLE || (displaces && value == Values.QUEUED)));
    }
    Sight its = sight.copy();
    Standing standing = run.get().standing();
    if (!(standing instanceof Standing.Queued) && seat.isFacing()) {
      its.is(seat.refusing(), run.get().memory().optedOut() ? Values.YES : Values.NO);
    }
    return switch (standing) {
      case Standing.Queued _ -> List.of(its.is(seat.at(), Values.QUEUED));
      case Standing.Held(var at, _, _) -> List.of(at(its, seat, at));
      case Standing.Waiting(var at, _, _) -> List.of(at(its, seat, at));
      case Standing.Awaiting(var at, _, _) -> List.of(at(its, seat, at));
      case Standing.Commanded(var at, _) -> commanded(its, seat, run.get(), at);
      case Standing.Doubtful(var at, _, _, _) -> commanded(its, seat, run.get(), at);
      case Standing.Closing(var exit, _, _, _, _) -> closing(its, seat, exit);
      case Standing.Verifying(var exit, _, _, _) -> closing(its, seat, exit);
      case Standing.Ready _, Standing.Paused _ -> throw new IllegalStateException("never paused");
      case Standing.Ended _, Standing.TurnedAway _ -> throw new IllegalStateException("over");
    };
  }

  private static Sight at(Sight sight, Seat seat, NodeId place) {
    return sight.among(seat.at(), value -> seat.place(value).filter(place::equals).isPresent());
  }

  private List<Sight> commanded(Sight sight, Seat seat, Run run, NodeId place) {
    if (!run.memory().latched().isEmpty()) {
      // the model may have gone on already from what the run hears only once the command has ended
      Sight any = sight.copy().anything(seat.refusing());
      seat.places().values().forEach(node -> written(node).forEach(one -> forget(any, one)));
      return List.of(any.anything(seat.at()), at(sight.copy(), seat, place));
    }
    List<Sight> all = new ArrayList<>();
    all.add(at(sight.copy(), seat, place));
    Node node = seat.node(place);
    Ways.from(node)
        .distinct()
        .forEach(next -> {
          Sight done = at(sight.copy(), seat, next);
          written(node).forEach(attribute -> forget(done, attribute));
          all.add(done);
        });
    return all;
  }

  private List<Sight> closing(Sight sight, Seat seat, ExitName exit) {
    Sight still = sight.copy();
    still.among(
        seat.at(),
        value ->
            seat.place(value)
                .map(seat::node)
                .filter(node -> node instanceof Node.LeaveNode(_, var its, _) && its.equals(exit))
                .isPresent());
    promised(seat, exit).forEach(attribute -> forget(still, attribute));
    Sight done = sight.copy().anything(seat.refusing());
    done.is(seat.at(), Values.IDLE);
    promised(seat, exit).forEach(attribute -> forget(done, attribute));
    study.runs().past(seat.id()).ifPresent(past -> past.variables().forEach(done::anything));
    return List.of(still, done);
  }

  private static Stream<Attribute> promised(Seat seat, ExitName exit) {
    return seat.contract().exit(exit).stream()
        .flatMap(one -> one.leaves().stream())
        .flatMap(Abstraction::written);
  }

  private void forget(Sight sight, Attribute attribute) {
    study.account().tracked(attribute).ifPresent(sight::anything);
  }

  private static Stream<Attribute> written(Node node) {
    return node instanceof Node.ActNode act ? written(act.step().action()) : Stream.of();
  }

  static Stream<Attribute> written(Action action) {
    return switch (action) {
      case Action.AddTag(var tag) -> Stream.of(new Attribute.Tag(tag));
      case Action.RemoveTag(var tag) -> Stream.of(new Attribute.Tag(tag));
      case Action.SetField(var field, _) -> Stream.of(new Attribute.Field(field));
      case Action.ClearField(var field) -> Stream.of(new Attribute.Field(field));
      case Action.MoveTo(var to) ->
          Stream.of(new Attribute.Stage(to.pipeline()), new Attribute.Status(to.pipeline()));
      case Action.MarkDeal(var pipeline, _) -> Stream.of(new Attribute.Status(pipeline));
      case Action _ -> Stream.of();
    };
  }

  static Stream<Attribute> written(Leaves leaves) {
    return switch (leaves) {
      case Leaves.Tagged(var tag) -> Stream.of(new Attribute.Tag(tag));
      case Leaves.NotTagged(var tag) -> Stream.of(new Attribute.Tag(tag));
      case Leaves.FieldSet(var field, _) -> Stream.of(new Attribute.Field(field));
      case Leaves.AtStage(var to) ->
          Stream.of(new Attribute.Stage(to.pipeline()), new Attribute.Status(to.pipeline()));
      case Leaves.DealMarked(var pipeline, _) -> Stream.of(new Attribute.Status(pipeline));
    };
  }

  // The contact.

  private void see(Sight sight, Attribute attribute, Variable variable, Simulation life) {
    ContactSnapshot contact = life.account().read();
    switch (attribute) {
      case Attribute.Tag(var tag) ->
          sight.is(variable, contact.tags().contains(tag) ? Values.YES : Values.NO);
      case Attribute.Field(var field) ->
          cells(sight, variable, field, life.account().field(field), life.now());
      case Attribute.Stage(var pipeline) ->
          sight.is(
              variable,
              life.account()
                  .deal(pipeline)
                  .map(deal -> variable.values().indexOf(deal.stage().stage().text()))
                  .orElse(Values.NO_DEAL));
      case Attribute.Status(var pipeline) ->
          life.account()
              .deal(pipeline)
              .map(Deal::status)
              .ifPresentOrElse(
                  status -> sight.is(variable, Values.of(status)),
                  () -> {
                    // of a deal that is not there it says nothing: one stands for all
                    if (study.account().tracked(new Attribute.Stage(pipeline)).isPresent()) {
                      sight.is(variable, Values.of(DealStatus.OPEN));
                    }
                  });
      case Attribute.Address(var channel) ->
          sight.is(variable, contact.addresses().containsKey(channel) ? Values.YES : Values.NO);
      case Attribute.Consent(var channel) ->
          sight.is(variable, said(contact.consent().get(channel)));
      case Attribute.Diary(var calendar) -> diary(sight, variable, calendar, life);
      case Attribute.Question(var condition) -> question(sight, variable, condition, life);
      case Attribute.Started _ -> {}
    }
  }

  private static int said(@org.jspecify.annotations.Nullable Consent consent) {
    if (consent == null) {
      return Values.UNSAID;
    }
    return consent == Consent.OPTED_OUT ? Values.OPTED_OUT : Values.ALLOWED;
  }

  /// Whether there is an appointment ahead is what contracts can ask; of the rest, the latest says.
  private static void diary(
      Sight sight, Variable variable, CalendarName calendar, Simulation life) {
    List<Appointment> all =
        life.account().read().appointments().orElse(List.of()).stream()
            .filter(one -> one.calendar().equals(calendar))
            .toList();
    boolean ahead = all.stream().anyMatch(one -> one.isAhead(life.now()));
    sight.among(variable, value -> (value == Values.AHEAD || value == Values.MORE) == ahead);
    if (all.isEmpty()) {
      sight.is(variable, Values.NO_DATE);
    }
  }

  private void question(Sight sight, Variable variable, Condition condition, Simulation life) {
    switch (condition) {
      case Condition.Inside(var contract) ->
          sight.is(
              variable,
              life.underWay().stream().anyMatch(run -> run.contract().equals(contract))
                  ? Values.YES
                  : Values.NO);
      case Condition.RanBefore(var contract, var within, var exit) ->
          sight.is(
              variable,
              life.over().stream()
                      .filter(run -> run.contract().equals(contract))
                      .anyMatch(run -> ended(run, within, exit, life.now()))
                  ? Values.YES
                  : Values.NO);
      case Condition _ -> {}
    }
  }

  private static boolean ended(
      Run run, Optional<Duration> within, Optional<ExitName> exit, Instant now) {
    return run.standing() instanceof Standing.Ended(var by, _, var at, _)
        && exit.map(by::equals).orElse(true)
        && within.map(span -> at.plus(span).isAfter(now)).orElse(true);
  }

  private void cells(Sight sight, Variable variable, FieldName field, String value, Instant now) {
    List<Condition> asked =
        set.contracts().stream()
            .flatMap(Conditioned::in)
            .flatMap(one -> Guards.questions(one.condition()))
            .filter(one -> one instanceof Condition.FieldIs(var its, _) && its.equals(field))
            .distinct()
            .toList();
    List<Truth> wanted = answers(asked, field, value, now, HERE);
    Instant today = FieldCells.TODAY.atTime(12, 0).atZone(UTC).toInstant();
    Set<Integer> fitting = new HashSet<>();
    Set<Integer> literal = new HashSet<>();
    String folded = value.strip().toLowerCase(Locale.ROOT);
    for (int cell = 0; cell < variable.size(); cell++) {
      String text = variable.values().get(cell);
      if (answers(asked, field, text, today, UTC).equals(wanted)
          && text.isBlank() == value.isBlank()) {
        fitting.add(cell);
        if (text.toLowerCase(Locale.ROOT).equals(folded)) {
          literal.add(cell);
        }
      }
    }
    sight.among(variable, literal.isEmpty() ? fitting::contains : literal::contains);
  }

  private List<Truth> answers(
      List<Condition> asked, FieldName field, String value, Instant now, ZoneId zone) {
    var contact =
        new ContactSnapshot(
            new ContactId("contact"),
            now,
            true,
            value.isBlank() ? Map.of() : Map.of(field, value),
            Map.of(),
            Map.of(),
            Set.of(),
            Optional.of(zone),
            Optional.empty(),
            Known.unsaid(),
            Known.unsaid());
    var around = new Surroundings(set.operation(), UTC, Map.of(), List.of(), List.of(), List.of());
    var view = new View(contact, around, new RunId("run"), Subject.contactOnly(), Map.of(), now);
    return asked.stream().map(condition -> Asking.ask(condition, view)).toList();
  }

  /// What steps and exits of the contract write.
  static Stream<Attribute> writtenBy(Contract contract) {
    return Stream.concat(
        StepTree.steps(contract)
            .filter(Step.Act.class::isInstance)
            .flatMap(step -> written(((Step.Act) step).action())),
        contract.allExits().stream()
            .flatMap(exit -> exit.leaves().stream())
            .flatMap(Abstraction::written));
  }
}
