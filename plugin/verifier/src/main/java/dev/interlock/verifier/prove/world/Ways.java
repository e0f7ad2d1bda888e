package dev.interlock.verifier.prove.world;

import dev.interlock.core.program.Node;
import dev.interlock.core.program.NodeId;
import java.util.stream.Stream;

/// Where a place leads.
public final class Ways {
  private Ways() {}

  /// Every place that may be next, in order.
  public static Stream<NodeId> from(Node node) {
    return switch (node) {
      case Node.SendNode(_, _, var next, var failing) ->
          Stream.of(next, failing.refused(), failing.blocked(), failing.undelivered());
      case Node.ActNode(_, _, var next, var failing) -> Stream.of(next, failing.refused());
      case Node.WaitNode(_, _, var reached, var past, var gone) -> Stream.of(reached, past, gone);
      case Node.AwaitNode(_, _, var arms, var silence) ->
          Stream.concat(arms.stream(), Stream.of(silence));
      case Node.BranchNode(_, _, var choices, var otherwise, var unknown) ->
          Stream.concat(choices.stream(), Stream.of(otherwise, unknown));
      case Node.SplitNode(_, _, var shares) -> shares.stream();
      case Node.LeaveNode _ -> Stream.empty();
    };
  }
}
