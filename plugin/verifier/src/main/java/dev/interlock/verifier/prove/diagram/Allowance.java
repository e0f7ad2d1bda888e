package dev.interlock.verifier.prove.diagram;

import java.lang.management.ManagementFactory;

/// What is left of one task's budget, shared by all that is explored for it.
///
/// For one thread, which is the one that asks first.
public final class Allowance {
  private final Budget budget;
  private int nodes;
  private long bytes;
  private long answers;
  private final long end;

  public Allowance(Budget budget) {
    this.budget = budget;
    this.end = now() + budget.time().toNanos();
  }

  /// Asks whether there is time left.
  ///
  /// @throws OutOfBudget when the time is over
  public void checkTime() {
    if (now() > end) {
      throw new OutOfBudget("more than " + budget.time().toSeconds() + " s");
    }
  }

  /// How many answers about diagrams had to be computed: what a task costs, and the same on every
  /// machine.
  public long answers() {
    return answers;
  }

  void answer() {
    answers++;
  }

  int nodesLeft() {
    return budget.nodes() - nodes;
  }

  void takeNode() {
    if (nodes >= budget.nodes()) {
      throw new OutOfBudget("more than " + budget.nodes() + " nodes");
    }
    nodes++;
  }

  void giveNodes(int back) {
    nodes -= back;
  }

  void takeBytes(long more) {
    if (bytes + more > budget.bytes()) {
      throw new OutOfBudget("more than " + (budget.bytes() >> 20) + " MB");
    }
    bytes += more;
  }

  void giveBytes(long back) {
    bytes -= back;
  }

  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
