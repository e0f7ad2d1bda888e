package dev.interlock.verifier.finding;

import dev.interlock.contract.text.ContentHash;
import java.util.Optional;

/// Tells stories of different kinds apart, so that a waiver accepts the one that somebody read.
///
/// Two stories have the same mark when the same kinds of things happen in them, to the same
/// contracts: other moments, names of tags or words of messages make no other story.
public final class StoryMark {
  private static final int DIGITS = 8;

  private StoryMark() {}

  /// The same for every version of a contract, and whether or not others go live meanwhile; empty
  /// unless it was played. To compare what is found of one version with what is found of another.
  public static Optional<String> whateverVersion(Evidence evidence) {
    return evidence instanceof Evidence.Played(_, var script)
        ? Optional.of(String.join("\n", script.kindsOfThings()))
        : Optional.empty();
  }

  /// Eight hexadecimal digits; empty unless it was played.
  public static Optional<String> of(Evidence evidence) {
    return switch (evidence) {
      case Evidence.Played(_, var script) ->
          Optional.of(
              ContentHash.ofText(String.join("\n", script.kinds())).hex().substring(0, DIGITS));
      case Evidence.Shape _, Evidence.Exhaustive _, Evidence.Unresolved _ -> Optional.empty();
    };
  }
}
