package dev.interlock.handbook;

import static dev.interlock.contract.dsl.Workflows.finding;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.dsl.Events;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Declaration;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.text.ContentHash;
import dev.interlock.handbook.edition.Edition;
import dev.interlock.verifier.finding.Rehearsal;
import dev.interlock.verifier.finding.Report;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/// The pages say what was proved, and what was not.
final class ProofPagesTest {
  private static final ContractSet SET = Example.set();
  private static final String MISSED = "workflow-missed-call-text-back.html";
  private static final String SPEED = "workflow-speed-to-lead.html";
  private static final String REMINDERS = "workflow-appointment-reminders.html";

  private static Document page(String file, Report report) {
    return page(SET, file, report);
  }

  private static Document page(ContractSet set, String file, Report report) {
    return Handbook.of(set, Site.folder())
        .page(file, Edition.bare().verified(report))
        .map(Jsoup::parse)
        .orElseThrow();
  }

  private static Element proof(Document page) {
    Element heading = page.getElementById("proof");
    assertThat(heading).isNotNull();
    return heading == null ? page.body() : heading.parents().getFirst();
  }

  @Test
  void saysWhatWasProvedWhenAndAgainstWhichOthers() {
    Element proof = proof(page(MISSED, Found.nothing(SET)));

    assertThat(proof.select(".check.sound").text()).contains("of 24 claims every one holds");
    assertThat(proof.select(".facts").text())
        .contains("Proved 4 March 2026", "Claims decided 24 of 24", "Unresolved None");
    assertThat(proof.select(".peers li").eachText())
        .containsExactly(
            SET.contracts().get(0).title() + " " + version(0) + " nothing to claim of the two",
            "Speed to lead " + version(2) + " 4 claims about the two");
  }

  @Test
  void saysHowManyScenariosWereAcceptedByWhomAndWhen() {
    Report played =
        Found.nothing(SET)
            .rehearsed(
                List.of(
                    new Rehearsal(
                        Set.of(Example.MISSED_CALL), "Ana Ruiz", LocalDate.of(2026, 3, 2)),
                    new Rehearsal(
                        Set.of(Example.MISSED_CALL), "Ben Cole", LocalDate.of(2026, 3, 1)),
                    new Rehearsal(
                        Set.of(Example.SPEED, Example.MISSED_CALL),
                        "Ana Ruiz",
                        LocalDate.of(2026, 2, 1))));

    assertThat(proof(page(MISSED, played)).select(".facts").text())
        .contains(
            "Scenarios accepted 3, by Ana Ruiz and Ben Cole, the last on 2 March 2026; each was"
                + " played, and comes to what was accepted");
    assertThat(proof(page(SPEED, played)).select(".facts").text())
        .contains("Scenarios accepted 1, by Ana Ruiz on 1 February 2026");
    assertThat(proof(page(REMINDERS, played)).select(".facts").text())
        .doesNotContain("Scenarios accepted");
  }

  private static String version(int contract) {
    return ContentHash.of(SET.contracts().get(contract)).shortForm();
  }

  @Test
  void theIndexAndTheMapSayTheSameOfAllWorkflows() {
    for (String file : List.of("index.html", "map.html")) {
      Element proved = page(file, Found.nothing(SET)).select(".opening .gist").getFirst();

      assertThat(proved.text())
          .contains("of 67 claims every one holds", "4 March 2026", "67 of 67");
      assertThat(proved.select("a").attr("href")).isEqualTo("checks.html");
      assertThat(proved.select(".check.sound")).hasSize(1);
    }
    assertThat(proof(page("checks.html", Found.nothing(SET))).select(".peers li")).hasSize(3);
  }

  @Test
  void tellsAFindingAsATimelineThatOpensWithoutAScript() {
    Element tale =
        page(MISSED, Found.between(SET, "and texts her", "a lane for both"))
            .select(".finding.blocks details.tale")
            .getFirst();

    assertThat(tale.hasAttr("open")).isTrue();
    assertThat(tale.select("summary").text()).startsWith("Nobody could play it");
    assertThat(tale.select("li").eachText())
        .containsExactly(
            "Ana has a deal at Sales / New.",
            "Monday 10:00 Ana calls, and nobody picks up.",
            "Wednesday 10:05, two days later “Speed to lead” begins and texts her",
            "This is wrong: both text her");
    assertThat(tale.select("li.wrong")).hasSize(1);
    assertThat(tale.select(".at").eachText())
        .containsExactly("Monday 10:00", "Wednesday 10:05, two days later");
  }

  @Test
  void whatTwoWorkflowsDoToEachOtherIsOnThePagesOfBoth() {
    Report report = Found.between(SET, "too", "a lane for both");

    assertThat(page(SPEED, report).select(".finding").text())
        .contains("E-CONTACT-CONTESTED", "Said of Missed-call text-back")
        .contains("Unless: A lane for both.", "What to do Claim one lane");
    assertThat(page(MISSED, report).select(".finding").text()).doesNotContain("Said of");
    assertThat(page(REMINDERS, report).select(".finding")).isEmpty();
    assertThat(proof(page(SPEED, report)).select(".check").hasClass("sound")).isFalse();
    assertThat(proof(page(SPEED, report)).text())
        .contains("23 hold and 1 stayed unresolved", "Claims decided 23 of 24", "Unresolved 1");
  }

  @Test
  void saysWhyNothingIsProvedYet() {
    Element proof = proof(page(REMINDERS, Found.barred()));

    assertThat(proof.text()).contains("because of E-NAME-UNBOUND: mend these first");
    assertThat(proof.select(".check.sound")).isEmpty();
    assertThat(page("index.html", Found.barred()).select(".entry .check.sound")).isEmpty();
    assertThat(page("index.html", Found.barred()).select(".entry").text())
        .contains("not proved yet");
  }

  @Test
  void pagesOfNoDaySaySoAndDoNotDependOnIt() {
    Element proof = proof(page(MISSED, Found.nothing(SET).undated()));

    assertThat(proof.text()).contains("Proved When it was built").doesNotContain("2026");
  }

  @Test
  void saysWhatTheAuthorTakesOnAndWhoAnswersForWhatIsAccepted() {
    ContractSet set =
        declaring(
            new Declaration.Ignores(Events.replied(), "the desk answers", Position.unknown()),
            new Declaration.Besides(Example.SPEED, "it only reads", Position.unknown()),
            finding("W-SIZE")
                .because("the endings are reported one by one")
                .decidedBy("Ana Ruiz")
                .compensatedBy("it is read aloud")
                .until(LocalDate.of(2026, 3, 24)));

    Element proof = proof(page(set, MISSED, Found.nothing(set)));

    assertThat(proof.select(".taken li").eachText())
        .anyMatch(line ->
            line.startsWith("It does not matter here when") && line.endsWith("The desk answers."))
        .contains("It may run beside “Speed to lead” It only reads.");
    assertThat(proof.select(".accepted").text())
        .contains("W-SIZE until 24 March 2026", "It is larger than a page.")
        .contains("Why The endings are reported one by one.", "Decided by Ana Ruiz")
        .contains("Made up for by It is read aloud.");
    assertThat(page(set, "checks.html", Found.nothing(set)).select(".accepted").text())
        .contains("Ana Ruiz");
  }

  /// One contract of the set, declaring this, beside another.
  private static ContractSet declaring(Declaration... declarations) {
    Contract one = SET.contract(Example.MISSED_CALL).orElseThrow();
    Contract said =
        new Contract(
            one.id(),
            one.title(),
            one.owner(),
            one.purpose(),
            one.trigger(),
            one.admits(),
            one.lane(),
            one.reentry(),
            one.key(),
            one.handlers(),
            List.of(declarations),
            one.path(),
            one.exits(),
            one.position());
    return new ContractSet(
        SET.operation(), List.of(said, SET.contract(Example.SPEED).orElseThrow()));
  }

  @Test
  void nothingThatTheVerifierSaysBecomesMarkup() {
    String attack = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'";
    Report report = Found.between(SET, attack, attack);

    for (String file : List.of(MISSED, SPEED, "checks.html", "index.html")) {
      assertThat(page(file, report).select("script, img")).isEmpty();
    }
    assertThat(page(MISSED, report).select(".tale").text()).contains("<script>");
  }
}
