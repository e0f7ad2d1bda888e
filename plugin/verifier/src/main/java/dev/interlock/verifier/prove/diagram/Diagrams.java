package dev.interlock.verifier.prove.diagram;

import java.util.Arrays;

/// The diagrams of one task: numbers that stand for sets of bit patterns.
///
/// What an operation returns lives until the next [#sweep]; what is to live longer is kept. Nothing
/// is ever freed in between, so that operations need not protect what they are about. One task has
/// one of these, on one thread.
///
/// Reduced ordered binary decision diagrams as in every textbook (Bryant 1986), with what this
/// prover does most as one operation: conjunction and quantifier together. Equal sets have equal
/// numbers.
final class Diagrams {
  static final int NOTHING = 0;
  static final int EVERYTHING = 1;

  private static final int FIRST_FREE = 2;
  private static final int FIRST_NODES = 1 << 14;
  private static final int FREE = -1;

  // of the six tables of nodes and the three of answers
  private static final long BYTES_OF_A_NODE = 24;
  private static final long BYTES_OF_AN_ANSWER = 16;

  private final int bits;
  private final Allowance allowance;
  private final Answers answers = new Answers();

  private int[] level = new int[FIRST_NODES];
  private int[] low = new int[FIRST_NODES];
  private int[] high = new int[FIRST_NODES];
  private int[] kept = new int[FIRST_NODES];
  // nodes with one hash are a chain; so are those that are free
  private int[] next = new int[FIRST_NODES];
  private int[] first = new int[FIRST_NODES];
  private int free = NOTHING;
  private int end = FIRST_FREE;
  private int used = FIRST_FREE;
  private int tidyAt = FIRST_NODES;

  /// @param allowance what the task may use before it is given up
  Diagrams(int bits, Allowance allowance) {
    this.bits = bits;
    this.allowance = allowance;
    allowance.takeBytes(bytes());
    level[NOTHING] = bits;
    level[EVERYTHING] = bits;
  }

  private long bytes() {
    return BYTES_OF_A_NODE * level.length + BYTES_OF_AN_ANSWER * answers.slots();
  }

  /// Gives back what the task may use elsewhere; nothing may be asked of it any more.
  void close() {
    allowance.giveNodes(used - FIRST_FREE);
    allowance.giveBytes(bytes());
    used = FIRST_FREE;
  }

  int bit(int number, boolean set) {
    if (number < 0 || number >= bits) {
      throw new IllegalArgumentException("there is no bit " + number);
    }
    return set ? node(number, NOTHING, EVERYTHING) : node(number, EVERYTHING, NOTHING);
  }

  int and(int one, int other) {
    if (one == other || other == EVERYTHING) {
      return one;
    }
    if (one == EVERYTHING) {
      return other;
    }
    if (one == NOTHING || other == NOTHING) {
      return NOTHING;
    }
    if (one > other) {
      return and(other, one);
    }
    int known = answers.find(one, other, Answers.AND);
    if (known != Answers.UNKNOWN) {
      return known;
    }
    int top = Math.min(level[one], level[other]);
    int without = and(low(one, top), low(other, top));
    int with = and(high(one, top), high(other, top));
    return note(one, other, Answers.AND, node(top, without, with));
  }

  int or(int one, int other) {
    if (one == other || other == NOTHING) {
      return one;
    }
    if (one == NOTHING) {
      return other;
    }
    if (one == EVERYTHING || other == EVERYTHING) {
      return EVERYTHING;
    }
    if (one > other) {
      return or(other, one);
    }
    int known = answers.find(one, other, Answers.OR);
    if (known != Answers.UNKNOWN) {
      return known;
    }
    int top = Math.min(level[one], level[other]);
    int without = or(low(one, top), low(other, top));
    int with = or(high(one, top), high(other, top));
    return note(one, other, Answers.OR, node(top, without, with));
  }

  int not(int one) {
    if (one <= EVERYTHING) {
      return EVERYTHING - one;
    }
    int known = answers.find(one, one, Answers.NOT);
    if (known != Answers.UNKNOWN) {
      return known;
    }
    int made = node(level[one], not(low[one]), not(high[one]));
    return note(one, one, Answers.NOT, made);
  }

  /// The patterns that become one of these when the bits of the cube are chosen anew.
  int exists(int set, int cube) {
    return andExists(set, EVERYTHING, cube);
  }

  /// The patterns that become one of both sets when the bits of the cube are chosen anew.
  int andExists(int one, int other, int cube) {
    if (one == NOTHING || other == NOTHING) {
      return NOTHING;
    }
    if (one > other) {
      return andExists(other, one, cube);
    }
    int top = Math.min(level[one], level[other]);
    int left = cube;
    while (level[left] < top) {
      left = high[left];
    }
    if (left == EVERYTHING) {
      return and(one, other);
    }
    int known = answers.find(one, other, left);
    if (known != Answers.UNKNOWN) {
      return known;
    }
    int without = andExists(low(one, top), low(other, top), left);
    int made;
    if (level[left] != top) {
      made = node(top, without, andExists(high(one, top), high(other, top), left));
    } else if (without == EVERYTHING) {
      made = EVERYTHING;
    } else {
      made = or(without, andExists(high(one, top), high(other, top), left));
    }
    return note(one, other, left, made);
  }

  private int note(int one, int other, int what, int made) {
    allowance.answer();
    return answers.note(one, other, what, made);
  }

  private int low(int diagram, int top) {
    return level[diagram] == top ? low[diagram] : diagram;
  }

  private int high(int diagram, int top) {
    return level[diagram] == top ? high[diagram] : diagram;
  }

  /// Lets the diagram outlive sweeps.
  int keep(int diagram) {
    kept[diagram]++;
    return diagram;
  }

  void drop(int diagram) {
    kept[diagram]--;
  }

  /// Forgets whatever was not kept, once that is worth the while.
  void sweep() {
    if (used >= tidyAt) {
      clear();
    }
  }

  /// Forgets whatever was not kept.
  void clear() {
    boolean[] alive = new boolean[end];
    alive[NOTHING] = true;
    alive[EVERYTHING] = true;
    for (int node = FIRST_FREE; node < end; node++) {
      if (level[node] != FREE && kept[node] > 0) {
        mark(node, alive);
      }
    }
    for (int node = FIRST_FREE; node < end; node++) {
      if (!alive[node]) {
        level[node] = FREE;
      }
    }
    int before = used;
    rehash();
    allowance.giveNodes(before - used);
    answers.forget();
    tidyAt = Math.max(FIRST_NODES, Math.min(3 * used, used + allowance.nodesLeft() / 2));
  }

  private void mark(int node, boolean[] alive) {
    if (!alive[node]) {
      alive[node] = true;
      mark(low[node], alive);
      mark(high[node], alive);
    }
  }

  /// The bit that the diagram's topmost node asks for.
  int topBit(int diagram) {
    return level[diagram];
  }

  int without(int diagram) {
    return low[diagram];
  }

  int with(int diagram) {
    return high[diagram];
  }

  /// @throws OutOfBudget when the diagrams have grown beyond their bound
  private int node(int top, int without, int with) {
    if (without == with) {
      return without;
    }
    int hash = hash(top, without, with);
    for (int node = first[hash]; node != NOTHING; node = next[node]) {
      if (low[node] == without && high[node] == with && level[node] == top) {
        return node;
      }
    }
    allowance.takeNode();
    if (free == NOTHING && end == level.length) {
      grow();
      hash = hash(top, without, with);
    }
    int node = free;
    if (node == NOTHING) {
      node = end++;
    } else {
      free = next[node];
    }
    used++;
    level[node] = top;
    low[node] = without;
    high[node] = with;
    kept[node] = 0;
    next[node] = first[hash];
    first[hash] = node;
    return node;
  }

  private int hash(int top, int without, int with) {
    int mixed = without * 0x9E3779B1 + with * 0x85EBCA77 + top * 0xC2B2AE3D;
    return (mixed ^ mixed >>> 15) & first.length - 1;
  }

  private void grow() {
    int size = 2 * level.length;
    long before = bytes();
    allowance.takeBytes(BYTES_OF_A_NODE * level.length);
    level = Arrays.copyOf(level, size);
    low = Arrays.copyOf(low, size);
    high = Arrays.copyOf(high, size);
    kept = Arrays.copyOf(kept, size);
    next = Arrays.copyOf(next, size);
    first = new int[size];
    rehash();
    answers.growTo(size);
    allowance.takeBytes(bytes() - before - BYTES_OF_A_NODE * size / 2);
  }

  /// Chains anew what is alive, and what is free.
  private void rehash() {
    Arrays.fill(first, NOTHING);
    free = NOTHING;
    used = FIRST_FREE;
    for (int node = end - 1; node >= FIRST_FREE; node--) {
      if (level[node] == FREE) {
        next[node] = free;
        free = node;
      } else {
        int hash = hash(level[node], low[node], high[node]);
        next[node] = first[hash];
        first[hash] = node;
        used++;
      }
    }
  }
}
