package dev.interlock.app.plugin;

import dev.interlock.app.console.CannotRunException;
import dev.interlock.contract.WorkflowContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/// Compiles contracts in this process. They may use the JDK and the contract module.
final class Compiler {
  private Compiler() {}

  /// What came of compiling.
  sealed interface Compiled {
    /// It compiles.
    ///
    /// @param bytes the classes by their names
    /// @param sources the files that they stand in, by their names
    record Classes(Map<String, byte[]> bytes, Map<String, Path> sources) implements Compiled {
      public Classes {
        bytes = Map.copyOf(bytes);
        sources = Map.copyOf(sources);
      }
    }

    record Errors(List<Fault> faults) implements Compiled {}
  }

  static Compiled compile(List<Path> sources) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new CannotRunException(
          "this Java has no compiler: use a JDK, not a JRE, to work with .java files");
    }
    var problems = new DiagnosticCollector<JavaFileObject>();
    try (var files =
            compiler.getStandardFileManager(problems, Locale.ENGLISH, StandardCharsets.UTF_8);
        var memory = new MemoryFiles(files)) {
      var task =
          compiler.getTask(
              Writer.nullWriter(),
              memory,
              problems,
              options(),
              null,
              files.getJavaFileObjectsFromPaths(sources));
      return task.call()
          ? new Compiled.Classes(memory.classes(), memory.sources())
          : new Compiled.Errors(errors(problems));
    } catch (IOException closing) {
      throw new UncheckedIOException(closing);
    }
  }

  private static List<String> options() {
    var module = contractModule();
    var options =
        new ArrayList<>(List.of("-proc:none", "-nowarn", "-Xlint:none", "--release", "25"));
    options.addAll(List.of("-classpath", module.toString()));
    if (Files.isRegularFile(module)) {
      // so that authors may write `import module dev.interlock.contract`
      options.addAll(
          List.of("--module-path", module.toString(), "--add-modules", "dev.interlock.contract"));
    }
    return options;
  }

  /// The jar, or in tests the folder, that the contract module is loaded from.
  static Path contractModule() {
    try {
      var source = WorkflowContract.class.getProtectionDomain().getCodeSource();
      return Path.of(source.getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static List<Fault> errors(DiagnosticCollector<JavaFileObject> problems) {
    var messages = new CompilerMessages();
    return problems.getDiagnostics().stream()
        .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
        .map(messages::fault)
        .toList();
  }
}
