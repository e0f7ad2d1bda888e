package dev.interlock.app.pack;

import dev.interlock.app.console.Json;
import dev.interlock.app.plugin.BuiltJar;
import dev.interlock.app.plugin.CarriedScenarios;
import dev.interlock.app.plugin.SourceSet;
import dev.interlock.contract.BusinessOperation;
import dev.interlock.contract.WorkflowContract;
import dev.interlock.contract.text.ContractText;
import dev.interlock.contract.text.OperationText;
import dev.interlock.handbook.DocsFolder;
import dev.interlock.handbook.edition.Edition;
import dev.interlock.verifier.finding.Report;
import dev.interlock.verifier.scenario.Scenario;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A plugin jar as its entries, in their order. The same sources give the same bytes, wherever they
/// lie and whenever they are built.
///
///     META-INF/MANIFEST.MF
///     META-INF/interlock/plugin.json          what it says of itself
///     META-INF/interlock/operation.txt        canonical texts, whose hashes are the versions
///     META-INF/interlock/contracts/{id}.txt
///     META-INF/interlock/scenarios/{name}.json    what was accepted, to be played where it goes live
///     META-INF/services/...                   the classes to ask
///     docs/index.html ...                     the handbook, which opens from disk
///     {package}/{Class}.class
public final class PluginJar {
  private static final String OURS = "META-INF/interlock/";
  private static final String SERVICES = "META-INF/services/";

  private PluginJar() {}

  /// The entries for contracts that were verified; the day does not enter them.
  ///
  /// @param scenarios accepted ones
  /// @param interlock the version that builds it
  public static Map<String, byte[]> entries(
      SourceSet sources, Report verified, List<Scenario> scenarios, String interlock) {
    var report = verified.undated();
    var set = sources.set();
    var entries = new LinkedHashMap<String, byte[]>();
    put(entries, "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\n\r\n");
    put(entries, BuiltJar.MANIFEST, json(Manifest.of(set, report, interlock)));
    put(entries, OURS + "operation.txt", OperationText.write(set.operation()));
    for (var contract : set.contracts()) {
      put(entries, OURS + "contracts/" + contract.id() + ".txt", ContractText.write(contract));
    }
    scenarios.forEach(scenario ->
        put(entries, CarriedScenarios.entry(scenario), CarriedScenarios.text(scenario)));
    put(entries, SERVICES + BusinessOperation.class.getName(), lines(sources.operations()));
    put(entries, SERVICES + WorkflowContract.class.getName(), lines(sources.contracts()));
    new TreeMap<>(DocsFolder.of(set, Edition.bare().verified(report)).files())
        .forEach((name, page) -> put(entries, "docs/" + name, page));
    new TreeMap<>(sources.classes())
        .forEach((name, bytes) -> entries.put(name.replace('.', '/') + ".class", bytes));
    return entries;
  }

  private static String json(Manifest manifest) {
    // the writer's line ends are the system's
    return Json.of(manifest).replace("\r\n", "\n") + "\n";
  }

  private static String lines(List<String> names) {
    return String.join("\n", names) + "\n";
  }

  private static void put(Map<String, byte[]> entries, String name, String text) {
    entries.put(name, text.getBytes(StandardCharsets.UTF_8));
  }
}
