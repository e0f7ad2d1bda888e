package dev.interlock.verifier.prove.diagram;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// How to choose where several would do. The first time the natural choice is made, and after that
/// one by lot, so that each further time finds another way.
public final class Lot {
  private static final int ONE_IN = 4;

  private final Random random;
  private final boolean natural;

  /// @param time which time it is, from 1
  public Lot(int time) {
    this.random = new Random(time);
    this.natural = time == 1;
  }

  /// Whether to choose against what is natural.
  boolean isOdd() {
    return !natural && random.nextInt(ONE_IN) == 0;
  }

  /// The same things, the ones to be tried first before the others.
  <T> List<T> ordered(List<T> things) {
    if (natural) {
      return things;
    }
    List<T> shuffled = new ArrayList<>(things);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }
}
