package dev.interlock.handbook.diagram;

import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.Exits;
import dev.interlock.contract.model.Handler;
import dev.interlock.contract.model.Step;
import dev.interlock.core.program.Node;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.program.Program;
import dev.interlock.handbook.diagram.Flow.Box;
import dev.interlock.handbook.diagram.Flow.Way;
import dev.interlock.handbook.words.ActionWords;
import dev.interlock.handbook.words.ConditionWords;
import dev.interlock.handbook.words.EventLabels;
import dev.interlock.handbook.words.EventWords;
import dev.interlock.handbook.words.MessageWords;
import dev.interlock.handbook.words.Phrases;
import dev.interlock.handbook.words.StepWords;
import dev.interlock.handbook.words.TimeWords;
import dev.interlock.handbook.words.Titles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a program as boxes and lines.
///
/// Further turns of a repeat are folded into the first, with a line back. Each place that leaves
/// gets an ending of its own: endings drawn once would tie the drawing into a knot. The usual
/// failure, by which every step could leave, is not drawn at every step.
final class FlowReader {
  private static final int EXCERPT = 90;
  private static final int GUARD = 60;

  private final Program program;
  private final Titles titles;
  private final Links links;
  private final Turns turns;
  private final Map<String, Box> boxes = new LinkedHashMap<>();
  private final Lines lines = new Lines();

  private FlowReader(Program program, Titles titles, Links links) {
    this.program = program;
    this.titles = titles;
    this.links = links;
    this.turns = Turns.of(program);
  }

  /// The path from the event that begins it.
  static Flow path(Program program, Titles titles, Links links) {
    FlowReader reader = new FlowReader(program, titles, links);
    reader.beginning();
    return reader.flow();
  }

  /// One handler, from its event.
  static Flow handler(Program program, int number, Titles titles, Links links) {
    FlowReader reader = new FlowReader(program, titles, links);
    reader.listening(number);
    return reader.flow();
  }

  /// The box in which runs at a place of the program are counted.
  static String boxOf(NodeId place) {
    return Turns.folded(place);
  }

  private Flow flow() {
    return new Flow(List.copyOf(boxes.values()), lines.all(), List.of());
  }

  private void beginning() {
    Contract contract = program.contract();
    boxes.put(
        "start",
        new Box(
            "start",
            Look.START,
            "It begins when",
            EventWords.clause(contract.trigger().event()),
            "",
            links.trigger()));
    int clauses = contract.admits().size();
    boxes.put(
        "gate",
        new Box(
            "gate",
            Look.GATE,
            "Who may enter",
            Phrases.counted(clauses, "condition is", "conditions are") + " asked",
            "",
            links.entry()));
    boxes.put(
        "turned away",
        new Box("turned away", Look.TURNED_AWAY, "", "not admitted", "", links.entry()));
    lines.join("start", "gate", "", Way.ON);
    lines.join("gate", box(program.start(), "gate"), "all hold", Way.ON);
    lines.join("gate", "turned away", "one does not", Way.ASIDE);
  }

  private void listening(int number) {
    Program.Listener listener = program.listeners().get(number);
    Handler handler = listener.handler();
    String id = "whenever " + number;
    boxes.put(
        id,
        new Box(
            id,
            Look.LISTEN,
            "Whenever",
            EventWords.clause(handler.event()) + given(handler.guard()),
            "",
            links.handler(number)));
    lines.join(id, box(listener.target(), id), "", Way.ON);
  }

  /// The id of the box for a place; an ending gets one for each box that leads there.
  private String box(NodeId place, String from) {
    Node node = program.node(place);
    String id = Turns.folded(place);
    return switch (node) {
      case Node.LeaveNode leave -> {
        String own = from + " > " + id;
        boxes.putIfAbsent(own, ending(own, leave));
        yield own;
      }
      case Node.SendNode _, Node.ActNode _, Node.WaitNode _ -> step(id, node);
      case Node.AwaitNode _, Node.BranchNode _, Node.SplitNode _ -> step(id, node);
    };
  }

  private Box ending(String id, Node.LeaveNode leave) {
    Look look =
        program.contract().exit(leave.exit()).map(Exit::kind).map(Look::of).orElse(Look.FAILED);
    String title = leave.fault().isPresent() ? "stops without an exit" : leave.exit().text();
    return new Box(id, look, "", title, "", links.exit(leave.exit()));
  }

  /// Every turn of a repeat adds its ways on, but only the first one adds the box.
  private String step(String id, Node node) {
    if (!turns.firstVisit(node.id())) {
      return id;
    }
    Optional<Box> drawn = drawn(id, node);
    drawn.ifPresent(box -> boxes.putIfAbsent(id, box));
    switch (node) {
      case Node.SendNode(_, var step, var next, var failure) -> {
        on(node, next, "", Way.ON);
        failures(node, failure, step.onFailure().refused().equals(step.onFailure().blocked()));
      }
      case Node.ActNode(_, _, var next, var failure) -> {
        on(node, next, "", Way.ON);
        fails(node, failure.refused(), "fails");
      }
      case Node.WaitNode(_, _, var reached, var past, var gone) -> {
        on(node, reached, "", Way.ON);
        on(node, past, "already past", Way.PAST);
        on(node, gone, "none, or cancelled", Way.ASIDE);
      }
      case Node.AwaitNode(_, var step, var arms, var silence) -> {
        for (int i = 0; i < arms.size(); i++) {
          on(node, arms.get(i), label(step.arms().get(i)), Way.ON);
        }
        String silent = "silent " + TimeWords.deadline(step.silence().deadline());
        on(node, silence, silent, Way.SILENCE);
      }
      case Node.BranchNode(_, var step, var choices, var otherwise, var unknown) -> {
        for (int i = 0; i < choices.size(); i++) {
          on(node, choices.get(i), guard(step.choices().get(i).guard()), Way.ON);
        }
        on(node, otherwise, "otherwise", Way.ON);
        if (step.unknown().isPresent()) {
          on(node, unknown, "not known", Way.ON);
        }
      }
      case Node.SplitNode(_, var step, var shares) -> {
        for (int i = 0; i < shares.size(); i++) {
          on(node, shares.get(i), step.shares().get(i).percent() + " %", Way.ON);
        }
      }
      case Node.LeaveNode _ -> throw new IllegalStateException("an ending is no step: " + id);
    }
    return id;
  }

  private Optional<Box> drawn(String id, Node node) {
    return switch (node) {
      case Node.SendNode(_, var step, _, _) ->
          Optional.of(box(id, Look.MESSAGE, step, MessageWords.excerpt(step.message(), EXCERPT)));
      case Node.ActNode(_, var step, _, _) ->
          Optional.of(box(id, Look.ACTION, step, ActionWords.brief(step.action())));
      case Node.WaitNode(_, var step, _, _, _) ->
          Optional.of(box(id, Look.PAUSE, step, Phrases.capital(TimeWords.pause(step.pause()))));
      case Node.AwaitNode(_, var step, _, _) ->
          Optional.of(box(id, Look.LISTEN, step, named(step)));
      case Node.BranchNode(_, var step, _, _, _) ->
          Optional.of(box(id, Look.DECISION, step, named(step)));
      case Node.SplitNode(_, var step, _) -> Optional.of(box(id, Look.DECISION, step, named(step)));
      case Node.LeaveNode _ -> Optional.empty();
    };
  }

  private Box box(String id, Look look, Step step, String title) {
    return new Box(id, look, StepWords.sort(step), title, "", links.step(step));
  }

  private static String named(Step step) {
    return Phrases.unhyphened(step.name().text());
  }

  private void on(Node from, NodeId to, String label, Way way) {
    String id = Turns.folded(from.id());
    String back = turns.back(from.id(), to);
    lines.join(id, box(to, id), back.isEmpty() ? label : back, way);
  }

  private void failures(Node from, Node.FailureTargets failure, boolean blockedAlike) {
    fails(from, failure.refused(), "fails");
    if (!blockedAlike) {
      fails(from, failure.blocked(), "may not be sent");
    }
    fails(from, failure.undelivered(), "not delivered");
  }

  private void fails(Node from, NodeId to, String label) {
    String id = Turns.folded(from.id());
    boolean usual =
        program.node(to) instanceof Node.LeaveNode leave && leave.exit().equals(Exits.FAILED);
    if (usual) {
      return;
    }
    lines.joinAside(id, box(to, id), label, Way.FAILURE);
  }

  private String label(Step.Arm arm) {
    return EventLabels.label(arm.event()) + given(arm.guard());
  }

  private String given(Condition guard) {
    return switch (guard) {
      case Condition.Always _ -> "";
      case Condition other -> ", if " + guard(other);
    };
  }

  private String guard(Condition guard) {
    String words = new ConditionWords(titles).holds(guard);
    return words.length() <= GUARD ? words : words.substring(0, GUARD).stripTrailing() + "…";
  }
}
