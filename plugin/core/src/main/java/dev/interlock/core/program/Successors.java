package dev.interlock.core.program;

import java.util.ArrayList;
import java.util.List;

/// Where a node's ways on lead, in reading order and without repetition.
public final class Successors {
  private Successors() {}

  /// The places that can come right after the node.
  public static List<NodeId> of(Node node) {
    List<NodeId> all = new ArrayList<>();
    switch (node) {
      case Node.SendNode(_, _, var next, var failure) -> addStep(all, next, failure);
      case Node.ActNode(_, _, var next, var failure) -> addStep(all, next, failure);
      case Node.WaitNode(_, _, var reached, var past, var gone) -> {
        all.add(reached);
        all.add(past);
        all.add(gone);
      }
      case Node.AwaitNode(_, _, var arms, var silence) -> {
        all.addAll(arms);
        all.add(silence);
      }
      case Node.BranchNode(_, _, var choices, var otherwise, var unknown) -> {
        all.addAll(choices);
        all.add(otherwise);
        all.add(unknown);
      }
      case Node.SplitNode(_, _, var shares) -> all.addAll(shares);
      case Node.LeaveNode _ -> {}
    }
    return all.stream().distinct().toList();
  }

  private static void addStep(List<NodeId> all, NodeId next, Node.FailureTargets failure) {
    all.add(next);
    all.add(failure.refused());
    all.add(failure.blocked());
    all.add(failure.undelivered());
  }
}
