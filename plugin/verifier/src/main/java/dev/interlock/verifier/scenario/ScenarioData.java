package dev.interlock.verifier.scenario;

import dev.interlock.contract.model.ContractId;
import dev.interlock.simulation.script.Script;
import dev.interlock.simulation.script.ScriptData;
import dev.interlock.verifier.scenario.Scenario.Acceptance;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Scenarios as plain data, to be written and read as JSON by whoever has a library for it.
///
///     {"accepted": {"by": "Ana Ruiz", "on": "2026-11-28", "contracts": {"win-back": "9f86d0..."}},
///      "outcome": ["2026-03-02T10:00 win-back begins", "..."],
///      "story": {"opening": {...}, "beats": [...]}}
public final class ScenarioData {
  private ScenarioData() {}

  /// What reading comes to.
  public sealed interface Reading {
    record Read(Scenario scenario) implements Reading {}

    /// The data is no scenario, for these reasons.
    record Unreadable(List<String> problems) implements Reading {
      public Unreadable {
        problems = List.copyOf(problems);
      }
    }
  }

  /// The scenario as data, without its name. Reading it gives the same scenario.
  public static Map<String, Object> write(Scenario scenario) {
    Map<String, Object> data = new LinkedHashMap<>();
    scenario
        .acceptance()
        .ifPresent(accepted -> {
          Map<String, Object> hashes = new LinkedHashMap<>();
          accepted.hashes().forEach((contract, hash) -> hashes.put(contract.text(), hash));
          Map<String, Object> said = new LinkedHashMap<>();
          said.put("by", accepted.by());
          said.put("on", accepted.on().toString());
          said.put("contracts", hashes);
          data.put("accepted", said);
        });
    data.put("outcome", scenario.outcome().lines());
    data.put("story", ScriptData.write(scenario.script()));
    return data;
  }

  /// The scenario that the data is, or everything that keeps it from being one.
  public static Reading read(String name, @Nullable Object data) {
    List<String> problems = new ArrayList<>();
    Map<?, ?> all = map(data, "the scenario", problems);
    Outcome came = outcome(all.get("outcome"), problems);
    Optional<Script> script = script(all.get("story"), problems);
    Optional<Acceptance> acceptance =
        all.get("accepted") == null ? Optional.empty() : acceptance(all.get("accepted"), problems);
    return problems.isEmpty() && script.isPresent()
        ? new Reading.Read(new Scenario(name, script.get(), came, acceptance))
        : new Reading.Unreadable(problems);
  }

  private static Map<?, ?> map(@Nullable Object data, String where, List<String> problems) {
    if (data instanceof Map<?, ?> map) {
      return map;
    }
    problems.add(where + " is no object {...}");
    return Map.of();
  }

  private static Optional<Script> script(@Nullable Object data, List<String> problems) {
    return switch (ScriptData.read(data)) {
      case ScriptData.Reading.Read(var script) -> Optional.of(script);
      case ScriptData.Reading.Unreadable(var why) -> {
        why.forEach(one -> problems.add("story: " + one));
        yield Optional.empty();
      }
    };
  }

  /// Whoever writes a story by hand need not say what comes of it. Outcomes were objects once,
  /// which said less: such a one is another than comes of the story now.
  private static Outcome outcome(@Nullable Object data, List<String> problems) {
    if (data instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
      return new Outcome(list.stream().map(String.class::cast).toList());
    }
    if (data != null && !(data instanceof Map<?, ?>)) {
      problems.add("outcome: is no list of lines");
    }
    return new Outcome(List.of());
  }

  private static Optional<Acceptance> acceptance(@Nullable Object data, List<String> problems) {
    Map<?, ?> said = map(data, "accepted", problems);
    Map<ContractId, String> hashes = new TreeMap<>();
    map(said.get("contracts"), "accepted, contracts", problems)
        .forEach((contract, hash) ->
            hashes.put(new ContractId(String.valueOf(contract)), String.valueOf(hash)));
    if (!(said.get("by") instanceof String by) || by.isBlank()) {
      problems.add("accepted, by: somebody has to answer for it; say who");
      return Optional.empty();
    }
    try {
      LocalDate on = LocalDate.parse(String.valueOf(said.get("on")));
      return Optional.of(new Acceptance(by, on, hashes));
    } catch (DateTimeParseException notSo) {
      problems.add("accepted, on: is no day such as 2026-11-28");
      return Optional.empty();
    }
  }
}
