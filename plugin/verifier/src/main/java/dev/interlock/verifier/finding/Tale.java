package dev.interlock.verifier.finding;

import java.util.List;

/// What a finding rests on, as it is told.
///
/// @param heading what kind of story it is
/// @param lines what happens, in order; empty where nothing has to happen
/// @param assumption what would rule it out; empty where it did happen
public record Tale(String heading, List<String> lines, String assumption) {
  private static final Tale NOTHING = new Tale("", List.of(), "");

  public Tale {
    lines = List.copyOf(lines);
  }

  /// The tale of an evidence.
  public static Tale of(Evidence evidence) {
    return switch (evidence) {
      case Evidence.Shape() -> NOTHING;
      case Evidence.Exhaustive() ->
          new Tale(
              "everything that can happen was explored, and it is not among it", List.of(), "");
      case Evidence.Played(var story, _) ->
          new Tale(
              "it was played, and this happened (story %s)"
                  .formatted(StoryMark.of(evidence).orElse("")),
              story,
              "");
      case Evidence.Unresolved(var course, var assumption) ->
          new Tale("nobody could play it, but nothing rules this out", course, assumption);
    };
  }
}
