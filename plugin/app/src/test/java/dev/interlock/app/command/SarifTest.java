package dev.interlock.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.interlock.app.plugin.Acme;
import dev.interlock.app.plugin.LibraryJar;
import dev.interlock.app.report.Sarif;
import dev.interlock.contract.model.Position;
import dev.interlock.verifier.finding.Evidence;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.finding.Remark;
import dev.interlock.verifier.finding.Review;
import dev.interlock.verifier.finding.Severity;
import dev.interlock.verifier.finding.Spot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every log that is written is one by the standard's own schema.
class SarifTest {
  private static final Schema SCHEMA = schema();

  @TempDir private Path home;
  @TempDir private Path folder;
  private Shell shell = Shell.with(Path.of("target/shell"));

  @BeforeEach
  void install() {
    shell = Shell.with(home);
  }

  @Test
  void theSchemaRefusesWhatIsNoLog() {
    assertThat(SCHEMA.validate("{\"version\": \"2.0.0\", \"runs\": []}", InputFormat.JSON))
        .isNotEmpty();
  }

  @Test
  void aLogWithoutResultsIsValidAndNamesTheRules() {
    var run = run(shell.run("verify", "--sarif").out());

    assertThat(run.get("results")).isEmpty();
    var driver = run.get("tool").get("driver");
    assertThat(driver.get("name").asString()).isEqualTo("Interlock");
    assertThat(driver.get("rules"))
        .hasSizeGreaterThan(25)
        .allSatisfy(rule -> {
          assertThat(rule.get("shortDescription").get("text").asString()).endsWith(".");
          assertThat(rule.get("help").get("text").asString()).contains("docs/guide/verification");
        });
  }

  @Test
  void aFindingIsAResultAtItsPlace() {
    Acme.in(folder, Acme.unexplained());

    var said = shell.run("verify", folder.toString(), "--sarif", "-");
    var result = run(said.out()).get("results").get(0);

    assertThat(said.exit()).isEqualTo(1);
    assertThat(result.get("ruleId").asString()).isEqualTo("E-DOC-MISSING");
    assertThat(result.get("level").asString()).isEqualTo("error");
    assertThat(result.get("message").get("text").asString())
        .isEqualTo("hello: step *jot* has no why\nHelp: say why(\"...\").");
    var place = result.get("locations").get(0);
    assertThat(place.get("physicalLocation").get("artifactLocation").get("uri").asString())
        .startsWith("file:///")
        .endsWith("/acme/Hello.java");
    var region = place.get("physicalLocation").get("region");
    assertThat(region.get("startLine").asInt()).isEqualTo(30);
    assertThat(region.get("endColumn").asInt() - region.get("startColumn").asInt()).isEqualTo(5);
    assertThat(place.get("logicalLocations").get(0).get("name").asString()).isEqualTo("hello");
    assertThat(result.get("partialFingerprints").get("interlock/v1").asString()).hasSize(32);
    assertThat(result.has("suppressions")).isFalse();
  }

  @Test
  void whatLiesInTheWorkingFolderIsNamedRelativeToIt() throws IOException {
    var here = Path.of("target", "sarif test");
    Files.createDirectories(here);
    Acme.in(here, Acme.unexplained());

    var result = run(shell.run("verify", "--sarif=-", here.toString()).out()).get("results").get(0);
    var artifact = result.at("/locations/0/physicalLocation/artifactLocation");

    assertThat(artifact.get("uri").asString()).isEqualTo("target/sarif%20test/acme/Hello.java");
    assertThat(artifact.get("uriBaseId").asString()).isEqualTo("%SRCROOT%");
  }

  @Test
  void aWaivedFindingIsASuppressedResult() {
    Acme.in(folder, Acme.waivedUntil(2026, 12, 31));

    var said = shell.run("verify", folder.toString(), "--sarif");
    var suppression = run(said.out()).at("/results/0/suppressions/0");

    assertThat(said.exit()).isZero();
    assertThat(suppression.get("kind").asString()).isEqualTo("inSource");
    assertThat(suppression.get("justification").asString())
        .isEqualTo(
            "The note explains itself. Decided by Ana Ruiz until 2026-12-31. Made up for by: The"
                + " desk knows.");
  }

  @Test
  void theStoryOfAFindingIsItsCodeFlow() {
    var finding =
        new Finding("E-TEST", Severity.ERROR, "hello", "", Position.unknown(), "wrong", "mend it")
            .with(new Evidence.Unresolved(List.of("Ana calls.", "Ana calls again."), "a lane"));
    var review = Review.unread(List.of(Remark.of(finding, Spot.of("Hello.java", 7))));

    var result = run(Sarif.of(review, Path.of(""), "1")).at("/results/0");

    assertThat(result.at("/codeFlows/0/threadFlows/0/locations").findValuesAsString("text"))
        .containsExactly("Ana calls.", "Ana calls again.");
    assertThat(
            result
                .at("/codeFlows/0/threadFlows/0/locations/1/location/physicalLocation/region")
                .get("startLine")
                .asInt())
        .isEqualTo(7);
  }

  @Test
  void aMessageOfTheCompilerIsAResultToo() {
    Acme.in(folder, Acme.CONTRACT.replace(".owner(", ".onwer("));

    var result = run(shell.run("verify", folder.toString(), "--sarif").out()).at("/results/0");

    assertThat(result.get("ruleId").asString()).isEqualTo("E-COMPILE");
    assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt()).isEqualTo(23);
  }

  @Test
  void aFindingInAJarIsAtTheJar() throws IOException {
    var jar = Files.copy(LibraryJar.in(home), folder.resolve("it.jar"));
    Acme.in(folder, Acme.CONTRACT);

    var result = run(shell.run("verify", "--sarif", "-", folder.toString()).out()).at("/results/0");

    assertThat(result.at("/ruleId").asString()).isEqualTo("E-LOAD");
    assertThat(result.toString()).contains("Acme.java").contains(jar.getFileName().toString());
  }

  @Test
  void theLogGoesToAFileWhileStdoutIsForPeople() throws IOException {
    Acme.in(folder, Acme.unexplained());
    var file = folder.resolve("findings.sarif");

    var said = shell.run("verify", folder.toString(), "--sarif=" + file);

    assertThat(said.out()).contains("error[E-DOC-MISSING]").doesNotContain("\"runs\"");
    assertThat(run(Files.readString(file)).get("results")).hasSize(1);
  }

  @Test
  void aLogNeverTakesThePlaceOfAContract() {
    Acme.in(folder, Acme.CONTRACT);
    var source = folder.resolve("acme").resolve("Hello.java");

    assertThat(shell.run("verify", "--sarif", source.toString()).err())
        .contains("--sarif would write to " + source);
    assertThat(shell.run("verify", "--sarif", folder.toString()).exit()).isEqualTo(2);
    assertThat(source).hasContent(Acme.CONTRACT);
  }

  @Test
  void onlyOneAnswerGoesToStdout() {
    var said = shell.run("verify", "--json", "--sarif");

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains("--sarif=FILE");
  }

  private static JsonNode run(String log) {
    assertThat(SCHEMA.validate(log, InputFormat.JSON)).isEmpty();
    return JsonMapper.shared().readTree(log).get("runs").get(0);
  }

  private static Schema schema() {
    try (var file = SarifTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return SchemaRegistry.withDialect(Dialects.getDraft7()).getSchema(text, InputFormat.JSON);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
