package dev.interlock.app.plugin;

import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.console.Json;
import dev.interlock.app.plugin.Definitions.Said;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.text.ContentHash;
import dev.interlock.verifier.scenario.Scenario;
import dev.interlock.verifier.scenario.Scenario.Acceptance;
import dev.interlock.verifier.scenario.ScenarioData;
import dev.interlock.verifier.scenario.ScenarioData.Reading;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Accepted scenarios as a jar carries them, that `interlock build` made.
public final class CarriedScenarios {
  private static final String FOLDER = "META-INF/interlock/scenarios/";
  private static final String ENDING = ".json";

  private CarriedScenarios() {}

  /// The name of the entry that a scenario is.
  public static String entry(Scenario scenario) {
    return FOLDER + scenario.name() + ENDING;
  }

  /// What it holds; the same scenario always gives the same text.
  public static String text(Scenario scenario) {
    // the writer's line ends are the system's
    return Json.of(ScenarioData.write(scenario)).replace("\r\n", "\n") + "\n";
  }

  /// Those in a jar.
  ///
  /// How a meaning is hashed may differ between versions of Interlock. What was accepted for a
  /// contract as it was built is accepted for it as it is read, which is the same one.
  static Definitions in(Path jar, Map<String, byte[]> contents, List<Said<Contract>> contracts) {
    List<Scenario> scenarios = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    Map<ContractId, String> now = new TreeMap<>();
    contracts.forEach(said -> now.put(said.value().id(), ContentHash.of(said.value()).hex()));
    Map<String, byte[]> sorted = new TreeMap<>(contents);
    sorted.forEach((name, bytes) -> {
      if (name.startsWith(FOLDER) && name.endsWith(ENDING)) {
        read(jar, name, new String(bytes, StandardCharsets.UTF_8), faults)
            .forEach(scenario -> scenarios.add(asOfNow(scenario, contents, now)));
      }
    });
    return Definitions.scenarios(scenarios, faults);
  }

  private static List<Scenario> read(Path jar, String entry, String text, List<Fault> faults) {
    String name = entry.substring(FOLDER.length(), entry.length() - ENDING.length());
    String shown = jar.getFileName() + "!/" + name;
    try {
      return switch (ScenarioData.read(shown, Json.read(entry, text))) {
        case Reading.Read(var scenario) -> List.of(scenario);
        case Reading.Unreadable(var problems) -> {
          faults.add(damaged(jar, entry, String.join("; ", problems)));
          yield List.of();
        }
      };
    } catch (CannotRunException notJson) {
      faults.add(damaged(jar, entry, "it is no JSON"));
      return List.of();
    }
  }

  private static Fault damaged(Path jar, String entry, String why) {
    return Fault.of(
        Fault.Kind.UNREADABLE,
        jar,
        entry + " in it is damaged: " + why,
        "build it again with `interlock build`.");
  }

  private static Scenario asOfNow(
      Scenario scenario, Map<String, byte[]> contents, Map<ContractId, String> now) {
    return scenario
        .acceptance()
        .map(accepted -> {
          Map<ContractId, String> hashes = new TreeMap<>(accepted.hashes());
          hashes.replaceAll((contract, hash) ->
              hash.equals(BuiltJar.hash(contents, contract))
                  ? now.getOrDefault(contract, hash)
                  : hash);
          return scenario.accepted(new Acceptance(accepted.by(), accepted.on(), hashes));
        })
        .orElse(scenario);
  }
}
