package dev.interlock.verifier.prove.concrete;

import dev.interlock.core.run.Run;
import dev.interlock.simulation.Simulation;
import dev.interlock.simulation.script.Act;
import dev.interlock.simulation.script.Answer;
import dev.interlock.simulation.script.Beat;
import java.util.List;
import java.util.Optional;

/// What brings a run on where nobody does anything: its command is done, or its time has come.
final class NextBeat {
  private NextBeat() {}

  static Optional<Beat> of(Simulation story, Run run) {
    int occurrence = occurrence(story.underWay(), run);
    if (story.command(run).isPresent()) {
      return Optional.of(Beat.now(new Act.CommandEnds(run.contract(), occurrence, Answer.DONE)));
    }
    return run.standing().alarm().isPresent()
        ? Optional.of(Beat.now(new Act.TimerFires(run.contract(), occurrence)))
        : Optional.empty();
  }

  private static int occurrence(List<Run> runs, Run run) {
    return runs.stream().filter(one -> one.contract().equals(run.contract())).toList().indexOf(run)
        + 1;
  }
}
