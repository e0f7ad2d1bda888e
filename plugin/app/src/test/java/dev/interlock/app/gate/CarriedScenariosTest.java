package dev.interlock.app.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.command.Shell;
import dev.interlock.app.pack.JarFile;
import dev.interlock.app.plugin.Acme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Jars bring along what people accepted, and it is played where they go live.
class CarriedScenariosTest {
  private static final String SCENARIOS = "META-INF/interlock/scenarios/";

  @TempDir private Path folder;
  @TempDir private Path home;
  private ServedFolder server = new ServedFolder(Path.of("target", "carried-test"));
  private Shell shell = Shell.with(Path.of("target", "shell"));

  @BeforeEach
  void start() {
    server.close();
    server = new ServedFolder(folder);
    shell = Shell.with(home);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /// Has scenarios offered and accepted beside contracts, and none from before.
  private Path accepted(Path sources) {
    try (var before = Files.newDirectoryStream(made(sources.resolve("scenarios")))) {
      for (var file : before) {
        Files.delete(file);
      }
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
    assertThat(shell.run("scenarios", sources.toString(), "--offer").exit()).isZero();
    assertThat(shell.run("scenarios", sources.toString(), "--accept", "--by", "Ana Ruiz").exit())
        .isZero();
    return sources;
  }

  private static Path made(Path folder) throws IOException {
    return Files.createDirectories(folder);
  }

  private static Map<String, String> scenariosIn(Path jar) throws IOException {
    var scenarios = new LinkedHashMap<String, String>();
    try (var zip = new ZipFile(jar.toFile())) {
      for (var entry : zip.stream().filter(one -> one.getName().startsWith(SCENARIOS)).toList()) {
        scenarios.put(entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), UTF_8));
      }
    }
    return scenarios;
  }

  /// Changes what a jar says that was accepted.
  private static void tamper(Path jar, UnaryOperator<String> change) throws IOException {
    tamper(jar, SCENARIOS, change);
  }

  private static void tamper(Path jar, String where, UnaryOperator<String> change)
      throws IOException {
    var entries = new LinkedHashMap<String, byte[]>();
    try (var zip = new ZipFile(jar.toFile())) {
      for (var entry : zip.stream().toList()) {
        var bytes = zip.getInputStream(entry).readAllBytes();
        entries.put(
            entry.getName(),
            entry.getName().startsWith(where)
                ? change.apply(new String(bytes, UTF_8)).getBytes(UTF_8)
                : bytes);
      }
    }
    JarFile.write(jar, JarFile.bytes(entries));
  }

  /// The second version, with scenarios of which something is not so.
  private void putTampered(UnaryOperator<String> change) throws IOException {
    var sources = accepted(Acme.in(folder.resolve("second"), noted("The second version.")));
    var jar = folder.resolve("second.jar");
    assertThat(shell.run("build", sources.toString(), "-o", jar.toString()).exit()).isZero();
    tamper(jar, change);
    Files.move(jar, server.jar("acme.jar"), StandardCopyOption.REPLACE_EXISTING);
  }

  private static String noted(String text) {
    return Acme.noted(Acme.saying(text));
  }

  @Test
  void aJarCarriesItsScenariosAndGoesLiveWithThem() throws IOException {
    server.put("acme.jar", Acme.saying("The first version."), this::accepted);
    server.open();

    assertThat(scenariosIn(server.jar("acme.jar")))
        .containsOnlyKeys(SCENARIOS + "hello-noted-left-by.json")
        .allSatisfy((_, text) ->
            assertThat(text).contains("Ana Ruiz", "writes the note", "The first version."));
    assertThat(server.notesOf(server.somebodyCalls())).containsExactly("The first version.");
    assertThat(server.get("/health/ready").body()).isEqualTo("ready\n");
    assertThat(server.get("/handbook/workflow-hello.html").body())
        .contains("Scenarios accepted", "1, by Ana Ruiz on 2 November 2026");
  }

  @Test
  void aStartReadsNoScenariosOfWhatWasLiveBeforeAndTheNextLookDoes() throws IOException {
    server.put("acme.jar", Acme.saying("The first version."), this::accepted);
    server.open();
    tamper(server.jar("acme.jar"), _ -> "no scenario");

    server.restart();

    assertThat(server.get("/health/ready").body()).isEqualTo("ready\n");
    assertThat(server.notesOf(server.somebodyCalls())).containsExactly("The first version.");

    server.look();

    assertThat(server.get("/health/ready").body()).contains("acme.jar", "is damaged");
    assertThat(server.notesOf(server.somebodyCalls())).containsExactly("The first version.");
  }

  @Test
  void aJarWhoseScenarioComesToSomethingElseIsRefusedAndTheOneBeforeKeepsServing()
      throws IOException {
    server.put("acme.jar", Acme.saying("The first version."), this::accepted);
    server.open();

    putTampered(text -> text.replace("The second version.", "Another one."));
    server.look();

    assertThat(server.get("/health/ready").body())
        .contains(
            "does not go live: 1 error. The first: acme.jar!/hello-noted-left-by",
            "comes to something else than what was accepted");
    assertThat(server.notesOf(server.somebodyCalls())).containsExactly("The first version.");
  }

  @Test
  void aJarWhoseScenarioWasAcceptedForAnotherVersionIsRefused() throws IOException {
    server.put("acme.jar", Acme.saying("The first version."), this::accepted);
    server.open();

    putTampered(text -> text.replaceAll("\"hello\" : \"[0-9a-f]{8}", "\"hello\" : \"00000000"));
    server.look();

    assertThat(server.get("/health/ready").body())
        .contains("does not go live: 1 error", "was accepted for another version of it");
    assertThat(server.notesOf(server.somebodyCalls())).containsExactly("The first version.");
  }

  @Test
  void versionsThatRunsAreStillUnderWayOnAreNotInTheWayOfTheNewOnesScenarios() {
    server.put("acme.jar", Acme.waitingTwoDays("The first version."), this::accepted);
    server.open();
    server.somebodyCalls();

    server.put("acme.jar", Acme.saying("The second version."), this::accepted);
    server.look();

    assertThat(server.get("/health/ready").body()).isEqualTo("ready\n");
    assertThat(server.notesOf(server.somebodyCalls())).containsExactly("The second version.");
  }

  @Test
  void whatIsDamagedIsNotTakenForNothing() throws IOException {
    server.put("acme.jar", Acme.saying("The first version."), this::accepted);
    server.open();

    putTampered(_ -> "{");
    server.look();

    assertThat(server.get("/health/ready").body())
        .contains("does not go live: 1 error", "hello-noted-left-by.json in it is damaged");
  }

  @Test
  void aJarThatChangesWhatComesOfAnotherOnesScenariosDoesNotGoLiveBesideIt() {
    server.put("acme.jar", Acme.saying("The first version."), this::accepted);
    server.open();

    server.put(
        "more.jar",
        Acme.saying("Heard it, too.").replace("workflow(\"hello\")", "workflow(\"me-too\")"),
        sources -> sources);
    server.look();

    assertThat(server.get("/health/ready").body())
        .contains("does not go live: 1 error", "acme.jar!/hello-noted-left-by", "me-too begins");
    assertThat(server.notesOf(server.somebodyCalls())).containsExactly("The first version.");
  }

  @Test
  void whatWasAcceptedForAContractAsAnotherInterlockHashesItIsAcceptedForIt() throws IOException {
    server.put("acme.jar", Acme.saying("The first version."), this::accepted);
    var jar = server.jar("acme.jar");
    var hash =
        Pattern.compile("\"hello\" : \"([0-9a-f]{64})\"")
            .matcher(scenariosIn(jar).values().iterator().next())
            .results()
            .findFirst()
            .orElseThrow()
            .group(1);

    tamper(jar, SCENARIOS, text -> text.replace(hash, "of another Interlock"));
    assertThat(shell.run("verify", jar.toString()).exit()).isEqualTo(1);

    tamper(
        jar,
        "META-INF/interlock/plugin.json",
        text ->
            text.replace(hash, "of another Interlock")
                .replaceFirst("\"interlock\" : \"[^\"]*\"", "\"interlock\" : \"0.0.0\""));
    assertThat(shell.run("verify", jar.toString()).out()).contains("nothing found");
  }

  @Test
  void verifyingAJarPlaysWhatItCarries() throws IOException {
    putTampered(text -> text.replace("The second version.", "Another one."));

    var said = shell.run("verify", server.jar("acme.jar").toString());

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out())
        .contains("error[E-SCENARIO-UNCOVERED]", "comes to something else", "Another one.")
        .contains("or leave out what was put beside it");
  }
}
