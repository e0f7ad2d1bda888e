package dev.interlock.app.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.interlock.app.pack.JarFile;
import dev.interlock.app.plugin.SourceSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/// Packs contracts as any build could, without looking at them.
public final class UncheckedJar {
  private static final String SERVICES = "META-INF/services/dev.interlock.contract.";

  private UncheckedJar() {}

  /// Packs a folder of sources.
  public static void of(Path sources, Path jar) {
    if (!(SourceSet.in(sources) instanceof SourceSet.Outcome.Read(var read))) {
      throw new IllegalStateException("it has to compile");
    }
    var entries = new TreeMap<String, byte[]>();
    entries.put(SERVICES + "BusinessOperation", lines(read.operations()));
    entries.put(SERVICES + "WorkflowContract", lines(read.contracts()));
    read.classes().forEach((name, code) -> entries.put(name.replace('.', '/') + ".class", code));
    try {
      JarFile.write(jar, JarFile.bytes(entries));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static byte[] lines(List<String> names) {
    return String.join("\n", names).getBytes(UTF_8);
  }
}
