package dev.interlock.app.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/// The library as the plugin jar that it is when it is shipped.
public final class LibraryJar {
  private static final String SERVICES =
      "META-INF/services/dev.interlock.contract.WorkflowContract";

  private LibraryJar() {}

  /// Puts it into a folder.
  public static Path in(Path folder) {
    return jar(folder.resolve("interlock-library.jar"), compiled());
  }

  /// Packs a folder of classes.
  public static Path jar(Path jar, Path classes) {
    try (var out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
      }
      return jar;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// Where the classes of the library are: Maven has them in its folder whether or not it has
  /// packed them already.
  private static Path compiled() {
    var loader = LibraryJar.class.getClassLoader();
    try {
      var services = java.util.Collections.list(loader.getResources(SERVICES));
      var library =
          services.stream()
              .filter(url -> url.toString().contains("/library/"))
              .findFirst()
              .orElseThrow();
      if (library.getProtocol().equals("jar")) {
        var jar = library.getPath().replaceFirst("^file:", "").replaceFirst("!.*$", "");
        return Path.of(jar).resolveSibling("classes");
      }
      return Path.of(library.toURI()).resolve("../../..").normalize();
    } catch (IOException | URISyntaxException problem) {
      throw new IllegalStateException(problem);
    }
  }
}
