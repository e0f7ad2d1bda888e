package dev.interlock.app.fleet;

import static dev.interlock.sandbox.DemoAgency.LAKESIDE;
import static dev.interlock.sandbox.DemoAgency.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.command.Shell;
import dev.interlock.app.secret.SealingKey;
import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.engine.read.RunDetail;
import dev.interlock.engine.read.RunSummary;
import dev.interlock.sandbox.market.Installing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever looks after one account asks about a run, a contact and a webhook of another, by page,
/// by order and by command.
class CrossedOrdersTest {
  private static final InstallationId THERE = new InstallationId(LAKESIDE);

  @TempDir private Path folder;
  private ServedFleet served;
  private ContactId contact;
  private RunSummary run;

  @BeforeEach
  void serve() {
    served = new ServedFleet(folder, SealingKey.random());
    served.arrive(served.agency().install(Installing.bulk(RIVERSIDE, LAKESIDE)));
    served.settle();
    contact = served.somebodyCalls(LAKESIDE);
    run = served.runs(LAKESIDE).getFirst();
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private RunDetail detail() {
    return served.fleet().engine().records().run(THERE, run.run()).orElseThrow();
  }

  private String order(String order, String more) {
    return "{\"account\": \"%s\", \"by\": \"Ana\", \"order\": \"%s\", \"run\": \"%s\"%s}"
        .formatted(RIVERSIDE, order, run.run(), more);
  }

  @Test
  void noOrderForOneAccountReachesARunOfAnother() {
    var before = detail();
    var orders =
        List.of(
            order("pause", ""),
            order("resume", ", \"shiftTimers\": true"),
            order("withdraw", ", \"reason\": \"r\""),
            order("settle", ", \"happened\": true"),
            order("retry", ""),
            order("skip", ", \"reason\": \"r\", \"at\": \"" + run.place().orElseThrow() + "\""),
            order("migrate", ", \"version\": \"" + run.hash() + "\""));

    for (var one : orders) {
      var answer = served.order(one);
      assertThat(answer.statusCode()).as(one).isEqualTo(404);
      assertThat(answer.body()).contains("there is no run " + run.run());
    }
    served.passes(Duration.ofMinutes(1));

    assertThat(detail()).isEqualTo(before);
    var records = served.fleet().engine().records();
    assertThat(records.audit(THERE, 10)).isEmpty();
    assertThat(records.audit(new InstallationId(RIVERSIDE), 10)).isEmpty();
  }

  @Test
  void noContractOfOneAccountIsStartedByHandForAContactOfAnother() {
    var before = detail();
    var answer =
        served.order(
            """
            {"account": "%s", "by": "Ana", "order": "start", "contract": "missed-call-text-back",
             "contact": "%s"}
            """
                .formatted(RIVERSIDE, contact));
    served.passes(Duration.ofMinutes(1));

    assertThat(answer.statusCode()).as(answer.body()).isLessThan(500);
    assertThat(served.runs(RIVERSIDE)).isEmpty();
    assertThat(detail()).isEqualTo(before);
  }

  @Test
  void noPageOfOneAccountShowsAnythingOfAnother() {
    String below = "/accounts/" + RIVERSIDE;
    for (var path :
        List.of(
            "/contacts/" + contact,
            "/contacts/" + run.run(),
            "/runs/" + run.run(),
            "/accounts/" + LAKESIDE + "/",
            "/..%2f" + LAKESIDE + "/contacts/" + contact)) {
      var page = served.get(below + path);
      assertThat(page.statusCode()).as(path).isBetween(300, 499);
      assertThat(page.body()).as(path).doesNotContain("Pat 1", "Lakeside Dental");
    }
    for (var path :
        List.of("/", "/contacts/", "/contacts/?q=Pat", "/lost-webhooks", "/handbook/")) {
      var page = served.get(below + path);
      assertThat(page.statusCode()).as(path).isEqualTo(200);
      assertThat(page.body())
          .as(path)
          .doesNotContain("Pat 1", contact.text(), run.run().text(), "Lakeside Dental");
    }
  }

  private Shell shell(String account) {
    return Shell.with(folder.resolve("home"))
        .set("INTERLOCK_DATA_DIR", folder.resolve("data"))
        .set("INTERLOCK_HIGHLEVEL_LOCATION_ID", account)
        .set("INTERLOCK_PORT", served.fleet().url().getPort());
  }

  @Test
  void noCommandForOneAccountShowsOrMovesAnythingOfAnother() {
    var before = detail();
    String id = run.run().text();

    for (var command :
        List.of(
            List.of("explain", contact.text()),
            List.of("runs"),
            List.of("runs", "--json"),
            List.of("runs", "--lanes"),
            List.of("versions", "--json"),
            List.of("webhooks"),
            List.of("order", "pause", id, "--yes"),
            List.of("order", "withdraw", id, "--reason", "r", "--yes"),
            List.of("order", "release", contact.text(), "--yes"))) {
      var said = shell(RIVERSIDE).run(command.toArray(String[]::new));
      assertThat(said.out())
          .as(command + ": " + said.err())
          .doesNotContain("Pat 1", "paused the run", "is paused");
    }
    served.passes(Duration.ofMinutes(1));

    assertThat(detail()).isEqualTo(before);
    assertThat(shell(LAKESIDE).run("explain", contact.text()).out()).contains("Pat 1");
    assertThat(shell(LAKESIDE).run("order", "pause", id, "--yes").exit()).isZero();
  }
}
