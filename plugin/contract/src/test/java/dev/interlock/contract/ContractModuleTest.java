package dev.interlock.contract;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Reads the module descriptor that the build made, beside the classes that it describes.
class ContractModuleTest {

  @Test
  void requiresNothingButTheJdkAndTheNullAnnotationsAtCompileTime() throws Exception {
    var required =
        descriptor().requires().stream()
            .filter(other -> !other.modifiers().contains(Modifier.STATIC))
            .map(ModuleDescriptor.Requires::name);
    var compileTimeOnly =
        descriptor().requires().stream()
            .filter(other -> other.modifiers().contains(Modifier.STATIC))
            .map(ModuleDescriptor.Requires::name);

    assertThat(required).containsExactly("java.base");
    assertThat(compileTimeOnly).containsExactly("org.jspecify");
  }

  @Test
  void exportsEachOfItsPackagesExceptInternalOnes() throws Exception {
    var exported =
        descriptor().exports().stream().map(ModuleDescriptor.Exports::source).collect(toSet());

    assertThat(exported).isEqualTo(packagesToExport());
  }

  private static Set<String> packagesToExport() throws IOException {
    try (var files = Files.walk(classes().resolve("dev"))) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .filter(file -> !file.endsWith("package-info.class"))
          .map(file -> classes().relativize(file.getParent()).toString())
          .map(folder -> folder.replace('/', '.').replace('\\', '.'))
          .filter(name -> !name.contains(".internal"))
          .collect(toSet());
    }
  }

  private static ModuleDescriptor descriptor() throws IOException {
    var file = classes().resolve("META-INF/versions/17/module-info.class");
    try (var bytes = Files.newInputStream(file)) {
      return ModuleDescriptor.read(bytes);
    }
  }

  private static Path classes() {
    return Path.of("target", "classes");
  }
}
