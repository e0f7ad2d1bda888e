package dev.interlock.verifier.prove.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Holds diagrams to truth tables, which are slow and cannot be wrong.
final class DiagramsTest {
  private static final Duration A_WHILE = Duration.ofMinutes(1);
  private static final int BITS = 6;
  private static final int PATTERNS = 1 << BITS;
  private static final int ROUNDS = 400;
  private static final int PLENTY = 1_000_000;

  /// A set, both ways.
  private record Both(int diagram, BitSet table) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void everyOperationAgreesWithTheTruthTable(long seed) {
    Random random = new Random(seed);
    Diagrams diagrams = new Diagrams(BITS, new Allowance(new Budget(PLENTY, A_WHILE)));
    List<Both> known = new ArrayList<>(bits(diagrams));
    for (int round = 0; round < ROUNDS; round++) {
      Both one = known.get(random.nextInt(known.size()));
      Both other = known.get(random.nextInt(known.size()));
      Both made = made(diagrams, one, other, random);
      assertThat(table(diagrams, made.diagram())).isEqualTo(made.table());
      known.add(new Both(diagrams.keep(made.diagram()), made.table()));
      diagrams.sweep();
    }
  }

  @Test
  void equalSetsHaveEqualNumbers() {
    Diagrams diagrams = new Diagrams(BITS, new Allowance(new Budget(PLENTY, A_WHILE)));
    int one = diagrams.bit(1, true);
    int two = diagrams.bit(2, true);

    int together = diagrams.and(one, two);
    int notEither = diagrams.not(diagrams.or(diagrams.not(one), diagrams.not(two)));

    assertThat(notEither).isEqualTo(together);
  }

  @Test
  void whatWasKeptOutlivesSweepsAndGrowth() {
    int bits = 16;
    Random random = new Random(7);
    Diagrams diagrams = new Diagrams(bits, new Allowance(new Budget(PLENTY, A_WHILE)));
    int kept = diagrams.keep(parity(diagrams, bits));
    for (int round = 0; round < 60; round++) {
      int some = Diagrams.NOTHING;
      for (int pattern = 0; pattern < 300; pattern++) {
        some = diagrams.or(some, only(diagrams, bits, random.nextInt(1 << bits)));
      }
      diagrams.sweep();
    }
    assertThat(parity(diagrams, bits)).isEqualTo(kept);
  }

  @Test
  void growingBeyondTheBoundIsSaid() {
    int bits = 16;
    Random random = new Random(7);
    Diagrams diagrams = new Diagrams(bits, new Allowance(new Budget(1_000, A_WHILE)));

    assertThatThrownBy(
            () -> {
              int some = Diagrams.NOTHING;
              for (int pattern = 0; pattern < 1_000; pattern++) {
                some = diagrams.or(some, only(diagrams, bits, random.nextInt(1 << bits)));
              }
            })
        .isInstanceOf(OutOfBudget.class);
  }

  @Test
  void tablesThatTakeMoreMemoryThanTheyMayAreRefusedBeforeTheyGrow() {
    int bits = 24;
    long most = 2_000_000;
    Random random = new Random(7);
    Allowance allowance = new Allowance(new Budget(PLENTY, A_WHILE, most));
    Diagrams diagrams = new Diagrams(bits, allowance);

    assertThatThrownBy(
            () -> {
              int some = Diagrams.NOTHING;
              for (int pattern = 0; pattern < 100_000; pattern++) {
                some = diagrams.or(some, only(diagrams, bits, random.nextInt(1 << bits)));
              }
            })
        .isInstanceOf(OutOfBudget.class)
        .hasMessageContaining("1 MB");
  }

  @Test
  void whatOneExplorationGivesBackTheNextOneOfTheTaskMayTake() {
    long most = 2_000_000;
    Allowance allowance = new Allowance(new Budget(PLENTY, A_WHILE, most));
    for (int i = 0; i < 10; i++) {
      new Diagrams(8, allowance).close();
    }
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 10; i++) {
                new Diagrams(8, allowance);
              }
            })
        .isInstanceOf(OutOfBudget.class);
  }

  private static Both made(Diagrams diagrams, Both one, Both other, Random random) {
    BitSet table = (BitSet) one.table().clone();
    return switch (random.nextInt(5)) {
      case 0 -> {
        table.and(other.table());
        yield new Both(diagrams.and(one.diagram(), other.diagram()), table);
      }
      case 1 -> {
        table.or(other.table());
        yield new Both(diagrams.or(one.diagram(), other.diagram()), table);
      }
      case 2 -> {
        table.flip(0, PATTERNS);
        yield new Both(diagrams.not(one.diagram()), table);
      }
      case 3 -> {
        int chosen = random.nextInt(PATTERNS);
        yield new Both(diagrams.exists(one.diagram(), cube(diagrams, chosen)), anew(table, chosen));
      }
      default -> {
        int chosen = random.nextInt(PATTERNS);
        table.and(other.table());
        yield new Both(
            diagrams.andExists(one.diagram(), other.diagram(), cube(diagrams, chosen)),
            anew(table, chosen));
      }
    };
  }

  /// The patterns that become one of the table's when the chosen bits are chosen anew.
  private static BitSet anew(BitSet table, int chosen) {
    BitSet all = new BitSet(PATTERNS);
    for (int pattern = 0; pattern < PATTERNS; pattern++) {
      for (int other = table.nextSetBit(0); other >= 0; other = table.nextSetBit(other + 1)) {
        if (((pattern ^ other) & ~chosen) == 0) {
          all.set(pattern);
        }
      }
    }
    return all;
  }

  private static int cube(Diagrams diagrams, int chosen) {
    int cube = Diagrams.EVERYTHING;
    for (int bit = 0; bit < BITS; bit++) {
      if ((chosen >> bit & 1) == 1) {
        cube = diagrams.and(cube, diagrams.bit(bit, true));
      }
    }
    return diagrams.keep(cube);
  }

  private static List<Both> bits(Diagrams diagrams) {
    List<Both> all = new ArrayList<>();
    for (int bit = 0; bit < BITS; bit++) {
      BitSet table = new BitSet(PATTERNS);
      for (int pattern = 0; pattern < PATTERNS; pattern++) {
        table.set(pattern, (pattern >> bit & 1) == 1);
      }
      all.add(new Both(diagrams.keep(diagrams.bit(bit, true)), table));
    }
    return all;
  }

  private static BitSet table(Diagrams diagrams, int diagram) {
    BitSet table = new BitSet(PATTERNS);
    for (int pattern = 0; pattern < PATTERNS; pattern++) {
      int at = diagram;
      while (at > Diagrams.EVERYTHING) {
        boolean set = (pattern >> diagrams.topBit(at) & 1) == 1;
        at = set ? diagrams.with(at) : diagrams.without(at);
      }
      table.set(pattern, at == Diagrams.EVERYTHING);
    }
    return table;
  }

  private static int only(Diagrams diagrams, int bits, int pattern) {
    int all = Diagrams.EVERYTHING;
    for (int bit = bits - 1; bit >= 0; bit--) {
      all = diagrams.and(all, diagrams.bit(bit, (pattern >> bit & 1) == 1));
    }
    return all;
  }

  /// The patterns in which an odd number of bits is set: every bit matters.
  private static int parity(Diagrams diagrams, int bits) {
    int odd = Diagrams.NOTHING;
    for (int bit = 0; bit < bits; bit++) {
      int set = diagrams.bit(bit, true);
      odd = diagrams.or(diagrams.and(odd, diagrams.not(set)), diagrams.and(diagrams.not(odd), set));
    }
    return odd;
  }
}
