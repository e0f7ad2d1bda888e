package dev.interlock.simulation.monitor;

import dev.interlock.simulation.Chronicle;
import java.util.List;

/// A rule that is watched while contracts run.
public interface Monitor {
  /// The rule's id.
  String rule();

  /// Where the rule was broken, in the order in which it was.
  List<Breach> watch(Chronicle chronicle);
}
