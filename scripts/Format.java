import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Runs google-java-format over our Java files: `Format.java check|fix|skip REMEMBERED FOLDER...`.
///
/// Remembers the hashes of files found well formatted in the file REMEMBERED, so that a second look
/// costs nearly nothing. Unused imports stay: removing them also removes those that only `///`
/// comments use, and the compiler reports the rest.
final class Format {
  private static final Formatter FORMATTER = new Formatter(JavaFormatterOptions.defaultOptions());

  private Format() {}

  public static void main(String[] arguments) throws IOException, NoSuchAlgorithmException {
    var mode = arguments[0];
    switch (mode) {
      case "skip" -> {}
      case "check", "fix" -> run(mode.equals("fix"), Path.of(arguments[1]), folders(arguments));
      default -> {
        System.err.println("-Dformat is check, fix or skip, not " + mode);
        System.exit(2);
      }
    }
  }

  private static List<Path> folders(String[] arguments) {
    return Stream.of(arguments).skip(2).map(Path::of).toList();
  }

  private static void run(boolean fix, Path remembered, List<Path> folders)
      throws IOException, NoSuchAlgorithmException {
    Set<String> known =
        Files.exists(remembered) ? new HashSet<>(Files.readAllLines(remembered)) : Set.of();
    var good = new TreeSet<String>();
    var bad = new ArrayList<String>();
    for (var file : javaFiles(folders)) {
      var source = Files.readString(file);
      if (known.contains(hash(source))) {
        good.add(hash(source));
        continue;
      }
      try {
        var formatted = format(source);
        if (!formatted.equals(source) && !fix) {
          bad.add(file + ": not formatted");
          continue;
        }
        if (!formatted.equals(source)) {
          Files.writeString(file, formatted);
          System.out.println("formatted " + file);
        }
        good.add(hash(formatted));
      } catch (FormatterException problem) {
        problem.diagnostics().forEach(found -> bad.add(file + ":" + found));
      }
    }
    Files.createDirectories(remembered.getParent());
    Files.write(remembered, good);
    if (!bad.isEmpty()) {
      bad.forEach(System.err::println);
      System.err.println("Run `mvn -N verify -Dformat=fix` to format them.");
      System.exit(1);
    }
  }

  private static String format(String source) throws FormatterException {
    var ordered = ImportOrderer.reorderImports(source, JavaFormatterOptions.Style.GOOGLE);
    return FORMATTER.formatSource(ordered);
  }

  private static List<Path> javaFiles(List<Path> folders) throws IOException {
    var found = new ArrayList<Path>();
    for (var folder : folders) {
      try (var files = Files.walk(folder)) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .filter(file -> !file.toString().contains("/target/"))
            .forEach(found::add);
      }
    }
    return found;
  }

  private static String hash(String source) throws NoSuchAlgorithmException {
    var bytes = source.getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
