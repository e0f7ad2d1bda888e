package dev.interlock.verifier.finding;

import dev.interlock.simulation.script.Script;
import java.util.List;

/// What a finding rests on.
public sealed interface Evidence {
  /// The declaration or the shape of the path is enough.
  record Shape() implements Evidence {}

  /// Everything that can happen was explored, and it is not among it.
  record Exhaustive() implements Evidence {}

  /// It happened, on the core that runs in production.
  ///
  /// @param story what happened, line by line, each with its day and time
  /// @param script the same to be played again
  record Played(List<String> story, Script script) implements Evidence {
    public Played {
      story = List.copyOf(story);
    }
  }

  /// It can happen in the model; nobody could play it, so it may be an artefact. It blocks all the
  /// same, since nobody proved that it cannot happen.
  ///
  /// @param course what would have to happen, move by move
  /// @param assumption what would have to be so for it not to happen
  record Unresolved(List<String> course, String assumption) implements Evidence {
    public Unresolved {
      course = List.copyOf(course);
    }
  }
}
