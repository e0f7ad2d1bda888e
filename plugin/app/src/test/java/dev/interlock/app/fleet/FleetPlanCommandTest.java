package dev.interlock.app.fleet;

import static dev.interlock.sandbox.DemoAgency.HILLSIDE;
import static dev.interlock.sandbox.DemoAgency.LAKESIDE;
import static dev.interlock.sandbox.DemoAgency.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.command.Shell;
import dev.interlock.app.plugin.Acme;
import dev.interlock.app.secret.SealingKey;
import dev.interlock.sandbox.DemoAgency;
import dev.interlock.sandbox.DemoWorld;
import dev.interlock.sandbox.market.Conduct;
import dev.interlock.sandbox.market.Installing;
import dev.interlock.sandbox.world.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `plan` and `apply` for accounts that installed the app, with a server and without one. The
/// practice on the hillside lacks a pipeline and the tag `cold`.
class FleetPlanCommandTest {
  private static final SealingKey KEY = SealingKey.random();

  @TempDir private Path folder;
  @AutoClose private ServedFleet served;

  @BeforeEach
  void serve() {
    served = new ServedFleet(folder, KEY);
    served.arrive(served.agency().install(Installing.bulk(RIVERSIDE, HILLSIDE, LAKESIDE)));
    served.settle();
  }

  private Shell shell() {
    return Shell.with(folder.resolve("home"))
        .set("INTERLOCK_DATA_DIR", folder.resolve("data"))
        .set("INTERLOCK_PLUGINS_DIR", folder.resolve("plugins"))
        .set("INTERLOCK_ACCOUNTS_DIR", folder.resolve("accounts"))
        .set("INTERLOCK_PORT", served.fleet().url().getPort());
  }

  /// With what it takes to do without a server.
  private Shell keyed() {
    try {
      return shell()
          .set("INTERLOCK_HIGHLEVEL_API_URL", served.agency().url())
          .set("INTERLOCK_HIGHLEVEL_CLIENT_ID", DemoAgency.CLIENT_ID)
          .set("INTERLOCK_HIGHLEVEL_CLIENT_SECRET", DemoAgency.CLIENT_SECRET)
          .set(
              "INTERLOCK_SECRET_KEY_FILE",
              Files.writeString(folder.resolve("tokens.key"), KEY.reveal()));
    } catch (IOException problem) {
      throw new AssertionError(problem);
    }
  }

  /// Contracts that want a tag.
  private String wanting(String tag) {
    var contracts = Acme.in(folder.resolve("contracts"), Acme.CONTRACT);
    return Acme.operation(contracts, ".build()", ".tag(\"" + tag + "\").build()").toString();
  }

  private List<String> tags(String account) {
    return served.agency().location(account).world().directory().tags().stream()
        .map(Tag::name)
        .toList();
  }

  private void somebodyMakesThePipeline() {
    var from = served.agency().location(RIVERSIDE).world().opportunities().pipelines();
    var world = served.agency().location(HILLSIDE).world();
    from.stream()
        .filter(pipeline -> pipeline.name().equals(DemoWorld.PIPELINE))
        .forEach(pipeline ->
            world.change(() ->
                world
                    .opportunities()
                    .addPipeline(
                        pipeline.name(),
                        pipeline.stages().stream().map(stage -> stage.name()).toList())));
  }

  @Test
  void hasTheServerLookThroughAllForWhatIsLiveInEach() {
    var planned = shell().run("plan", "--all");

    assertThat(planned.exit()).as(planned.out() + planned.err()).isEqualTo(1);
    assertThat(planned.out())
        .contains("Opportunities → Pipelines → Create new pipeline")
        .contains("Hillside Dental  " + HILLSIDE + "  1 yours to do")
        .contains("Lakeside Dental  " + LAKESIDE + "  ready", "missed-call-text-back")
        .contains("3 accounts: 2 ready, 1 with something left to do, 0 could not be asked.");

    somebodyMakesThePipeline();
    var again = shell().run("apply", "--all", "--yes");
    assertThat(again.exit()).as(again.out()).isZero();
    assertThat(again.out())
        .contains("There is nothing in it that the CRM's API can make.", "3 ready");
    assertThat(served.agency().records().crossings()).isEmpty();
  }

  @Test
  void makesWhatIsMissingOnce() {
    var planned = shell().run("plan", "--all", wanting("cold"));
    assertThat(planned.exit()).isEqualTo(1);
    assertThat(planned.out())
        .contains("+ cold  apply makes it", "Hillside Dental  " + HILLSIDE)
        .contains("1 missing that apply makes", "2 ready");
    assertThat(tags(HILLSIDE)).doesNotContain("cold");

    var made = shell().answering("yes").run("apply", "--all", wanting("cold"));
    assertThat(made.exit()).as(made.out() + made.err()).isZero();
    assertThat(made.out()).contains("tag cold  made", "3 ready");
    var again = shell().run("apply", "--all", "--yes", "--json", wanting("cold"));
    assertThat(again.exit()).isZero();
    assertThat(again.out()).contains("\"ok\" : true", "\"made\" : [ ]");
    assertThat(tags(HILLSIDE)).containsOnlyOnce("cold");
    assertThat(served.agency().records().crossings()).isEmpty();
  }

  @Test
  void makesNothingWhereThereIsNoYes() {
    var no = shell().answering("no").run("apply", "--all", wanting("cold"));
    assertThat(no.exit()).isEqualTo(1);
    assertThat(no.out()).contains("Nothing was made in Hillside Dental.");
    var nobody = shell().run("apply", "--account", HILLSIDE, wanting("cold"));
    assertThat(nobody.exit()).isEqualTo(2);
    assertThat(nobody.err()).contains("nothing was made: nobody is here to say yes");
    assertThat(shell().run("apply", "--all", "--json").exit()).isEqualTo(2);

    assertThat(tags(HILLSIDE)).doesNotContain("cold");
  }

  @Test
  void tellsMachinesTheSame() {
    var said = shell().run("plan", "--all", "--json");

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out())
        .contains("\"ready\" : 2", "\"open\" : 1", "\"unasked\" : 0", "\"state\" : \"open\"")
        .contains("\"yours\" : 1");
  }

  @Test
  void holdsOnlyThoseAccountsAgainstContractsThatAreNamed() {
    var said = shell().run("plan", "--account", RIVERSIDE, "--account", LAKESIDE, wanting("vip"));

    assertThat(said.exit()).as(said.out() + said.err()).isEqualTo(1);
    assertThat(said.out()).contains("for 1 contract of", "+ vip  apply makes it", "2 accounts: 0");
    assertThat(said.out()).doesNotContain(HILLSIDE);
  }

  @Test
  void renewsTokensItselfWhereNoServerIsAtWorkAndLeavesThemToTheNextOne() {
    served.stop();
    List.of(RIVERSIDE, HILLSIDE, LAKESIDE).forEach(served.agency()::expireTokens);

    Shell shell = keyed().set("INTERLOCK_PORT", 1);
    var planned = shell.run("plan", "--all");
    assertThat(planned.exit()).as(planned.out() + planned.err()).isEqualTo(1);
    assertThat(planned.out()).contains("2 ready, 1 with something left to do");
    var made = shell.run("apply", "--account", HILLSIDE, "--yes", wanting("cold"));
    assertThat(made.out()).contains("tag cold  made");
    assertThat(tags(HILLSIDE)).containsOnlyOnce("cold");

    served.start(KEY);
    served.somebodyCalls(RIVERSIDE);
    assertThat(served.runs(RIVERSIDE)).hasSize(1);
    assertThat(served.get("/").body()).doesNotContain("Disconnected");
  }

  @Test
  void tellsWhichAccountCouldNotBeAskedAndGoesOnWithTheOthers() {
    served.stop();
    served.agency().expireTokens(LAKESIDE);
    served.agency().behave(Conduct.GOOD.losingTokenAnswers(1.0));

    var said = keyed().set("INTERLOCK_PORT", 1).run("plan", "--all");

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out())
        .contains("Lakeside Dental  " + LAKESIDE + "  could not be asked: ")
        .contains("1 ready, 1 with something left to do, 1 could not be asked.");
    served.agency().behave(Conduct.GOOD);
    served.start(KEY);
  }

  @Test
  void saysWhatIsWrongWithTheChoice() {
    assertThat(shell().run("plan", "--account", "other").err())
        .contains("no account other has the app; `interlock accounts` lists those that do");
    assertThat(shell().run("plan", "--all", "--account", RIVERSIDE).err())
        .contains("it is either --all or --account, not both");
    assertThat(keyed().run("plan").err())
        .contains("accounts come by installing the app: say which with --account, or --all");
    assertThat(shell().set("INTERLOCK_HIGHLEVEL_TOKEN", "pit-1").run("plan", "--all").err())
        .contains("INTERLOCK_HIGHLEVEL_TOKEN reaches the one account of the settings");
    assertThat(shell().set("INTERLOCK_DATA_DIR", folder.resolve("no")).run("plan", "--all").err())
        .contains("there are no accounts in the data folder");
    assertThat(shell().set("INTERLOCK_PORT", 0).run("plan", "--all").err())
        .contains("INTERLOCK_PORT is 0", "say it with --url");
    assertThat(shell().set("INTERLOCK_PORT", 1).run("plan", "--all").exit()).isEqualTo(2);
    assertThat(served.order("{\"inquiry\": \"plan\"}").statusCode()).isEqualTo(400);
    assertThat(served.order("{\"inquiry\": \"else\", \"account\": \"a\"}").statusCode())
        .isEqualTo(400);
    assertThat(
            served
                .order("{\"inquiry\":\"plan\",\"account\":\"a\",\"operation\":\"no text\"}")
                .statusCode())
        .isEqualTo(400);
  }
}
