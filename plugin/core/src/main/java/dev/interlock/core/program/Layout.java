package dev.interlock.core.program;

import dev.interlock.contract.model.Consequence;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.Exits;
import dev.interlock.contract.model.OnFailure;
import dev.interlock.contract.model.Path;
import dev.interlock.contract.model.Pause;
import dev.interlock.contract.model.Step;
import dev.interlock.core.program.Node.ActNode;
import dev.interlock.core.program.Node.AwaitNode;
import dev.interlock.core.program.Node.BranchNode;
import dev.interlock.core.program.Node.FailureTargets;
import dev.interlock.core.program.Node.LeaveNode;
import dev.interlock.core.program.Node.SendNode;
import dev.interlock.core.program.Node.SplitNode;
import dev.interlock.core.program.Node.WaitNode;
import dev.interlock.core.program.Program.Listener;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lays one contract out, from the last step of each path to its first, so that every node's
/// successor is there when the node is made.
final class Layout {
  private static final NodeId PATH_ENDS = new NodeId("(path ends)");
  private static final NodeId UNDELIVERED = new NodeId("(undelivered)");

  private final Contract contract;
  private final Map<NodeId, Node> laid = new HashMap<>();
  private final List<Listener> listeners = new ArrayList<>();

  Layout(Contract contract) {
    this.contract = contract;
  }

  Program program() {
    NodeId start = path(contract.path(), Turn.FIRST, ending());
    contract
        .handlers()
        .forEach(handler ->
            listeners.add(new Listener(handler, path(handler.path(), Turn.FIRST, ending()))));
    return new Program(contract, start, inReadingOrder(start), listeners);
  }

  private NodeId path(Path path, Turn turn, NodeId next) {
    NodeId then = next;
    for (Step step : path.steps().reversed()) {
      then = step(step, turn, then);
    }
    return then;
  }

  private NodeId step(Step step, Turn turn, NodeId next) {
    return switch (step) {
      case Step.Send send ->
          put(new SendNode(idOf(step, turn), send, next, targets(send.onFailure(), turn, next)));
      case Step.Act act ->
          put(new ActNode(idOf(step, turn), act, next, targets(act.onFailure(), turn, next)));
      case Step.Wait wait -> waiting(wait, turn, next);
      case Step.Await await ->
          put(
              new AwaitNode(
                  idOf(step, turn),
                  await,
                  await.arms().stream().map(arm -> path(arm.path(), turn, next)).toList(),
                  path(await.silence().path(), turn, next)));
      case Step.Branch branch -> branching(branch, turn, next);
      case Step.Split split ->
          put(
              new SplitNode(
                  idOf(step, turn),
                  split,
                  split.shares().stream().map(share -> path(share.path(), turn, next)).toList()));
      case Step.Repeat repeat -> repeating(repeat, turn, next);
      case Step.Leave(var exit, _) -> leaving(exit);
    };
  }

  private NodeId waiting(Step.Wait wait, Turn turn, NodeId next) {
    NodeId reached = path(wait.body(), turn, next);
    return switch (wait.pause()) {
      case Pause.For _, Pause.Into _ ->
          put(new WaitNode(idOf(wait, turn), wait, reached, reached, reached));
      case Pause.Until(_, var ifPast, var ifGone) -> {
        NodeId past = target(ifPast, turn, reached, next);
        NodeId gone = ifGone.equals(ifPast) ? past : target(ifGone, turn, reached, next);
        yield put(new WaitNode(idOf(wait, turn), wait, reached, past, gone));
      }
    };
  }

  private NodeId branching(Step.Branch branch, Turn turn, NodeId next) {
    NodeId otherwise = path(branch.otherwise(), turn, next);
    NodeId unknown = branch.unknown().map(path -> path(path, turn, next)).orElse(otherwise);
    List<NodeId> choices =
        branch.choices().stream().map(choice -> path(choice.path(), turn, next)).toList();
    return put(new BranchNode(idOf(branch, turn), branch, choices, otherwise, unknown));
  }

  private NodeId repeating(Step.Repeat repeat, Turn turn, NodeId next) {
    NodeId then = next;
    for (int count = repeat.times(); count >= 1; count--) {
      then = path(repeat.body(), turn.inside(count), then);
    }
    return then;
  }

  private FailureTargets targets(OnFailure failure, Turn turn, NodeId next) {
    NodeId refused = target(failure.refused(), turn, next, next);
    NodeId blocked =
        failure.blocked().equals(failure.refused())
            ? refused
            : target(failure.blocked(), turn, next, next);
    NodeId undelivered = undelivered(failure, turn, next, refused);
    return new FailureTargets(refused, blocked, undelivered);
  }

  /// A message is reported as undelivered when the run has gone on long ago. A path for that may
  /// not lead back to what followed the message then: it would all be done a second time.
  private NodeId undelivered(OnFailure failure, Turn turn, NodeId next, NodeId refused) {
    return switch (failure.undelivered()) {
      case Consequence.GoOn _, Consequence.Skip _ -> next;
      case Consequence.Take(var path) when endsByExit(path) && failure.sameForAll() -> refused;
      case Consequence.Take(var path) -> path(path, turn, afterUndelivered());
    };
  }

  private static boolean endsByExit(Path path) {
    return !path.steps().isEmpty() && path.steps().getLast() instanceof Step.Leave;
  }

  private NodeId afterUndelivered() {
    laid.put(UNDELIVERED, new LeaveNode(UNDELIVERED, Exits.FAILED, Optional.empty()));
    return UNDELIVERED;
  }

  private NodeId target(Consequence consequence, Turn turn, NodeId normal, NodeId after) {
    return switch (consequence) {
      case Consequence.GoOn _ -> normal;
      case Consequence.Skip _ -> after;
      case Consequence.Take(var path) -> path(path, turn, after);
    };
  }

  private NodeId leaving(ExitName exit) {
    NodeId id = new NodeId("exit " + exit);
    boolean declared = contract.exit(exit).isPresent();
    laid.put(
        id,
        declared
            ? new LeaveNode(id, exit, Optional.empty())
            : new LeaveNode(
                id, Exits.FAILED, Optional.of("no exit is called " + exit + " in this contract")));
    return id;
  }

  private NodeId ending() {
    laid.put(
        PATH_ENDS,
        new LeaveNode(
            PATH_ENDS, Exits.FAILED, Optional.of("the path just stops here, without an exit")));
    return PATH_ENDS;
  }

  private NodeId put(Node node) {
    laid.put(node.id(), node);
    return node.id();
  }

  /// Two steps of one name are a finding; here the later one gets a place of its own all the same.
  private NodeId idOf(Step step, Turn turn) {
    NodeId wanted = new NodeId(step.name() + turn.suffix());
    NodeId free = wanted;
    for (int count = 2; laid.containsKey(free); count++) {
      free = new NodeId(wanted + "~" + count);
    }
    return free;
  }

  private Map<NodeId, Node> inReadingOrder(NodeId start) {
    Map<NodeId, Node> ordered = new LinkedHashMap<>();
    collect(start, ordered);
    listeners.forEach(listener -> collect(listener.target(), ordered));
    return ordered;
  }

  private void collect(NodeId id, Map<NodeId, Node> ordered) {
    Node node = laid.get(id);
    if (node == null || ordered.putIfAbsent(id, node) != null) {
      return;
    }
    Successors.of(node).forEach(next -> collect(next, ordered));
  }

  /// Which turn of which repeats a step stands in.
  private record Turn(String suffix) {
    static final Turn FIRST = new Turn("");

    Turn inside(int count) {
      return new Turn(suffix + "#" + count);
    }
  }
}
