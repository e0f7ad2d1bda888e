package dev.interlock.verifier.prove.world;

import dev.interlock.core.program.Node;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.program.Program;
import dev.interlock.core.program.Program.Listener;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where in a program the report is heard that a message was not delivered. It comes at any time
/// after the CRM took the message; while a command is under way it is kept, and heard at the place
/// that the run comes to when that has ended, before anything is done there.
final class Deliveries {
  private final Program program;

  Deliveries(Program program) {
    this.program = program;
  }

  /// Whether the message's failure to arrive leads elsewhere.
  static boolean isReported(Node.SendNode send) {
    return !send.onFailure().undelivered().equals(send.next());
  }

  /// The messages of which a run's place alone does not tell whether they were sent.
  Stream<Node.SendNode> toBeRemembered() {
    return program.nodes().values().stream()
        .filter(Node.SendNode.class::isInstance)
        .map(Node.SendNode.class::cast)
        .filter(send -> isReported(send) && isAmbiguous(send));
  }

  /// Where a run may stand that has sent the message.
  Set<NodeId> after(Node.SendNode send) {
    return reach(Stream.of(send.next()), Ways::from);
  }

  /// Where a run that has sent the message comes to when a later command has ended.
  Set<NodeId> behindCommands(Node.SendNode send) {
    return after(send).stream()
        .map(program::node)
        .filter(Deliveries::isCommand)
        .flatMap(Ways::from)
        .filter(place -> !place.equals(send.onFailure().undelivered()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// Whether a run that has not sent the message may stand where its report would be heard.
  private boolean isAmbiguous(Node.SendNode send) {
    Set<NodeId> unsent =
        reach(
            Stream.of(program.start()),
            node ->
                node.equals(send)
                    ? Stream.of(send.onFailure().refused(), send.onFailure().blocked())
                    : Ways.from(node));
    Set<NodeId> behind = behindCommands(send);
    return after(send).stream()
        .filter(place -> behind.contains(place) || mayRest(program.node(place)))
        .anyMatch(unsent::contains);
  }

  /// A message may be held back, which depends on what the business says.
  private static boolean mayRest(Node node) {
    return node instanceof Node.WaitNode
        || node instanceof Node.AwaitNode
        || node instanceof Node.SendNode;
  }

  private static boolean isCommand(Node node) {
    return node instanceof Node.SendNode || node instanceof Node.ActNode;
  }

  /// Run-wide handlers may lead a run away wherever it stands.
  private Set<NodeId> reach(Stream<NodeId> from, Function<Node, Stream<NodeId>> ways) {
    Set<NodeId> seen = new LinkedHashSet<>();
    Collection<NodeId> targets = program.listeners().stream().map(Listener::target).toList();
    Deque<NodeId> open = new ArrayDeque<>(Stream.concat(from, targets.stream()).toList());
    while (!open.isEmpty()) {
      NodeId next = open.pop();
      if (seen.add(next)) {
        ways.apply(program.node(next)).forEach(open::push);
      }
    }
    return seen;
  }
}
