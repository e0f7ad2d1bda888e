package dev.interlock.app.plugin;

import dev.interlock.app.console.CannotRunException;
import dev.interlock.contract.WorkflowContract;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
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
import org.jspecify.annotations.NullMarked;

/// Compiles contracts in this process. They may use the JDK, the contract module, and the null
/// annotations that its own signatures have.
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
    var module = home(WorkflowContract.class);
    var options =
        new ArrayList<>(List.of("-proc:none", "-nowarn", "-Xlint:none", "--release", "25"));
    options.addAll(List.of("-classpath", module + File.pathSeparator + home(NullMarked.class)));
    if (Files.isRegularFile(module)) {
      // so that authors may write `import module dev.interlock.contract`
      options.addAll(
          List.of("--module-path", module.toString(), "--add-modules", "dev.interlock.contract"));
    }
    return options;
  }

  /// The jar, or in tests the folder, that a class is loaded from. It is asked for as a resource,
  /// since a class that comes out of the JVM's start-up cache may not know.
  private static Path home(Class<?> type) {
    var name = type.getName().replace('.', '/') + ".class";
    var place = String.valueOf(type.getClassLoader().getResource(name));
    int inside = place.indexOf("!/");
    var address =
        inside < 0
            ? place.substring(0, place.length() - name.length())
            : place.substring("jar:".length(), inside);
    return Path.of(URI.create(address));
  }

  private static List<Fault> errors(DiagnosticCollector<JavaFileObject> problems) {
    var messages = new CompilerMessages();
    return problems.getDiagnostics().stream()
        .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
        .map(messages::fault)
        .toList();
  }
}
