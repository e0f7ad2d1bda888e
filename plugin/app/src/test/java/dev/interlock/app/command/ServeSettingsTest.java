package dev.interlock.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.command.Shell.Said;
import dev.interlock.sandbox.DemoWorld;
import dev.interlock.sandbox.Sandbox;
import dev.interlock.sandbox.time.SandboxClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What whoever starts the server is told when something is not set, or set wrongly: one line that
/// names it, and exit code 2.
class ServeSettingsTest {
  private final Sandbox crm =
      Sandbox.start(DemoWorld.config(SandboxClock.standingAt(DemoWorld.BEGIN), 1));

  @TempDir private Path home;
  @TempDir private Path data;
  private Shell shell = Shell.with(Path.of("target/shell"));

  @BeforeEach
  void setEverything() throws IOException {
    var key = Files.writeString(home.resolve("webhook-key.pem"), crm.publicKeyPem());
    shell =
        Shell.with(home)
            .set("INTERLOCK_PORT", 0)
            .set("INTERLOCK_DATA_DIR", data)
            .set("INTERLOCK_PLUGINS_DIR", home.resolve("plugins"))
            .set("INTERLOCK_HIGHLEVEL_API_URL", crm.url())
            .set("INTERLOCK_HIGHLEVEL_TOKEN", DemoWorld.TOKEN)
            .set("INTERLOCK_HIGHLEVEL_LOCATION_ID", DemoWorld.LOCATION_ID)
            .set("INTERLOCK_HIGHLEVEL_APP_ID", DemoWorld.APP_ID)
            .set("INTERLOCK_HIGHLEVEL_WEBHOOK_KEY", key);
  }

  @AfterEach
  void close() {
    crm.close();
  }

  @Test
  void worksWithEverythingSet() {
    var said = shell.run("serve");

    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(said.out()).startsWith("Interlock works at http://127.0.0.1:");
    assertThat(said.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INTERLOCK_HIGHLEVEL_TOKEN",
        "INTERLOCK_HIGHLEVEL_LOCATION_ID",
        "INTERLOCK_HIGHLEVEL_APP_ID"
      })
  void namesWhatIsMissing(String name) {
    var said = shell.set(name, " ").run("serve");

    assertThat(complaint(said)).startsWith(name + " is missing (");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INTERLOCK_PORT | 80 80 | a number from 0 to 65535",
        "INTERLOCK_PLUGINS_DIR | nowhere | there is no such folder",
        "INTERLOCK_PLUGINS_LOOK_SECONDS | often | a number from 0 to 86400",
        "INTERLOCK_DRIFT_HOURS | 200 | a number from 0 to 168",
        "INTERLOCK_HIGHLEVEL_API_URL | http://crm.example.com | an https address",
        "INTERLOCK_HIGHLEVEL_API_URL | here and there | an https address",
        "INTERLOCK_HIGHLEVEL_TRIGGER_URLS | http://crm.example.com/fire/ | an https address",
        "INTERLOCK_HIGHLEVEL_TRIGGER_URLS | https://crm.example.com/fire | with a slash at its end",
        "INTERLOCK_HIGHLEVEL_TRIGGER_URLS | here and there | an https address",
        "INTERLOCK_HIGHLEVEL_WEBHOOK_KEY | nowhere.pem | there is no such file",
        "INTERLOCK_HIGHLEVEL_WEBHOOK_KEY | pom.xml | no '-----BEGIN PUBLIC KEY-----' block",
        "INTERLOCK_TIME_ZONE | Mars/Olympus | the name of a time zone",
        "INTERLOCK_INBOX_LIMIT | 0 | a number from 1",
        "INTERLOCK_LOG | xml | one of json, text",
        "INTERLOCK_SANDBOX_CLOCK | noon | copied from a sandbox's first lines",
        "INTERLOCK_CONFIG | nowhere.properties | there is no such file"
      })
  void namesWhatIsWrongWithItsValue(String name, String value, String why) {
    var said = shell.set(name, value).run("serve");

    assertThat(complaint(said)).startsWith(name + " is " + value + ", but ").contains(why);
  }

  @ParameterizedTest
  @CsvSource({"INTERLOCK_HIGHLEVEL_TOKEN, pit with blanks", "INTERLOCK_CONSOLE_TOKEN, too short"})
  void namesAWrongSecretAndDoesNotRepeatIt(String name, String value) {
    var said = shell.set(name, value).run("serve");

    assertThat(complaint(said)).startsWith(name + " is set, but ").doesNotContain(value);
  }

  @Test
  void namesASettingThatIsNone() {
    var said = shell.set("INTERLOCK_HIGHLEVEL_WEBHOOKKEY", "key.pem").run("serve");

    assertThat(complaint(said))
        .isEqualTo(
            "the environment sets INTERLOCK_HIGHLEVEL_WEBHOOKKEY, which is not a setting; the nearest is"
                + " INTERLOCK_HIGHLEVEL_WEBHOOK_KEY");
  }

  @Test
  void namesTheTokenThatTheCrmRefuses() {
    var said = shell.set("INTERLOCK_HIGHLEVEL_TOKEN", "pit-of-somebody-else").run("serve");

    assertThat(complaint(said))
        .startsWith("the CRM refuses INTERLOCK_HIGHLEVEL_TOKEN for ")
        .doesNotContain("pit-of-somebody-else");
  }

  @Test
  void namesTheAccountThatTheTokenIsNotFor() {
    var said = shell.set("INTERLOCK_HIGHLEVEL_LOCATION_ID", "SomebodyElses").run("serve");

    assertThat(complaint(said))
        .startsWith("the CRM refuses INTERLOCK_HIGHLEVEL_TOKEN for INTERLOCK_HIGHLEVEL_LOCATION_ID")
        .contains("SomebodyElses: ", "; check that the token was made in this account");
  }

  @Test
  void namesTheDataFolderThatCannotBeOne() throws IOException {
    var file = Files.writeString(home.resolve("file"), "");

    assertThat(complaint(shell.set("INTERLOCK_DATA_DIR", file).run("serve")))
        .contains("the data folder " + file);
  }

  @Test
  void namesThePortThatIsTaken() throws IOException {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var said = shell.set("INTERLOCK_PORT", other.getLocalPort()).run("serve");

      assertThat(complaint(said)).contains(":" + other.getLocalPort() + ": ", "INTERLOCK_PORT");
    }
  }

  @Test
  void namesTheAddressThatIsNone() {
    var said = shell.set("INTERLOCK_BIND", "nowhere.invalid").run("serve");

    assertThat(complaint(said)).contains("nowhere.invalid", "no such address", "INTERLOCK_BIND");
  }

  private static String complaint(Said said) {
    assertThat(said.exit()).as(said.out() + said.err()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).startsWith("interlock: ").hasLineCount(1);
    return said.err().substring("interlock: ".length()).strip();
  }
}
