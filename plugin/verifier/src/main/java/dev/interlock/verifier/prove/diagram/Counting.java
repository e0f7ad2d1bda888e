package dev.interlock.verifier.prove.diagram;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/// Counts the states of a set.
final class Counting {
  private final Diagrams diagrams;
  private final int bits;
  private final Map<Integer, BigInteger> known = new HashMap<>();

  Counting(Space space) {
    this.diagrams = space.diagrams;
    this.bits = space.bits();
  }

  BigInteger of(int set) {
    return below(set).shiftLeft(level(set));
  }

  private int level(int node) {
    return node == Diagrams.NOTHING || node == Diagrams.EVERYTHING ? bits : diagrams.topBit(node);
  }

  private BigInteger below(int node) {
    if (node == Diagrams.NOTHING) {
      return BigInteger.ZERO;
    }
    if (node == Diagrams.EVERYTHING) {
      return BigInteger.ONE;
    }
    BigInteger made = known.get(node);
    if (made == null) {
      made = child(node, diagrams.without(node)).add(child(node, diagrams.with(node)));
      known.put(node, made);
    }
    return made;
  }

  private BigInteger child(int node, int child) {
    return below(child).shiftLeft(level(child) - level(node) - 1);
  }
}
