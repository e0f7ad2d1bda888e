package dev.interlock.app;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// All production classes of all modules, read from where the build has just put them.
///
/// They are read from the folders, not from the class path, so that no module escapes by not being
/// a dependency of this one.
final class Modules {
  private static final Set<String> NO_PRODUCT = Set.of("bench", "torture");
  private static final JavaClasses CLASSES = new ClassFileImporter().importPaths(folders());

  private Modules() {}

  static JavaClasses classes() {
    return CLASSES;
  }

  /// The folders in `plugin`, each of which is a module of the product. What only measures it or
  /// tries it from outside is none.
  static List<String> names() {
    try (var folders = Files.list(plugin())) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("pom.xml")))
          .map(folder -> folder.getFileName().toString())
          .filter(name -> !NO_PRODUCT.contains(name))
          .sorted()
          .toList();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  static String packageOf(String module) {
    return "dev.interlock." + module.replace('-', '.');
  }

  static Path compiled(String module) {
    return plugin().resolve(module).resolve("target").resolve("classes");
  }

  private static List<Path> folders() {
    return names().stream().map(Modules::compiled).filter(Files::exists).toList();
  }

  private static Path plugin() {
    // Maven runs the tests of a module in its folder; an editor may do so at the top.
    return Stream.of("..", "plugin")
        .map(Path::of)
        .filter(folder -> Files.exists(folder.resolve("contract").resolve("pom.xml")))
        .findFirst()
        .orElseThrow();
  }
}
