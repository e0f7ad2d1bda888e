package dev.interlock.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.plugin.Acme;
import dev.interlock.app.plugin.LibraryJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class VerifyCommandTest {
  @TempDir private Path home;
  @TempDir private Path folder;
  private Shell shell = Shell.with(Path.of("target/shell"));

  @BeforeEach
  void install() {
    shell = Shell.with(home);
  }

  @Test
  void findsNothingThatBlocksTheLibrary() {
    var said = shell.run("verify");

    assertThat(said.out()).contains("3 contracts", "nothing found");
    assertThat(said.exit()).isZero();
  }

  @Test
  void takesThePluginsFolderOfTheSettings() {
    var said = shell.set("INTERLOCK_PLUGINS_DIR", folder).run("verify");

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains(folder + " has no plugin jar and no .java file in it");
  }

  @Test
  void takesSeveralPathsTogetherAsOneSet() {
    Acme.in(folder, Acme.CONTRACT);

    var said = shell.run("verify", source("Acme.java").toString(), source("Hello.java").toString());

    assertThat(said.out())
        .matches(
            "\\d+ claims explored over everything that can happen to a contact: all hold\n1 contract, \\d+ rules: nothing found\n");
    assertThat(said.exit()).isZero();
  }

  @Test
  void findsAnUnknownVariableAtItsLineAndShowsTheLine() {
    Acme.in(folder, Acme.saying("Called: {{contact.fristName}}"));

    var said = shell.run("verify", folder.toString());

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out())
        .contains(
            """
            %s:30: error[E-TEMPLATE-UNBOUND]: hello: the text of *jot* says {{contact.fristName}}, which no text knows
               |
            30 |             note("Called: {{contact.fristName}}").named("jot").why("The desk sees it"),
               |                           ^^^^^^^^^^^^^^^^^^^^^
               = because: An unknown variable is sent as nothing, in the middle of a sentence.
               = help: did you mean *contact.firstName*\
            """
                .formatted(source("Hello.java")));
  }

  @Test
  void tellsWhyARuleExistsWithItsFirstFindingOnly() {
    Acme.in(folder, Acme.saying("{{contact.fristName}} at {{contact.nmae}}"));

    var said = shell.run("verify", folder.toString());

    assertThat(said.out().split("error\\[E-TEMPLATE", -1)).hasSizeGreaterThan(2);
    assertThat(said.out()).containsOnlyOnce("An unknown variable is sent as nothing");
  }

  @Test
  void printsTheSameAsOneJsonObject() {
    Acme.in(folder, Acme.unexplained());

    var said = shell.run("verify", "--json", folder.toString());
    var json = JsonMapper.shared().readTree(said.out());

    assertThat(said.exit()).isEqualTo(1);
    assertThat(json.get("ok").asBoolean()).isFalse();
    var finding = json.get("findings").get(0);
    assertThat(finding.get("rule").asString()).isEqualTo("E-DOC-MISSING");
    assertThat(finding.get("at").asString()).isEqualTo("jot");
    assertThat(finding.get("file").asString()).isEqualTo(source("Hello.java").toString());
    assertThat(finding.get("line").asInt()).isEqualTo(30);
    assertThat(finding.get("column").asInt()).isPositive();
  }

  @Test
  void aSentenceThatDoesNotCompileIsAFindingToo() {
    Acme.in(folder, Acme.CONTRACT.replace(".owner(\"Front desk\")", ""));

    var said = shell.run("verify", folder.toString());
    var json = JsonMapper.shared().readTree(shell.run("verify", "--json", folder.toString()).out());

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out())
        .isEqualTo(
            """
            %s:24: error[E-COMPILE]: cannot find symbol; symbol: method purpose(String); location: interface Drafting.NeedsOwner
               |
            24 |         .purpose("Nobody who calls in vain is forgotten.")
               |         ^^^^^^^^
               = help: the sentence goes on here with .owner(...).

            1 error; the rules are asked once all contracts can be read
            """
                .formatted(source("Hello.java")));
    assertThat(json.get("findings").get(0).get("line").asInt()).isEqualTo(24);
  }

  @Test
  void showsWhoAnswersForAWaivedFinding() {
    Acme.in(folder, Acme.waivedUntil(2026, 12, 31));

    var said = shell.run("verify", folder.toString());
    var json = JsonMapper.shared().readTree(shell.run("verify", "--json", folder.toString()).out());

    assertThat(said.exit()).isZero();
    assertThat(said.out())
        .contains("waived[E-DOC-MISSING]: hello: step *jot* has no why")
        .contains("= until 2026-12-31 by Ana Ruiz: The note explains itself.")
        .contains("= made up for by: The desk knows.")
        .endsWith(" rules: nothing found, 1 finding waived\n");
    assertThat(json.get("waived").get(0).get("decidedBy").asString()).isEqualTo("Ana Ruiz");
  }

  @Test
  void aWarningHasToBeAcknowledged() {
    Acme.in(folder, Acme.sayingTooMuch());
    var said = shell.run("verify", folder.toString());
    var json = JsonMapper.shared().readTree(shell.run("verify", "--json", folder.toString()).out());

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out())
        .contains("warning[W-TEMPLATE-EMPTY]: hello:")
        .endsWith(" rules: 0 errors, 1 warning\n");
    assertThat(json.get("ok").asBoolean()).isFalse();

    Acme.in(folder, Acme.sayingTooMuchKnowingly());
    var acknowledged = shell.run("verify", folder.toString());

    assertThat(acknowledged.out()).contains("waived[W-TEMPLATE-EMPTY]: hello:");
    assertThat(acknowledged.exit()).isZero();
  }

  @Test
  void aSettingMakesWarningsErrors() {
    Acme.in(folder, Acme.sayingTooMuch());

    var said =
        shell
            .set("INTERLOCK_RAISED_RULES", "W-SIZE, W-TEMPLATE-EMPTY")
            .run("verify", folder.toString());

    assertThat(said.out())
        .contains("error[W-TEMPLATE-EMPTY]: hello:")
        .endsWith(" rules: 1 error, 0 warnings\n");
  }

  @Test
  void aSettingThatNamesNoRuleIsToldSo() {
    Acme.in(folder, Acme.CONTRACT);

    var said = shell.set("INTERLOCK_RAISED_RULES", "W-SIEZ").run("verify", folder.toString());

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err())
        .contains("INTERLOCK_RAISED_RULES is W-SIEZ, but there is no rule W-SIEZ");
  }

  @Test
  void anExpiredWaiverBlocksAsDoesWhatItWaived() {
    Acme.in(folder, Acme.waivedUntil(2026, 10, 31));

    var said = shell.run("verify", folder.toString());

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out())
        .contains("error[E-WAIVER-STALE]: hello: the waiver of E-DOC-MISSING ended on 2026-10-31")
        .contains("error[E-DOC-MISSING]: hello: step *jot* has no why");
  }

  @Test
  void colourIsForTerminalsOnly() {
    Acme.in(folder, Acme.unexplained());

    assertThat(shell.run("verify", folder.toString()).out()).doesNotContain("\u001b");
    assertThat(shell.onTerminal().run("verify", folder.toString()).out()).contains("\u001b[31m");
    assertThat(shell.set("NO_COLOR", "1").run("verify", folder.toString()).out())
        .doesNotContain("\u001b");
  }

  @Test
  void whatIsHiddenInASourceLineDoesNotReachTheTerminal() {
    Acme.in(folder, Acme.unexplained().replace("Called in vain.", "Called\u001b[2J\u202Ein vain"));

    assertThat(shell.run("verify", folder.toString()).out())
        .contains("E-DOC-MISSING")
        .doesNotContain("\u001b", "\u202E");
  }

  @Test
  void aNameThatComesTwiceIsSaidWithBothPlaces() {
    Acme.in(folder, Acme.CONTRACT);
    write("Again.java", Acme.CONTRACT.replace("class Hello", "class Again"));

    var said = shell.run("verify", folder.toString());

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out())
        .contains("error[E-NAME-DUPLICATE]: hello: hello is already the name of a contract in")
        .contains(source("Again.java").toString(), source("Hello.java").toString());
  }

  @Test
  void aSetWithoutAnOperationOrWithTwoIsAFinding() {
    Acme.in(folder, Acme.CONTRACT);

    var none = shell.run("verify", source("Hello.java").toString());
    var two = shell.run("verify", folder.toString(), LibraryJar.in(home).toString());

    assertThat(none.exit()).isEqualTo(1);
    assertThat(none.out()).contains("there is no BusinessOperation", "= help: add a class");
    assertThat(two.exit()).isEqualTo(1);
    assertThat(two.out()).contains("second BusinessOperation, and it differs from the one in");
  }

  private Path source(String name) {
    return folder.resolve("acme").resolve(name);
  }

  private void write(String name, String text) {
    try {
      Files.writeString(source(name), text);
    } catch (IOException problem) {
      throw new java.io.UncheckedIOException(problem);
    }
  }
}
