package dev.interlock.sentences;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The page that explains the language word by word, taken apart.
///
/// @param rows the words that it explains
/// @param constants the constants that it lists, by the name of their type
/// @param blocks its longer examples
record DslReference(List<Row> rows, Map<String, List<String>> constants, List<String> blocks) {
  private static final Pattern OWNERS = Pattern.compile("<!-- words: (.*) -->");
  private static final Pattern ROW = Pattern.compile("\\| `(\\.?\\w+)` \\| (.+) \\| `(.+)` \\|");
  private static final Pattern CONSTANTS = Pattern.compile("\\| `([\\w.]+)` \\| (`.+`) \\|");
  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  /// One line of a table: a word, the owners of which it may be, and its example.
  record Row(Set<String> owners, String word, String example) {}

  static DslReference onDisk() throws IOException {
    return of(Files.readString(Path.of("..", "..", "docs", "guide", "dsl-reference.md")));
  }

  private static DslReference of(String page) {
    List<Row> rows = new ArrayList<>();
    Map<String, List<String>> constants = new LinkedHashMap<>();
    Set<String> owners = Set.of();
    for (String line : page.lines().toList()) {
      Matcher marked = OWNERS.matcher(line);
      Matcher row = ROW.matcher(line);
      Matcher listed = CONSTANTS.matcher(line);
      if (marked.matches()) {
        owners = Set.of(marked.group(1).split(", "));
      } else if (line.equals("<!-- constants -->")) {
        owners = Set.of();
      } else if (!owners.isEmpty() && row.matches()) {
        rows.add(new Row(owners, row.group(1), row.group(3)));
      } else if (owners.isEmpty() && listed.matches()) {
        constants.put(listed.group(1), List.of(listed.group(2).replace("`", "").split(", ")));
      }
    }
    List<String> blocks = BLOCK.matcher(page).results().map(found -> found.group(1)).toList();
    return new DslReference(rows, constants, blocks);
  }
}
