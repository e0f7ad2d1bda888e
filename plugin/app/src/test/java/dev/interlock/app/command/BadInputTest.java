package dev.interlock.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.plugin.Acme;
import dev.interlock.app.plugin.LibraryJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is given to be verified, there is one clear message that says what to do.
class BadInputTest {
  @TempDir private Path home;
  @TempDir private Path folder;
  private Shell shell = Shell.with(Path.of("target/shell"));

  @BeforeEach
  void install() {
    shell = Shell.with(home);
  }

  @Test
  void aPathThatIsNotThere() {
    var said = shell.run("verify", "nowhere");

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).isEqualTo("interlock: nowhere is not there; check the path\n");
  }

  @Test
  void anArgumentThatIsEmpty() {
    for (var command :
        List.of(
            List.of("order", "pause", "", "--yes"),
            List.of("order", "pause", "--contract", " ", "--yes"),
            List.of("order", "start", "", "c1", "--yes"),
            List.of("order", "start", "hello", "", "--yes"),
            List.of("order", "retry-endings", "", "--yes"),
            List.of("explain", ""),
            List.of("runs", "--contract="),
            List.of("plan", "--account", ""),
            List.of("accounts", "back", "--account", ""))) {
      var said = shell.run(command.toArray(String[]::new));

      assertThat(said.exit()).as(command + said.err()).isEqualTo(2);
      assertThat(said.out()).isEmpty();
      assertThat(said.err()).as(command.toString()).contains(" is empty\n").contains("--help");
    }
  }

  @Test
  void aWordThatIsNoOrder() {
    assertSaid("there is no order pausee; did you mean pause?", "order", "pausee", "r1");
    assertSaid("there is no order tea", "order", "tea");
    assertSaid("there is no command resume; `interlock order resume` may be meant", "resume", "r1");
    assertSaid("there is no command ordr; did you mean order?", "ordr", "pause");
    assertSaid("nothing is known to do with 'x'", "order", "retry-webhooks", "x");
  }

  @Test
  void aValueThatIsNone() {
    assertSaid(
        "'127.0.0.1:8080' is no address; one is http://127.0.0.1:8080",
        "order",
        "pause",
        "r1",
        "--url",
        "127.0.0.1:8080");
    assertSaid("'many' is no whole number (--limit)", "runs", "--limit", "many");
    assertSaid(
        "'maybe' is neither yes nor no (--happened)",
        "order",
        "settle",
        "r1",
        "--happened",
        "maybe");
  }

  @Test
  void aJarThatIsNotThereForAnAccount() {
    assertSaid(
        "nowhere.jar is not there; check the path",
        "accounts",
        "release",
        "--account",
        "a1",
        "nowhere.jar",
        "--yes");
  }

  private void assertSaid(String words, String... command) {
    var said = shell.run(command);

    assertThat(said.exit()).as(said.err()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).contains("interlock: " + words);
  }

  @Test
  void anEmptyFolder() {
    var said = shell.run("verify", folder.toString());

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err())
        .contains(folder + " has no plugin jar and no .java file in it; name the folder");
  }

  @Test
  void aFileOfAnotherKind() throws IOException {
    var text = Files.writeString(folder.resolve("notes.txt"), "hello");

    var said = shell.run("verify", text.toString());

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains(text + " is neither a plugin jar nor a .java file");
  }

  @Test
  void aJarThatIsNone() throws IOException {
    var jar = Files.writeString(folder.resolve("half.jar"), "PK and then nothing");

    assertUnreadable(jar, "it is no jar, or not all of it is there", "or copy it again");
  }

  @Test
  void aJarThatIsCutOff() throws IOException {
    byte[] whole = Files.readAllBytes(LibraryJar.in(home));
    var jar = folder.resolve("cut.jar");
    Files.write(jar, java.util.Arrays.copyOf(whole, whole.length / 2));

    assertUnreadable(jar, "it is no jar, or not all of it is there", "or copy it again");
  }

  @Test
  void aJarThatNamesNoContract() throws IOException {
    var classes = Files.createDirectories(folder.resolve("classes"));
    Files.writeString(classes.resolve("readme.txt"), "no contract");
    var jar = LibraryJar.jar(folder.resolve("plain.jar"), classes);

    assertUnreadable(jar, "it is no plugin", "interlock build FOLDER");
  }

  @Test
  void aJarThatNamesAClassItDoesNotHave() throws IOException {
    var services =
        Files.createDirectories(folder.resolve("classes").resolve("META-INF").resolve("services"));
    Files.writeString(
        services.resolve("dev.interlock.contract.WorkflowContract"), "acme.Gone # was here");
    var jar = LibraryJar.jar(folder.resolve("gone.jar"), folder.resolve("classes"));

    var said = shell.run("verify", jar.toString());

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out())
        .contains(jar + ": error[E-LOAD]: it names acme.Gone, which is not in it");
  }

  @Test
  void aClassThatThrowsInItsConstructor() {
    assertFinding(
        Acme.CONTRACT.replace(
            "  public Contract contract() {",
            "  public Hello() {\n    throw new IllegalStateException(\"no disk\");\n  }\n\n"
                + "  public Contract contract() {"),
        ":21: error[E-LOAD]: the constructor of Hello throws java.lang.IllegalStateException: no",
        "= help: a class with a definition does nothing but return it");
  }

  @Test
  void aClassWhoseConstructorWantsSomething() {
    assertFinding(
        Acme.CONTRACT.replace(
            "  public Contract contract() {",
            "  public Hello(String name) {}\n\n  public Contract contract() {"),
        ": error[E-LOAD]: Hello has no constructor without parameters",
        "= help: give it one.");
  }

  @Test
  void aContractThatIsNull() {
    assertFinding(
        Acme.CONTRACT.replace("return workflow(", "if (true) return null;\n    return workflow("),
        "Hello.java: error[E-LOAD]: contract() of Hello returns null",
        "= help: return what the sentence ends in with build().");
  }

  @Test
  void aContractThatThrows() {
    assertFinding(
        Acme.CONTRACT.replace(
            "return workflow(",
            "if (true) throw new UnsupportedOperationException();\n    return workflow("),
        ":21: error[E-LOAD]: contract() of Hello throws java.lang.UnsupportedOperationException",
        "21 |     if (true) throw new UnsupportedOperationException();");
  }

  @Test
  void aContractThatNeverEndsToCallItself() {
    assertFinding(
        Acme.CONTRACT.replace(
            "return workflow(", "if (true) return contract();\n return workflow("),
        "contract() of Hello throws java.lang.StackOverflowError",
        "1 error");
  }

  @Test
  void aSentenceThatMeansNothing() {
    assertFinding(
        Acme.CONTRACT.replace("workflow(\"hello\")", "workflow(\" \")"),
        ":21: error[E-LOAD]: ",
        "21 |     return workflow(\" \")");
  }

  private void assertUnreadable(Path jar, String what, String help) {
    var said = shell.run("verify", jar.toString());

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.out()).contains(jar + ": error[E-INPUT]: " + what, help, "1 error");
  }

  private void assertFinding(String contract, String what, String more) {
    Acme.in(folder, contract);

    var said = shell.run("verify", folder.toString());

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out()).contains(what, more);
    assertThat(said.err()).isEmpty();
  }
}
