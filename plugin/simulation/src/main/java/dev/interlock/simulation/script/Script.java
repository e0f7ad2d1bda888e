package dev.interlock.simulation.script;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// A story about one contact: how they stand at first, and what happens to them, beat by beat.
public record Script(Opening opening, Pace pace, List<Beat> beats) {
  public Script {
    beats = List.copyOf(beats);
  }

  /// A story that goes on by itself between its beats.
  public Script(Opening opening, List<Beat> beats) {
    this(opening, Pace.BY_ITSELF, beats);
  }

  /// What kinds of things happen in it, each once: the word for the act, as files have it, and the
  /// contract that it is about where there is one.
  public SortedSet<String> kinds() {
    var kinds = new TreeSet<String>();
    beats.forEach(beat -> kinds.add(ActData.kind(beat.act())));
    return Collections.unmodifiableSortedSet(kinds);
  }

  /// What kinds of things happen in it, each once, whichever contract they are about; that versions
  /// go live is none of them.
  public SortedSet<String> kindsOfThings() {
    var kinds = new TreeSet<String>();
    beats.stream()
        .map(Beat::act)
        .filter(act -> !(act instanceof Act.GoesLive))
        .forEach(act -> kinds.add(ActData.word(act)));
    return Collections.unmodifiableSortedSet(kinds);
  }

  /// The same story with other beats.
  public Script with(List<Beat> other) {
    return new Script(opening, pace, other);
  }
}
