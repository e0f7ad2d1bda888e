package dev.interlock.app.plugin;

import dev.interlock.verifier.finding.Spot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/// Tells the compiler's messages as we tell findings: at their place in the source, and with what
/// the language would have expected there.
final class CompilerMessages {
  /// What stands before the name of a class and tells an author nothing.
  private static final String PACKAGE = "\\b(?:[a-z][a-z0-9]*\\.)+(?=[A-Z])";

  private final SourceText text = new SourceText();

  Fault fault(Diagnostic<? extends JavaFileObject> problem) {
    var message =
        problem
            .getMessage(Locale.ENGLISH)
            .strip()
            .replaceAll("\\s*\\R\\s*", "; ")
            .replaceAll("(symbol|location|required|found|reason):\\s+", "$1: ")
            .replaceAll(PACKAGE, "");
    return Fault.of(Fault.Kind.COMPILE, spot(problem), message, Expected.after(message));
  }

  private Spot spot(Diagnostic<? extends JavaFileObject> problem) {
    var source = problem.getSource();
    if (source == null) {
      return Spot.of("compiler", 0);
    }
    int line = Math.toIntExact(Math.max(0, problem.getLineNumber()));
    var file = Path.of(source.getName());
    long position = problem.getPosition();
    if (line == 0 || position == Diagnostic.NOPOS) {
      return text.at(file, line, 0, 0);
    }
    // the compiler's own column counts tabs as eight, and its positions count from the file's start
    int column = column(source, position);
    long length = Math.max(1, problem.getEndPosition() - position);
    return text.at(file, line, column, Math.toIntExact(length));
  }

  private static int column(JavaFileObject source, long position) {
    try {
      var before = source.getCharContent(true).subSequence(0, Math.toIntExact(position)).toString();
      return before.length() - Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'));
    } catch (IOException | IndexOutOfBoundsException unreadable) {
      return 0;
    }
  }
}
