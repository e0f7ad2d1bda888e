package dev.interlock.app.plugin;

import dev.interlock.app.plugin.Definitions.Said;
import dev.interlock.contract.BusinessOperation;
import dev.interlock.contract.WorkflowContract;
import dev.interlock.contract.model.Contract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;

/// Reads plugin jars. Each names its classes in `META-INF/services`, as Java's own plugins do.
///
/// A jar is read into memory as a whole and then let go, so that it can be replaced at any time.
final class Jars {
  private static final String SERVICES = "META-INF/services/";
  private static final String CLASS = ".class";
  private static final String BUILD_IT =
      "make it with `interlock build FOLDER -o FILE.jar`, or copy it again.";

  private Jars() {}

  /// All that it has to say.
  static Definitions read(Path jar) {
    return read(jar, CarriedScenarios::in);
  }

  /// The same without the scenarios that it carries, which are most of the work.
  static Definitions readContracts(Path jar) {
    return read(jar, (_, _, _) -> Definitions.faulty(List.of()));
  }

  /// What else a jar carries.
  private interface Besides {
    Definitions in(Path jar, Map<String, byte[]> contents, List<Said<Contract>> contracts);
  }

  private static Definitions read(Path jar, Besides besides) {
    try {
      return ask(jar, contents(jar), besides);
    } catch (IOException | IllegalArgumentException broken) {
      return faulty(
          Fault.Kind.UNREADABLE, jar, "it is no jar, or not all of it is there", BUILD_IT);
    }
  }

  /// The files in it, by their names.
  static Map<String, byte[]> contents(Path jar) throws IOException {
    try (var zip = new ZipFile(jar.toFile())) {
      var contents = new LinkedHashMap<String, byte[]>();
      for (var entry : zip.stream().filter(entry -> !entry.isDirectory()).toList()) {
        try (var bytes = zip.getInputStream(entry)) {
          contents.put(entry.getName(), bytes.readAllBytes());
        }
      }
      return contents;
    }
  }

  private static Definitions ask(Path jar, Map<String, byte[]> contents, Besides besides) {
    var unreadable = BuiltJar.unreadable(jar, contents);
    if (unreadable.isPresent()) {
      return Definitions.faulty(List.of(unreadable.get()));
    }
    var named = new ArrayList<String>();
    named.addAll(services(BusinessOperation.class, contents));
    named.addAll(services(WorkflowContract.class, contents));
    if (named.isEmpty()) {
      return faulty(
          Fault.Kind.UNREADABLE,
          jar,
          "it is no plugin: it names no contract in " + SERVICES + WorkflowContract.class.getName(),
          BUILD_IT);
    }
    var loader = new MemoryLoader("plugin " + jar.getFileName(), classes(contents));
    var types = new ArrayList<Class<?>>();
    var faults = new ArrayList<Fault>();
    for (var name : named) {
      try {
        types.add(Class.forName(name, false, loader));
      } catch (ClassNotFoundException missing) {
        faults.add(
            Fault.of(Fault.Kind.LOAD, jar, "it names " + name + ", which is not in it", BUILD_IT));
      } catch (LinkageError broken) {
        faults.add(Fault.of(Fault.Kind.LOAD, jar, name + " cannot be loaded: " + broken, BUILD_IT));
      }
    }
    var asked = Questioning.ofJar(jar).ask(types, loader);
    faults.addAll(BuiltJar.altered(jar, contents, asked.contracts()));
    return Definitions.all(
        List.of(Definitions.faulty(faults), asked, besides.in(jar, contents, asked.contracts())));
  }

  private static Map<String, byte[]> classes(Map<String, byte[]> contents) {
    var classes = new LinkedHashMap<String, byte[]>();
    contents.forEach((name, bytes) -> {
      if (name.endsWith(CLASS)) {
        classes.put(name.substring(0, name.length() - CLASS.length()).replace('/', '.'), bytes);
      }
    });
    return classes;
  }

  private static List<String> services(Class<?> service, Map<String, byte[]> contents) {
    return Optional.ofNullable(contents.get(SERVICES + service.getName())).stream()
        .flatMap(bytes -> new String(bytes, StandardCharsets.UTF_8).lines())
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private static Definitions faulty(Fault.Kind kind, Path jar, String message, String help) {
    return Definitions.faulty(List.of(Fault.of(kind, jar, message, help)));
  }
}
