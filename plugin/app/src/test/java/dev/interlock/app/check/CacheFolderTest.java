package dev.interlock.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CacheFolderTest {
  @TempDir private Path home;

  @Test
  void itIsWhereEachSystemHasIt() {
    Map<String, String> environment = Map.of("HOME", home.toString());

    assertThat(CacheFolder.usual(environment, "Linux")).contains(home.resolve(".cache/interlock"));
    assertThat(CacheFolder.usual(environment, "Mac OS X"))
        .contains(home.resolve("Library/Caches/interlock"));
    assertThat(CacheFolder.usual(Map.of("LOCALAPPDATA", home.toString()), "Windows 11"))
        .contains(home.resolve("interlock"));
  }

  @Test
  void theUsersOwnChoiceGoesBefore() {
    Map<String, String> environment = Map.of("HOME", "/nowhere", "XDG_CACHE_HOME", home.toString());

    assertThat(CacheFolder.usual(environment, "Linux")).contains(home.resolve("interlock"));
  }

  @Test
  void whereNobodySaysOrTheFolderIsNoneNothingIsKept() {
    assertThat(CacheFolder.usual(Map.of(), "Linux")).isEmpty();
    assertThat(CacheFolder.usual(Map.of("XDG_CACHE_HOME", "relative"), "Linux")).isEmpty();
    assertThat(CacheFolder.usual(Map.of("HOME", "\0"), "Linux")).isEmpty();
  }
}
