package dev.interlock.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.settings.Key;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the guide says is so.
class GuideTest {
  private static final Path GUIDE = Path.of("..", "..", "docs", "guide");
  private static final Pattern SOURCE =
      Pattern.compile("```java file=(\\S+)\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern SETTING = Pattern.compile("(?m)^\\| `(INTERLOCK_[A-Z_]+)` \\|");

  @TempDir private Path folder;

  @Test
  void theTutorialsContractsCompileAndHaveNoFindings() throws IOException {
    Path contracts = Files.createDirectory(folder.resolve("my-contracts"));
    var sources = SOURCE.matcher(Files.readString(GUIDE.resolve("tutorial.md")));
    int found = 0;
    while (sources.find()) {
      Files.writeString(contracts.resolve(sources.group(1)), sources.group(2));
      found++;
    }
    assertThat(found).isEqualTo(2);

    var said = Shell.with(folder.resolve("home")).run("verify", contracts.toString());

    assertThat(said.exit()).as(said.out() + said.err()).isZero();
  }

  @Test
  void theTableOfSettingsNamesEachSettingInOrder() throws IOException {
    var table = SETTING.matcher(Files.readString(GUIDE.resolve("configuration.md")));

    assertThat(table.results().map(row -> row.group(1)))
        .containsExactlyElementsOf(Arrays.stream(Key.values()).map(Key::variable).toList());
  }
}
