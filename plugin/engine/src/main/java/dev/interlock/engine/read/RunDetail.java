package dev.interlock.engine.read;

import dev.interlock.core.run.Run;
import java.util.List;

/// A run with everything it did, in the order in which it was done.
public record RunDetail(
    RunSummary summary,
    Run run,
    List<JournalLine> journal,
    List<CommandLine> commands,
    List<LaneLine> lanes) {
  public RunDetail {
    journal = List.copyOf(journal);
    commands = List.copyOf(commands);
    lanes = List.copyOf(lanes);
  }
}
