package dev.interlock.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.plugin.Acme;
import dev.interlock.sandbox.DemoWorld;
import dev.interlock.sandbox.Sandbox;
import dev.interlock.sandbox.SandboxConfig;
import dev.interlock.sandbox.http.ApiSettings;
import dev.interlock.sandbox.http.RateLimit;
import dev.interlock.sandbox.http.SandboxToken;
import dev.interlock.sandbox.time.SandboxClock;
import dev.interlock.sandbox.world.CustomField;
import dev.interlock.sandbox.world.CustomValue;
import dev.interlock.sandbox.world.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands as they are typed, on the sandbox.
class PlanCommandTest {
  private static final Set<String> READING =
      Set.of(
          "locations.readonly",
          "opportunities.readonly",
          "locations/tags.readonly",
          "locations/customFields.readonly",
          "locations/customValues.readonly",
          "users.readonly",
          "calendars.readonly",
          "workflows.readonly",
          "contacts.readonly",
          "conversations/message.readonly",
          "calendars/events.readonly");

  @TempDir private Path folder;
  private Sandbox sandbox = sandbox(config());
  private Shell shell = Shell.with(Path.of("target/shell"));

  @BeforeEach
  void install() {
    shell = shell();
  }

  private Shell shell() {
    return Shell.with(folder.resolve("home"))
        .set("INTERLOCK_DATA_DIR", folder.resolve("data"))
        .set("INTERLOCK_HIGHLEVEL_API_URL", sandbox.url())
        .set("INTERLOCK_HIGHLEVEL_TOKEN", DemoWorld.TOKEN)
        .set("INTERLOCK_HIGHLEVEL_LOCATION_ID", DemoWorld.LOCATION_ID);
  }

  private static SandboxConfig config() {
    return DemoWorld.config(SandboxClock.standingAt(DemoWorld.BEGIN), 1);
  }

  private static Sandbox sandbox(SandboxConfig config) {
    return Sandbox.start(config);
  }

  private void insteadOf(SandboxConfig other) {
    sandbox.close();
    sandbox = sandbox(other);
    shell = shell();
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  /// A business that wants more than the sandbox has.
  private String wanting(String more) {
    var contracts = Acme.in(folder.resolve("contracts"), Acme.CONTRACT);
    return Acme.operation(contracts, ".build()", more + ".build()").toString();
  }

  @Test
  void findsNothingToDoForTheLibraryInItsOwnAccount() {
    var said = shell.run("plan");

    assertThat(said.exit()).as(said.out() + said.err()).isZero();
    assertThat(said.out())
        .startsWith("Riverside Dental  " + DemoWorld.LOCATION_ID)
        .contains("✓ Sales  8 stages, in order", "✓ time zone  America/New_York")
        .contains("? contacts.write", "Nothing is left to do.");
    assertThat(said.err()).isEmpty();
  }

  @Test
  void tellsWhatItMakesAndWhatIsLeftToPeopleWithTheWayThere() {
    var said =
        shell.run(
            "plan", wanting(".tag(\"vip\").calendar(\"consultation\").calendar(\"Checkup\")"));

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out())
        .contains("+ vip  apply makes it")
        .contains("! consultation  there is \"Consultation\", spelt differently")
        .contains("Settings → Calendars → Create Calendar: \"Checkup\"")
        .contains("1 to make, 2 yours to do", "`interlock apply` makes one of them.");
    assertThat(tags()).doesNotContain("vip");
  }

  @Test
  void tellsMachinesTheSame() {
    var said = shell.run("plan", "--json", wanting(".tag(\"vip\")"));

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out())
        .contains("\"ok\" : false", "\"create\" : 1", "\"state\" : \"create\"", "\"apply\" : true");
  }

  @Test
  void tellsWhatSomebodyAnswersForInTheContracts() throws IOException {
    var contracts = Files.createDirectories(folder.resolve("contracts"));
    Acme.in(contracts, Acme.waivedUntil(2026, 12, 31));

    var said = shell.run("plan", contracts.toString());
    var json = shell.run("plan", "--json", contracts.toString());

    assertThat(said.out())
        .contains("Accepted for a time")
        .contains("E-DOC-MISSING at jot in hello  until 2026-12-31 by Ana Ruiz")
        .contains("The note explains itself.", "made up for by: The desk knows.");
    assertThat(json.out()).contains("\"rule\" : \"E-DOC-MISSING\"", "\"decidedBy\" : \"Ana Ruiz\"");
    assertThat(shell.run("plan").out()).doesNotContain("Accepted for a time");
  }

  @Test
  void makesNothingWhereNobodyCanBeAsked() {
    var said = shell.run("apply", wanting(".tag(\"vip\")"));

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains("nothing was made", "add --yes");
    assertThat(shell.run("apply", "--json", wanting(".tag(\"vip\")")).exit()).isEqualTo(2);
    assertThat(tags()).doesNotContain("vip");
  }

  @Test
  void makesNothingWithoutAYes() {
    var said = shell.answering("no").run("apply", wanting(".tag(\"vip\")"));

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out()).endsWith("Nothing was made.\n");
    assertThat(tags()).doesNotContain("vip");
  }

  @Test
  void makesWhatTheApiCanOnceAndThenNothingMore() {
    shell.set("INTERLOCK_SETTING_reviewLink", "https://review.example.com");
    var contracts =
        wanting(
            """
            .tag("vip").field("Shoe size", Operation.FieldKind.NUMBER)
            .setting("reviewLink", "Where to review", "https://x")\
            """);

    var first = shell.answering("yes").run("apply", contracts);
    var second = shell.run("apply", contracts);

    assertThat(first.exit()).as(first.out() + first.err()).isZero();
    assertThat(first.out())
        .contains("tag vip  made", "custom field Shoe size  made", "custom value Review link  made")
        .endsWith("Nothing is left to do.\n");
    assertThat(second.exit()).isZero();
    assertThat(second.out()).doesNotContain(" made");
    assertThat(tags()).containsOnlyOnce("vip");
    assertThat(sandbox.world().directory().customFields())
        .extracting(CustomField::name)
        .containsOnlyOnce("Shoe size");
    assertThat(sandbox.world().directory().customValues())
        .extracting(CustomValue::name)
        .containsOnlyOnce("Review link");
  }

  @Test
  void leavesToPeopleWhatTheTokenMayNotMakeAndSaysWhichScopeItNeeds() {
    sandbox.accept(new SandboxToken(DemoWorld.TOKEN, READING));

    var said = shell.run("apply", "--yes", wanting(".tag(\"vip\").tag(\"gold\")"));

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out())
        .contains("tag vip  not made: ", "tag gold  not made: ", "'locations/tags.write'")
        .contains("Settings → Tags → New Tag: \"vip\"", "2 yours to do");
  }

  @Test
  void tellsAMissingScopeAndWhatItHides() {
    var fewer = new HashSet<>(READING);
    fewer.remove("locations/tags.readonly");
    sandbox.accept(new SandboxToken(DemoWorld.TOKEN, fewer));

    var said = shell.run("plan", wanting(".tag(\"vip\")"));

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out())
        .contains("? vip  it shows once the token has the scope locations/tags.readonly")
        .contains("! locations/tags.readonly", "Scopes: tick locations/tags.readonly");
  }

  @Test
  void tellsWhatHasDriftedUntilItIsPutRight() {
    var contracts =
        wanting(".tag(\"vip\").setting(\"bookingLink\", \"Where to book\", \"https://x\")");
    assertThat(shell.run("apply", "--yes", contracts).exit()).isZero();
    insteadOf(config());
    var link = sandbox.world().directory().customValues().getFirst();
    sandbox.world().directory().editCustomValue(link.id(), "Booking page", link.value());

    assertThat(shell.run("plan", contracts).out())
        .contains("~ vip  it was there and is gone; apply makes it")
        .contains("~ bookingLink  it is called \"Booking page\" now", "2 drifted since last time");
    assertThat(shell.run("plan", contracts).out()).contains("2 drifted since last time");

    sandbox.world().directory().editCustomValue(link.id(), link.name(), link.value());
    assertThat(shell.run("apply", "--yes", contracts).exit()).isZero();
  }

  @Test
  void saysWhatIsWrongWithATokenAnAccountAndASetting() {
    assertThat(shell.set("INTERLOCK_HIGHLEVEL_TOKEN", "pit-other").run("plan").err())
        .contains("the CRM refuses INTERLOCK_HIGHLEVEL_TOKEN for account", "a valid token");
    shell = shell();
    assertThat(shell.set("INTERLOCK_HIGHLEVEL_LOCATION_ID", "elsewhere").run("plan").err())
        .contains("account elsewhere", "check that the token was made in this account");
    shell = shell();
    var zone = shell.set("INTERLOCK_TIME_ZONE", "Mars/North").run("plan");
    assertThat(zone.err()).contains("it has to be the name of a time zone");
    assertThat(zone.exit()).isEqualTo(2);
    shell = shell();
    assertThat(shell.set("INTERLOCK_HIGHLEVEL_TOKEN", "").run("plan").err())
        .contains("INTERLOCK_HIGHLEVEL_TOKEN is missing");
  }

  @Test
  void doesNotWaitForADayThatIsSpent() {
    insteadOf(config().withApi(ApiSettings.with(DemoWorld.TOKEN).limitedTo(spentAfter(2))));

    var said = shell.run("plan");

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains("the day's calls are used up", "minutes");
  }

  private static RateLimit spentAfter(int calls) {
    return new RateLimit(1000, Duration.ofSeconds(10), calls);
  }

  @Test
  void planningForWhatIsLiveNeedsSomethingLive() {
    var said = shell.run("plan", "--data", folder.resolve("data").toString());

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains("nothing is live in this data folder");
  }

  @Test
  void plansForWhatIsLiveWhereverItCameFrom() throws IOException {
    var plugins = Files.createDirectories(folder.resolve("plugins"));
    var key = Files.writeString(folder.resolve("key.pem"), sandbox.publicKeyPem());
    Acme.in(plugins, Acme.CONTRACT);
    shell
        .set("INTERLOCK_PORT", 0)
        .set("INTERLOCK_PLUGINS_DIR", plugins)
        .set("INTERLOCK_PLUGINS_LOOK_SECONDS", 0)
        .set("INTERLOCK_HIGHLEVEL_APP_ID", DemoWorld.APP_ID)
        .set("INTERLOCK_HIGHLEVEL_WEBHOOK_KEY", key);
    assertThat(shell.run("serve").exit()).isZero();
    shell = shell();

    var said = shell.run("plan", "--data", folder.resolve("data").toString());

    assertThat(said.exit()).as(said.out() + said.err()).isZero();
    assertThat(said.out()).contains("for 1 contract of Acme: hello");
  }

  @Test
  void doesNotGuessWhatDriftedByADamagedFile() throws IOException {
    assertThat(shell.run("plan").exit()).isZero();
    var file = folder.resolve("data").resolve("bindings-" + DemoWorld.LOCATION_ID + ".json");
    Files.writeString(file, "{\"bindings\": [{\"kind\": \"MOON\"}]}");

    var said = shell.run("plan");

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains(file.toString(), "is damaged; move it away");
  }

  private Iterable<String> tags() {
    return sandbox.world().directory().tags().stream().map(Tag::name).toList();
  }
}
