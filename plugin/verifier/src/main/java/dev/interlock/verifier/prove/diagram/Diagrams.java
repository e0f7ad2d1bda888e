package dev.interlock.verifier.prove.diagram;

import java.util.Arrays;
import org.logicng.formulas.FormulaFactory;
import org.logicng.knowledgecompilation.bdds.jbuddy.BDDConstruction;
import org.logicng.knowledgecompilation.bdds.jbuddy.BDDKernel;

/// The diagrams of one task: numbers that stand for sets of bit patterns.
///
/// What an operation returns lives until the next [#sweep]; what is to live longer is kept. One
/// task has one of these, on one thread.
final class Diagrams {
  static final int NOTHING = BDDKernel.BDD_FALSE;
  static final int EVERYTHING = BDDKernel.BDD_TRUE;

  private static final int FIRST_NODES = 40_000;
  private static final int CACHE = 40_000;

  private final BDDKernel kernel;
  private final BDDConstruction construction;
  private final int mostNodes;
  private int[] fleeting = new int[1_024];
  private int count;

  /// @param mostNodes how many nodes there may be before the task is given up
  Diagrams(int bits, int mostNodes) {
    this.kernel = new BDDKernel(new FormulaFactory(), bits, FIRST_NODES, CACHE);
    this.construction = new BDDConstruction(kernel);
    this.mostNodes = mostNodes;
  }

  int bit(int number, boolean set) {
    return set ? construction.ithVar(number) : construction.nithVar(number);
  }

  int and(int one, int other) {
    return fleeting(construction.and(one, other));
  }

  int or(int one, int other) {
    return fleeting(construction.or(one, other));
  }

  int not(int one) {
    return fleeting(construction.not(one));
  }

  /// The patterns that become one of these when the bits of the cube are chosen anew.
  int exists(int set, int cube) {
    return cube == EVERYTHING ? set : fleeting(construction.exists(set, cube));
  }

  /// Lets the diagram outlive sweeps.
  int keep(int diagram) {
    kernel.addRef(diagram, null);
    return diagram;
  }

  void drop(int diagram) {
    kernel.delRef(diagram);
  }

  /// Forgets whatever was not kept.
  ///
  /// @throws OutOfBudget when the diagrams have grown beyond their bound
  void sweep() {
    for (int i = 0; i < count; i++) {
      kernel.delRef(fleeting[i]);
    }
    count = 0;
    if (kernel.statistics().nodesize() > mostNodes) {
      throw new OutOfBudget("more than " + mostNodes + " nodes");
    }
  }

  /// The bit that the diagram's topmost node asks for.
  int topBit(int diagram) {
    return construction.bddVar(diagram);
  }

  int without(int diagram) {
    return construction.bddLow(diagram);
  }

  int with(int diagram) {
    return construction.bddHigh(diagram);
  }

  private int fleeting(int diagram) {
    kernel.addRef(diagram, null);
    if (count == fleeting.length) {
      fleeting = Arrays.copyOf(fleeting, count * 2);
    }
    fleeting[count++] = diagram;
    return diagram;
  }
}
