package dev.interlock.verifier.proof;

import dev.interlock.verifier.corpus.Corpus;
import dev.interlock.verifier.corpus.Example;
import java.util.List;
import java.util.stream.Stream;

/// All examples for the rules that are decided by exploring, written like those of [Corpus].
public final class ProofCorpus {
  private static final List<Class<?>> PAGES =
      List.of(
          DoorProofs.class,
          PathProofs.class,
          StageProofs.class,
          TagProofs.class,
          TaskProofs.class,
          MessageProofs.class,
          SetProofs.class,
          RaceProofs.class,
          MeetingProofs.class,
          LoopProofs.class);

  private ProofCorpus() {}

  /// Every example, by page and name.
  public static Stream<Example> examples() {
    return PAGES.stream().flatMap(Corpus::examples);
  }
}
