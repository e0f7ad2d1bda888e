package dev.interlock.core.program;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.Handler;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A contract laid out as a graph: every node knows where each of its ways on leads.
///
/// Any contract has a program, even one that does not verify: a path that just stops leaves by the
/// `failed` exit, and says so.
///
/// @param nodes in the order in which a reader meets them from the start, handlers after the path
public record Program(
    Contract contract, NodeId start, Map<NodeId, Node> nodes, List<Listener> listeners) {
  public Program {
    nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
    listeners = List.copyOf(listeners);
  }

  /// Lays a contract out.
  public static Program of(Contract contract) {
    return new Layout(contract).program();
  }

  /// The node at a place of this program.
  public Node node(NodeId id) {
    Node node = nodes.get(id);
    if (node == null) {
      throw new IllegalArgumentException(
          contract.id() + " has no place " + id + "; the run belongs to another version");
    }
    return node;
  }

  /// A run-wide handler and where it leads.
  public record Listener(Handler handler, NodeId target) {}
}
