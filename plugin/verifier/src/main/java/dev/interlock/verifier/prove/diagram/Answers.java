package dev.interlock.verifier.prove.diagram;

import java.util.Arrays;

/// What operations on diagrams came to, as far as it is remembered: a later answer takes the place
/// of an earlier one that falls into the same slot.
final class Answers {
  static final int UNKNOWN = -1;

  // operations that are no numbers of cubes
  static final int AND = -2;
  static final int OR = -3;
  static final int NOT = -4;

  private static final int FIRST_SLOTS = 1 << 14;
  private static final int MOST_SLOTS = 1 << 20;

  private long[] about = new long[FIRST_SLOTS];
  private int[] operation = new int[FIRST_SLOTS];
  private int[] answer = new int[FIRST_SLOTS];

  Answers() {
    forget();
  }

  int find(int one, int other, int what) {
    int slot = slot(one, other, what);
    return about[slot] == both(one, other) && operation[slot] == what ? answer[slot] : UNKNOWN;
  }

  /// Notes the answer, and gives it back.
  int note(int one, int other, int what, int made) {
    int slot = slot(one, other, what);
    about[slot] = both(one, other);
    operation[slot] = what;
    answer[slot] = made;
    return made;
  }

  void forget() {
    Arrays.fill(operation, UNKNOWN);
  }

  /// As many slots as there are nodes, within reason; what was known is forgotten.
  void growTo(int slots) {
    if (slots <= MOST_SLOTS) {
      about = new long[slots];
      operation = new int[slots];
      answer = new int[slots];
      forget();
    }
  }

  int slots() {
    return answer.length;
  }

  private static long both(int one, int other) {
    return (long) one << 32 | other;
  }

  private int slot(int one, int other, int what) {
    int mixed = one * 0x9E3779B1 + other * 0x85EBCA77 + what * 0xC2B2AE3D;
    return (mixed ^ mixed >>> 15) & answer.length - 1;
  }
}
