package dev.interlock.app.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.app.plugin.Places;
import dev.interlock.contract.contact.InstallationId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnJarsTest {
  @TempDir private Path folder;

  private OwnJars own() {
    return OwnJars.of(folder.resolve("accounts"), new InstallationId("Riverside")).orElseThrow();
  }

  private Path jar(String name, String text) throws IOException {
    Path built = Files.createDirectories(folder.resolve("built-" + text));
    return Files.writeString(built.resolve(name), text);
  }

  private List<String> names() throws IOException {
    return Places.in(own().folder()).jars().stream()
        .map(jar -> jar.getFileName().toString())
        .toList();
  }

  private List<String> texts() throws IOException {
    try (Stream<Path> jars = Places.in(own().folder()).jars().stream()) {
      return jars.map(OwnJarsTest::text).toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException problem) {
      throw new AssertionError(problem);
    }
  }

  @Test
  void exchangesSeveralForOneAndBack() throws IOException {
    own().release(List.of(jar("a.jar", "a1"), jar("b.jar", "b1")));
    Files.writeString(own().folder().resolve("account.properties"), "INTERLOCK_TIME_ZONE=UTC");
    own().release(List.of(jar("b.jar", "b2")));
    assertThat(names()).containsExactly("b.jar");
    assertThat(texts()).containsExactly("b2");

    own().back();
    assertThat(names()).containsExactly("a.jar", "b.jar");
    assertThat(texts()).containsExactly("a1", "b1");
    assertThat(own().folder().resolve("account.properties")).exists();
    assertThat(own().before()).isEmpty();
    assertThatThrownBy(() -> own().back()).hasMessageContaining("nothing to go back to");
    assertThat(texts()).containsExactly("a1", "b1");
  }

  @Test
  void goesBackToNone() throws IOException {
    own().release(List.of(jar("a.jar", "a1")));
    assertThat(own().before()).contains(List.of());

    own().back();

    assertThat(own().now()).isEmpty();
  }

  @Test
  void leadsBackFromAReleaseThatFailedHalfWay() throws IOException {
    own().release(List.of(jar("a.jar", "a1")));
    Path gone = folder.resolve("gone.jar");

    assertThatThrownBy(() -> own().release(List.of(jar("b.jar", "b1"), gone)))
        .isInstanceOf(IOException.class);
    assertThat(texts()).containsExactly("a1", "b1");

    own().back();
    assertThat(texts()).containsExactly("a1");
  }

  @Test
  void takesNoCopyOnItsWayForAJar() throws IOException {
    Files.createDirectories(own().folder());
    Files.writeString(own().folder().resolve(".a.jar"), "half of it");

    var shared = folder.resolve("plugins");
    var id = new InstallationId("Riverside");
    assertThat(new OwnFolder(folder.resolve("accounts"), shared).jars(id)).isEqualTo(shared);
  }

  @Test
  void tellsTheSameJarsByWhatIsInThem() throws IOException {
    own().release(List.of(jar("a.jar", "a1")));

    assertThat(own().isJust(List.of(jar("other.jar", "a1")))).isTrue();
    assertThat(own().isJust(List.of(jar("a.jar", "a2")))).isFalse();
    assertThat(own().isJust(List.of(jar("a.jar", "a1"), jar("b.jar", "b1")))).isFalse();
  }
}
