package dev.interlock.torture.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What processes said while they worked.
///
/// @param file what they wrote to; one may have been cut off in the middle of a line
public record ServeLog(Path file) {
  private static final Pattern ERROR =
      Pattern.compile("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} ERROR (?<words>.*?) *$");

  /// What a full disk has them say, and the database's driver where there is no room to unpack its
  /// library.
  private static final Pattern OF_THE_DISK =
      Pattern.compile(
          "(could not|still cannot) store\\b.*: the disk (is full|cannot be read)"
              + "|Unexpected IOException"
              + "|Failed to load native library");

  /// Each error that they told of themselves, once. The CRM's mischief is none: it is a warning.
  public List<String> errors() throws IOException {
    // a kill can leave half a character
    var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    return text.lines()
        .map(ERROR::matcher)
        .filter(Matcher::find)
        .map(line -> line.group("words"))
        .filter(words -> !OF_THE_DISK.matcher(words).lookingAt())
        .distinct()
        .map(words -> "a process said: " + words)
        .toList();
  }
}
