package dev.interlock.sentences;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/// Compiles an author's sentences in-process against the module, as far as types go, and tells what
/// `javac` says of them.
final class Javac {
  private static final String HEAD =
      """
      import static dev.interlock.contract.dsl.Conditions.*;
      import static dev.interlock.contract.dsl.Events.*;
      import static dev.interlock.contract.dsl.Exits.*;
      import static dev.interlock.contract.dsl.Operations.*;
      import static dev.interlock.contract.dsl.Steps.*;
      import static dev.interlock.contract.dsl.Times.*;
      import static dev.interlock.contract.dsl.Workflows.*;
      import static dev.interlock.contract.model.Channel.*;
      import static dev.interlock.contract.model.EventPattern.HandAct.*;
      import static dev.interlock.contract.model.Operation.FieldKind.*;
      import static dev.interlock.contract.model.Operation.UnknownZone.*;
      import static dev.interlock.contract.model.Operation.Writer.*;
      import static dev.interlock.contract.model.RunKey.*;
      import static dev.interlock.contract.model.SendTerms.Ask.*;
      import static java.time.DayOfWeek.*;
      import dev.interlock.contract.*;
      import dev.interlock.contract.dsl.*;
      import dev.interlock.contract.model.*;
      import java.math.BigDecimal;
      import java.time.LocalDate;
      class Sentence {
        static final PipelineName SALES = pipelineNamed("Sales");
        static final StageName NEW = stageNamed("New");
        static final StageName ENGAGED = stageNamed("Engaged");
        static final StageName BOOKED = stageNamed("Booked");
        static final LaneName FOLLOW_UP = laneNamed("Follow-up");
      """;
  private static final int LINES_BEFORE = (int) HEAD.lines().count() + 1;

  // the command line's javac leaves them out as well
  private static final Pattern QUALIFIERS = Pattern.compile("(\\w+\\.)+(?=[A-Z])");

  private Javac() {}

  /// What is wrong, and on which line of the sentence, counted from 1.
  record Problem(long line, String message) {}

  /// The errors in an expression of the type, written over several lines.
  static List<Problem> problemsIn(String type, String expression) {
    return problems(HEAD + type + " said() { return\n" + expression + ";}\n}\n");
  }

  /// The errors in members of a class.
  static List<Problem> problemsInMembers(List<String> members) {
    return problems(HEAD + "\n" + String.join("\n", members) + "\n}\n");
  }

  /// The errors in a whole class of its own.
  static List<Problem> problemsInClass(String name, String source) {
    return problems(name, source);
  }

  /// The errors in an expression of any type.
  static List<Problem> problemsIn(String expression) {
    return problemsIn("Object", expression);
  }

  private static List<Problem> problems(String source) {
    return problems("Sentence", source);
  }

  private static List<Problem> problems(String name, String source) {
    var found = new DiagnosticCollector<JavaFileObject>();
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(found, Locale.ENGLISH, UTF_8)) {
      files.setLocationFromPaths(
          StandardLocation.CLASS_PATH, List.of(Path.of("target", "classes")));
      var task =
          compiler.getTask(
              null, files, found, List.of("-proc:none"), null, List.of(new Source(name, source)));
      ((JavacTask) task).analyze();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return found.getDiagnostics().stream().flatMap(Javac::problem).toList();
  }

  private static Stream<Problem> problem(Diagnostic<? extends JavaFileObject> diagnostic) {
    return diagnostic.getKind() == Diagnostic.Kind.ERROR
        ? Stream.of(
            new Problem(
                diagnostic.getLineNumber() - LINES_BEFORE,
                QUALIFIERS.matcher(diagnostic.getMessage(Locale.ENGLISH)).replaceAll("")))
        : Stream.empty();
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
