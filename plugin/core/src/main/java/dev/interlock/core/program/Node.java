package dev.interlock.core.program;

import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.Step;
import java.util.List;
import java.util.Optional;

/// One place of a program with all its ways on.
public sealed interface Node {
  /// Where it is.
  NodeId id();

  /// Sends a message.
  record SendNode(NodeId id, Step.Send step, NodeId next, FailureTargets onFailure)
      implements Node {}

  /// Does something else.
  record ActNode(NodeId id, Step.Act step, NodeId next, FailureTargets onFailure) implements Node {}

  /// Lets time pass.
  ///
  /// @param reached where to go at the moment
  /// @param past where to go when the moment has passed on arrival
  /// @param gone where to go when there is no such moment
  record WaitNode(NodeId id, Step.Wait step, NodeId reached, NodeId past, NodeId gone)
      implements Node {}

  /// Waits for events or silence; `arms` stand in the order of the step's arms.
  record AwaitNode(NodeId id, Step.Await step, List<NodeId> arms, NodeId silence) implements Node {
    public AwaitNode {
      arms = List.copyOf(arms);
    }
  }

  /// Goes on by state; `choices` stand in the order of the step's choices.
  record BranchNode(
      NodeId id, Step.Branch step, List<NodeId> choices, NodeId otherwise, NodeId unknown)
      implements Node {
    public BranchNode {
      choices = List.copyOf(choices);
    }
  }

  /// Goes on by lot; `shares` stand in the order of the step's shares.
  record SplitNode(NodeId id, Step.Split step, List<NodeId> shares) implements Node {
    public SplitNode {
      shares = List.copyOf(shares);
    }
  }

  /// Leaves the contract.
  ///
  /// @param fault why the program leaves here although its author did not say so; a contract with
  ///   such a place does not verify
  record LeaveNode(NodeId id, ExitName exit, Optional<String> fault) implements Node {}

  /// Where to go when a step fails, by how it failed.
  record FailureTargets(NodeId refused, NodeId blocked, NodeId undelivered) {}
}
