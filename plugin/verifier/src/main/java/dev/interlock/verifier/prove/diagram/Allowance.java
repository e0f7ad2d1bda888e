package dev.interlock.verifier.prove.diagram;

import java.lang.management.ManagementFactory;
import java.util.concurrent.CancellationException;

/// What is left of one task's budget, shared by all that is explored for it.
///
/// For one thread, which is the one that asks first.
public final class Allowance {
  // asking a thread for its time is a system call, dearer than most steps of an exploration
  private static final int MOST_UNASKED = 64;
  private static final long MOST_ANSWERS_UNASKED = 10_000;

  private final Budget budget;
  private int nodes;
  private long bytes;
  private long answers;
  private int unasked;
  private long answersWhenAsked;
  private final long end;

  public Allowance(Budget budget) {
    this.budget = budget;
    this.end = now() + budget.time().toNanos();
  }

  /// Asks whether there is time left, every now and then.
  ///
  /// @throws OutOfBudget when the time is over
  /// @throws CancellationException when nobody waits for the task any more and its thread was
  ///   interrupted
  public void checkTime() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("nobody waits for this task any more");
    }
    unasked++;
    if (unasked < MOST_UNASKED && answers - answersWhenAsked < MOST_ANSWERS_UNASKED) {
      return;
    }
    unasked = 0;
    answersWhenAsked = answers;
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
