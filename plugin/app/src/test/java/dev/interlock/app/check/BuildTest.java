package dev.interlock.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BuildTest {
  @TempDir private Path home;

  @BeforeEach
  void install() throws IOException {
    Files.createDirectory(home.resolve("lib"));
    put("interlock.jar", "jar");
    put("lib/interlock-verifier.jar", "jar");
  }

  @Test
  void anotherJarOfTheSameSizeAndTimeIsAnotherBuild() throws IOException {
    var first = Build.in(home);
    assertThat(Build.in(home)).isEqualTo(first).isPresent();

    put("lib/interlock-verifier.jar", "raj");

    assertThat(Build.in(home)).isPresent().isNotEqualTo(first);
  }

  @Test
  void aJarOfSomebodyElseMakesNoDifference() throws IOException {
    var first = Build.in(home);
    put("lib/other.jar", "jar");

    assertThat(Build.in(home)).isEqualTo(first);
  }

  @Test
  void oneJarMoreIsAnotherBuild() throws IOException {
    var first = Build.in(home);
    put("lib/interlock-other.jar", "jar");

    assertThat(Build.in(home)).isPresent().isNotEqualTo(first);
  }

  @Test
  void aFolderWithoutTheProgramIsNone() throws IOException {
    Files.delete(home.resolve("interlock.jar"));

    assertThat(Build.in(home)).isEmpty();
  }

  private void put(String jar, String content) throws IOException {
    Files.writeString(home.resolve(jar), content);
    Files.setLastModifiedTime(home.resolve(jar), FileTime.fromMillis(1_000_000));
  }
}
