package dev.interlock.app.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.pack.JarFile;
import dev.interlock.app.plugin.Acme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BuildCommandTest {
  private static final Path LIBRARY = Path.of("..", "library", "src", "main", "java");
  private static final String MANIFEST = "META-INF/interlock/plugin.json";

  @TempDir private Path home;
  @TempDir private Path folder;
  private Shell shell = Shell.with(Path.of("target/shell"));

  @BeforeEach
  void install() {
    shell = Shell.with(home);
  }

  @Test
  void theSameSourcesGiveTheSameBytesWhereverTheyLie() throws Exception {
    var here = copy(LIBRARY, folder.resolve("here"));
    var there = copy(LIBRARY, folder.resolve("quite").resolve("another place"));
    Files.setLastModifiedTime(
        there.resolve("dev/interlock/library/SpeedToLead.java"),
        FileTime.from(Instant.parse("2001-02-03T04:05:06Z")));

    var first = build(here, "first.jar");
    var second = build(there, "second.jar");

    assertThat(Files.mismatch(first, second)).isEqualTo(-1);
  }

  @Test
  void nothingOfTheMachineIsInTheJar() throws Exception {
    Acme.in(folder.resolve("contracts"), Acme.CONTRACT);

    var jar = build(folder.resolve("contracts"), "acme.jar");

    assertThat(new String(Files.readAllBytes(jar), ISO_8859_1))
        .doesNotContain(folder.toString(), folder.getFileName().toString());
  }

  @Test
  void theJarSaysWhatItIsAndWhatItNeeds() throws Exception {
    var jar = build(LIBRARY, "dental.jar");
    var said = json(entry(jar, MANIFEST));

    assertThat(said.get("format").asInt()).isEqualTo(1);
    assertThat(said.at("/operation/title").asString()).isEqualTo("Riverside Dental");
    assertThat(said.get("contracts").findValuesAsString("id"))
        .containsExactly("appointment-reminders", "missed-call-text-back", "speed-to-lead");
    var needs = said.get("requires");
    assertThat(needs.at("/pipelines/0/name").asString()).isEqualTo("Sales");
    assertThat(needs.at("/pipelines/0/stages").toString()).contains("\"New lead\"", "\"Lost\"");
    assertThat(needs.get("calendars").toString()).isEqualTo("[\"Consultation\"]");
    assertThat(needs.get("users").toString()).contains("Ana Ruiz", "Ben Cole");
    assertThat(needs.at("/settings/0/name").asString()).isEqualTo("bookingLink");
    assertThat(said.at("/verification/ok").asBoolean()).isTrue();
    assertThat(said.at("/verification/rules")).hasSizeGreaterThan(25);
  }

  @Test
  void aVersionIsTheHashOfTheTextBesideIt() throws Exception {
    var jar = build(LIBRARY, "dental.jar");

    for (JsonNode contract : json(entry(jar, MANIFEST)).get("contracts")) {
      var text =
          entry(jar, "META-INF/interlock/contracts/" + contract.get("id").asString() + ".txt");
      assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text)))
          .isEqualTo(contract.get("hash").asString());
    }
  }

  @Test
  void thePagesAreInside() throws Exception {
    var jar = build(LIBRARY, "dental.jar");

    assertThat(text(jar, "docs/index.html")).contains("Riverside Dental", "handbook.css");
    assertThat(text(jar, "docs/workflow-speed-to-lead.html")).contains("<svg", "Speed to lead");
    assertThat(text(jar, "docs/handbook.css")).isNotEmpty();
  }

  @Test
  void whoAnswersForAFindingStandsInTheJarAndOnItsPages() throws Exception {
    Acme.in(folder, Acme.waivedUntil(2026, 12, 31));

    var jar = build(folder, "acme.jar");

    assertThat(json(entry(jar, MANIFEST)).at("/verification/waived/0/decidedBy").asString())
        .isEqualTo("Ana Ruiz");
    assertThat(text(jar, "docs/checks.html")).contains("The note explains itself.", "Ana Ruiz");
    assertThat(text(jar, "docs/workflow-hello.html")).contains("The note explains itself.");
  }

  @Test
  void whateverTakesContractsTakesTheJar() throws Exception {
    var jar = build(LIBRARY, "dental.jar").toString();

    assertThat(shell.run("verify", jar).out()).contains("3 contracts", "nothing found");
    assertThat(shell.run("docs", jar, "-o", folder.resolve("pages").toString()).exit()).isZero();
    assertThat(shell.run("demo", "--once", "--people", "3", "--plugins", jar).exit()).isZero();
  }

  @Test
  void whatDoesNotVerifyIsNotBuiltAndWhatWasThereStays() throws Exception {
    var jar = Files.writeString(folder.resolve("acme.jar"), "the one before");
    Acme.in(folder, Acme.unexplained());

    var said = shell.run("build", folder.toString(), "-o", jar.toString());
    var json = shell.run("build", folder.toString(), "-o", jar.toString(), "--json");

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out()).contains("error[E-DOC-MISSING]", jar + " was not written");
    assertThat(jar).hasContent("the one before");
    assertThat(JsonMapper.shared().readTree(json.out()).at("/verification/errors").asInt())
        .isEqualTo(1);
  }

  @Test
  void whatDoesNotCompileIsNotBuilt() {
    Acme.in(folder, Acme.CONTRACT.replace(".owner(", ".onwer("));

    var said = shell.run("build", folder.toString(), "-o", folder.resolve("a.jar").toString());

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out()).contains("Hello.java:23: error[E-COMPILE]");
    assertThat(folder.resolve("a.jar")).doesNotExist();
  }

  @Test
  void anExpiredWaiverKeepsTheJarFromBeingBuilt() {
    Acme.in(folder, Acme.waivedUntil(2026, 10, 31));

    var said = shell.run("build", folder.toString(), "-o", folder.resolve("a.jar").toString());

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out()).contains("error[E-WAIVER-STALE]");
  }

  @Test
  void theJarIsThereAsAWholeAndNothingElseIs() throws Exception {
    Acme.in(folder, Acme.CONTRACT);
    var out = folder.resolve("dist").resolve("new");

    shell.run("build", folder.toString(), "-o", out.resolve("acme.jar").toString());

    try (Stream<Path> files = Files.list(out)) {
      assertThat(files).containsExactly(out.resolve("acme.jar"));
    }
  }

  @Test
  void saysWhatIsWrongWithItsArguments() throws IOException {
    Acme.in(folder, Acme.CONTRACT);
    var source = folder.resolve("acme").resolve("Hello.java");

    assertThat(shell.run("build", folder.toString()).err()).contains("--output");
    assertThat(shell.run("build", folder.toString(), "-o", "acme.zip").err())
        .contains("-o is acme.zip, but it has to be a file named *.jar");
    assertThat(shell.run("build", "nowhere", "-o", "a.jar").err())
        .isEqualTo("interlock: nowhere is not there; check the path\n");
    assertThat(shell.run("build", source.toString(), "-o", "a.jar").err())
        .contains("Hello.java is no folder");
    assertThat(shell.run("build", folder.toString(), "-o", source + "/a.jar").exit()).isEqualTo(2);
  }

  @Test
  void aJarWhoseClassesAreNotThoseThatWereVerifiedIsAFinding() throws Exception {
    var first = build(Acme.in(folder.resolve("a"), Acme.CONTRACT), "first.jar");
    var other = build(Acme.in(folder.resolve("b"), Acme.saying("Something else.")), "other.jar");

    var altered = altered(first, "acme/Hello.class", entry(other, "acme/Hello.class"));
    var said = shell.run("verify", altered.toString());

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out())
        .contains(altered + ": error[E-LOAD]: hello is not the contract that was verified");
  }

  @Test
  void aJarOfALaterKindIsNotTakenForOneOfOurs() throws Exception {
    var jar = build(Acme.in(folder.resolve("a"), Acme.CONTRACT), "first.jar");

    var later = altered(jar, MANIFEST, "{\"format\": 2, \"interlock\": \"9.9\"}".getBytes(UTF_8));
    var said = shell.run("verify", later.toString());
    var damaged = altered(jar, MANIFEST, "{\"format\":".getBytes(UTF_8));

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.out())
        .contains("it was built by Interlock 9.9, whose jars this one cannot read");
    assertThat(shell.run("verify", damaged.toString()).out()).contains("is damaged");
  }

  private Path build(Path sources, String name) {
    var jar = home.resolve(name);
    var said = shell.run("build", sources.toString(), "-o", jar.toString());
    assertThat(said.exit()).as(said.out() + said.err()).isZero();
    return jar;
  }

  private Path altered(Path jar, String name, byte[] content) throws IOException {
    var entries = new LinkedHashMap<String, byte[]>();
    try (var zip = new ZipFile(jar.toFile())) {
      for (var entry : Collections.list(zip.entries())) {
        entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    entries.put(name, content);
    var altered = home.resolve("altered.jar");
    JarFile.write(altered, JarFile.bytes(entries));
    return altered;
  }

  private static byte[] entry(Path jar, String name) throws IOException {
    try (var zip = new ZipFile(jar.toFile())) {
      return zip.getInputStream(zip.getEntry(name)).readAllBytes();
    }
  }

  private static String text(Path jar, String name) throws IOException {
    return new String(entry(jar, name), UTF_8);
  }

  private static JsonNode json(byte[] text) {
    return JsonMapper.shared().readTree(text);
  }

  private static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.resolveSibling(""));
        Files.copy(file, copy);
      }
    }
    return to;
  }
}
