package dev.interlock.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.app.console.CannotRunException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  @TempDir private Path folder;

  @Test
  void theEnvironmentWinsOverTheFile() throws IOException {
    var file = file("INTERLOCK_PORT=9000\nINTERLOCK_BIND=0.0.0.0\n");

    var settings =
        Settings.of(Map.of("INTERLOCK_CONFIG", file.toString(), "INTERLOCK_PORT", "9001"));

    assertThat(settings.number(Key.PORT, 0, 65_535)).isEqualTo(9001);
    assertThat(settings.text(Key.BIND)).contains("0.0.0.0");
  }

  @Test
  void anEmptyTextIsNoSetting() {
    var settings = Settings.of(Map.of("INTERLOCK_PORT", " "));

    assertThat(settings.number(Key.PORT, 0, 65_535)).isEqualTo(8080);
  }

  @Test
  void aMisspeltNameInTheFileIsRefusedWithTheNearestOne() throws IOException {
    var file = file("INTERLOCK_HIGHLEVEL_TOKN=abc\n");

    assertThatThrownBy(() -> Settings.of(Map.of("INTERLOCK_CONFIG", file.toString())))
        .isInstanceOf(CannotRunException.class)
        .hasMessageContainingAll(
            "INTERLOCK_HIGHLEVEL_TOKN", "nearest is INTERLOCK_HIGHLEVEL_TOKEN");
  }

  @Test
  void aMisspeltNameInTheEnvironmentIsRefusedToo() {
    assertThatThrownBy(() -> Settings.of(Map.of("INTERLOCK_INBOX_LIMTI", "5")))
        .isInstanceOf(CannotRunException.class)
        .hasMessageContainingAll("INTERLOCK_INBOX_LIMTI", "nearest is INTERLOCK_INBOX_LIMIT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INTERLOCK_SERVICE_HOST",
        "INTERLOCK_SERVICE_PORT_HTTP",
        "INTERLOCK_PORT_8080_TCP_ADDR",
        "INTERLOCK_JAVA_OPTIONS",
        "INTERLOCKING",
        "HOME"
      })
  void whatOthersPutIntoTheEnvironmentIsNotMeantForUs(String name) {
    assertThat(Settings.of(Map.of(name, "tcp://10.0.0.1:8080")).values()).isEmpty();
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> Settings.of(Map.of("INTERLOCK_CONFIG", "nowhere.properties")))
        .isInstanceOf(CannotRunException.class)
        .hasMessageContaining("INTERLOCK_CONFIG is nowhere.properties");
  }

  @Test
  void allThatIsMissingIsNamedAtOnce() {
    var settings = Settings.of(Map.of("INTERLOCK_HIGHLEVEL_TOKEN", "abc"));

    assertThatThrownBy(() ->
            settings.require(Key.HIGHLEVEL_TOKEN, Key.HIGHLEVEL_LOCATION_ID, Key.HIGHLEVEL_APP_ID))
        .hasMessageContainingAll(
            "INTERLOCK_HIGHLEVEL_LOCATION_ID is missing", "INTERLOCK_HIGHLEVEL_APP_ID is missing")
        .hasMessageNotContaining("INTERLOCK_HIGHLEVEL_TOKEN")
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "65536", "eighty", "80.5", "tcp://10.0.0.1:80"})
  void aPortThatIsNoneIsNamedWithItsValue(String port) {
    var settings = Settings.of(Map.of("INTERLOCK_PORT", port));

    assertThatThrownBy(() -> ServerSettings.of(settings))
        .hasMessage("INTERLOCK_PORT is " + port + ", but it has to be a number from 0 to 65535");
  }

  @Test
  void aShortPasswordIsRefusedAndNotRepeated() {
    var settings = Settings.of(Map.of("INTERLOCK_CONSOLE_TOKEN", "tooshort"));

    assertThatThrownBy(() -> ServerSettings.of(settings))
        .hasMessageContaining("INTERLOCK_CONSOLE_TOKEN")
        .hasMessageNotContaining("tooshort");
  }

  @Test
  void theClientsOwnValuesAreThereByName() {
    var settings =
        Settings.of(
            Map.of("INTERLOCK_SETTING_bookingLink", "https://book.example.com", "HOME", "/root"));

    assertThat(settings.values()).isEqualTo(Map.of("bookingLink", "https://book.example.com"));
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("interlock.properties"), text);
  }
}
