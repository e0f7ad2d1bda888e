package dev.interlock.app.process;

import dev.interlock.app.Main;
import dev.interlock.app.command.Shell;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/// Interlock in a folder, laid out as it is shipped: a jar that names all it needs, and the library
/// in the plugins folder beside it. It is there before anything is packed.
///
/// @param home the folder
/// @param shell for commands that need no process of their own
record Installed(Path home, Shell shell) {
  private static final String JAR = "interlock.jar";

  /// As `scripts/interlock` starts it, compiled by the quicker of the two compilers only.
  private static final List<String> FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "--enable-native-access=ALL-UNNAMED",
          "-Djdk.virtualThreadScheduler.parallelism=8");

  /// Lays it out in a folder.
  static Installed in(Path home) throws IOException {
    var shell = Shell.with(home).set("INTERLOCK_DATA_DIR", home.resolve("data"));
    var manifest = new Manifest();
    var entries = manifest.getMainAttributes();
    entries.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    entries.put(Attributes.Name.MAIN_CLASS, Main.class.getName());
    entries.put(Attributes.Name.CLASS_PATH, classPath());
    new JarOutputStream(Files.newOutputStream(home.resolve(JAR)), manifest).close();
    return new Installed(home, shell);
  }

  /// The folder of the database.
  Path data() {
    return home.resolve("data");
  }

  /// That of this test, without the tests, and without the library: it is a plugin.
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(part -> !part.endsWith("test-classes") && !isLibrary(part))
        .map(part -> part.toUri().toString())
        .collect(Collectors.joining(" "));
  }

  private static boolean isLibrary(Path part) {
    return part.endsWith(Path.of("library", "target", "classes"))
        || part.getFileName().toString().startsWith("interlock-library");
  }

  /// Starts a command. What the environment sets otherwise is not for it.
  ///
  /// @param name of the files with what it says
  Running start(String name, Map<String, String> settings, String... arguments) throws IOException {
    var words = new ArrayList<String>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(FLAGS);
    words.addAll(List.of("-jar", home.resolve(JAR).toString()));
    words.addAll(List.of(arguments));
    var out = home.resolve(name + ".out");
    var err = home.resolve(name + ".err");
    var builder =
        new ProcessBuilder(words)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(out.toFile()))
            .redirectError(ProcessBuilder.Redirect.appendTo(err.toFile()));
    builder.environment().keySet().removeIf(key -> key.startsWith("INTERLOCK_"));
    builder.environment().putAll(settings);
    return new Running(builder.start(), out, err);
  }
}
