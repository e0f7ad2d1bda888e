package dev.interlock.verifier.finding;

import dev.interlock.simulation.script.ScriptData;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a finding rests on, as plain data.
///
/// @param kind `shape`, `exhaustive`, `played` or `unresolved`
/// @param mark what a waiver of it has to name; empty unless it was played
/// @param script what happens, to be played again; empty unless it was played
public record EvidenceData(
    String kind, List<String> story, String mark, String assumption, Map<String, Object> script) {
  public EvidenceData {
    story = List.copyOf(story);
    script = Collections.unmodifiableMap(new LinkedHashMap<>(script));
  }

  static EvidenceData of(Evidence evidence) {
    Tale tale = Tale.of(evidence);
    return switch (evidence) {
      case Evidence.Shape() -> told("shape", tale);
      case Evidence.Exhaustive() -> told("exhaustive", tale);
      case Evidence.Unresolved _ -> told("unresolved", tale);
      case Evidence.Played(_, var script) ->
          new EvidenceData(
              "played",
              tale.lines(),
              StoryMark.of(evidence).orElse(""),
              "",
              ScriptData.write(script));
    };
  }

  private static EvidenceData told(String kind, Tale tale) {
    return new EvidenceData(kind, tale.lines(), "", tale.assumption(), Map.of());
  }
}
