package dev.interlock.app.fleet;

import static dev.interlock.sandbox.DemoAgency.HILLSIDE;
import static dev.interlock.sandbox.DemoAgency.LAKESIDE;
import static dev.interlock.sandbox.DemoAgency.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.command.Shell;
import dev.interlock.app.gate.UncheckedJar;
import dev.interlock.app.plugin.Acme;
import dev.interlock.app.secret.SealingKey;
import dev.interlock.sandbox.market.Installing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `accounts release` and `accounts back`, beside a server.
class AccountsReleaseTest {
  private static final String NEWER = "a newer one is released";

  @TempDir private Path folder;
  private ServedFleet served;

  @BeforeEach
  void serve() {
    served = new ServedFleet(folder, SealingKey.random());
    served.arrive(served.agency().install(Installing.bulk(RIVERSIDE, LAKESIDE)));
    served.settle();
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private Shell shell() {
    return Shell.with(folder.resolve("home"))
        .set("INTERLOCK_DATA_DIR", folder.resolve("data"))
        .set("INTERLOCK_PLUGINS_DIR", folder.resolve("plugins"))
        .set("INTERLOCK_ACCOUNTS_DIR", folder.resolve("accounts"))
        .set("INTERLOCK_CACHE_DIR", folder.resolve("cache"));
  }

  private String jar(String name, String contract) {
    Path sources = ServedFleet.made(folder.resolve("sources-" + name));
    Acme.in(sources, contract);
    Path jar = ServedFleet.made(folder.resolve("built-" + name)).resolve("acme.jar");
    var built = shell().run("build", sources.toString(), "-o", jar.toString());
    assertThat(built.exit()).as(built.out() + built.err()).isZero();
    return jar.toString();
  }

  private String first() {
    return jar("first", Acme.CONTRACT);
  }

  private String second() {
    return jar("second", Acme.noted(Acme.saying("They called in vain.")));
  }

  private Shell.Said release(String jar, String... arguments) {
    return run(shell(), "release", jar, arguments);
  }

  private Shell.Said back(String... arguments) {
    return run(shell(), "back", "--yes", arguments);
  }

  private static Shell.Said run(Shell shell, String deed, String what, String... arguments) {
    var all = new String[arguments.length + 3];
    all[0] = "accounts";
    all[1] = deed;
    all[2] = what;
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return shell.run(all);
  }

  /// A day later, so that which version is newer is no matter of chance.
  private void serverLooks() {
    served.passes(Duration.ofDays(1));
    served.fleet().look();
    served.fleet().look();
  }

  private String accounts() {
    return shell().run("accounts").out();
  }

  private Path own(String account) {
    return folder.resolve("accounts").resolve(account);
  }

  @Test
  void releasesToOneAccountFirstAndBack() throws IOException {
    String first = first();
    release(first, "--account", RIVERSIDE, "--account", LAKESIDE, "--yes");
    serverLooks();
    assertThat(accounts()).contains("hello").doesNotContain(NEWER, "missed-call-text-back");

    var said = run(shell().answering("yes"), "release", second(), "--account", LAKESIDE);
    assertThat(said.exit()).as(said.out() + said.err()).isZero();
    assertThat(said.out())
        .containsPattern("Lakeside Dental {2}" + LAKESIDE + "\\R {4}hello \\w{10} -> \\w{10}\\R")
        .contains("released to Lakeside Dental", "looks every five seconds")
        .doesNotContain(RIVERSIDE);
    serverLooks();
    assertThat(accounts()).containsOnlyOnce(NEWER);
    assertThat(served.get("/").body()).containsOnlyOnce(NEWER);

    var taken = back("--account", LAKESIDE);
    assertThat(taken.exit()).as(taken.out() + taken.err()).isZero();
    assertThat(taken.out()).contains("hello", "taken back in Lakeside Dental");
    serverLooks();
    assertThat(accounts()).contains("hello").doesNotContain(NEWER);
    assertThat(Files.readAllBytes(own(LAKESIDE).resolve("acme.jar")))
        .isEqualTo(Files.readAllBytes(Path.of(first)));
  }

  @Test
  void goesBackToTheJarsThatAllHave() {
    var said = release(first(), "--account", RIVERSIDE, "--yes");
    assertThat(said.out())
        .contains("hello none -> ", "missed-call-text-back ", " -> none  nothing more begins");
    serverLooks();
    assertThat(accounts()).contains("hello");

    var taken = back("--account", RIVERSIDE);
    assertThat(taken.out()).contains("these are the jars that all accounts have");
    serverLooks();
    assertThat(accounts()).contains("missed-call-text-back").doesNotContain("hello");
    var again = back("--account", RIVERSIDE);
    assertThat(again.exit()).isEqualTo(2);
    assertThat(again.err()).contains("there is nothing to go back to in ");
  }

  @Test
  void releasesNothingThatTheServerWouldRefuse() {
    Path jar = folder.resolve("unchecked.jar");
    UncheckedJar.of(Acme.in(folder.resolve("unchecked"), Acme.unexplained()), jar);

    var said = release(jar.toString(), "--account", RIVERSIDE, "--account", LAKESIDE, "--yes");

    assertThat(said.exit()).as(said.out() + said.err()).isEqualTo(1);
    assertThat(said.out()).contains("may not have it:", "E-DOC-MISSING");
    assertThat(said.err()).contains("Nothing was released.");
    assertThat(own(RIVERSIDE)).doesNotExist();
  }

  @Test
  void leavesAnAccountAloneThatHasTheJar() throws IOException {
    String first = first();
    release(second(), "--account", RIVERSIDE, "--yes");
    release(first, "--account", RIVERSIDE, "--yes");

    var again = release(first, "--account", RIVERSIDE, "--yes");
    assertThat(again.exit()).isZero();
    assertThat(again.out()).contains("has just these jars already").doesNotContain("released to");
    assertThat(release(first, "--account", RIVERSIDE, "--yes", "--json").out())
        .contains("\"outcome\" : \"unchanged\"", "\"contract\" : \"hello\"");

    back("--account", RIVERSIDE);
    assertThat(Files.readAllBytes(own(RIVERSIDE).resolve("acme.jar")))
        .isEqualTo(Files.readAllBytes(folder.resolve("built-second").resolve("acme.jar")));
  }

  @Test
  void releasesNothingWhereThereIsNoYes() {
    String jar = first();
    var no = run(shell().answering("no"), "release", jar, "--account", RIVERSIDE);
    assertThat(no.exit()).isEqualTo(1);
    assertThat(no.out()).contains("Nothing was released.");
    var nobody = release(jar, "--account", RIVERSIDE);
    assertThat(nobody.exit()).isEqualTo(2);
    assertThat(nobody.err()).contains("nothing was released: nobody is here to say yes; add --yes");
    assertThat(release(jar, "--account", RIVERSIDE, "--json").exit()).isEqualTo(2);

    assertThat(own(RIVERSIDE)).doesNotExist();
  }

  @Test
  void saysWhatIsWrongWithAccountsJarsAndFolders() throws IOException {
    String jar = first();
    var stranger = release(jar, "--account", HILLSIDE, "--yes");
    assertThat(stranger.exit()).isEqualTo(2);
    assertThat(stranger.err()).contains("no account " + HILLSIDE + " has the app", "--anyway");
    assertThat(release(jar, "--account", HILLSIDE, "--yes", "--anyway").exit()).isZero();
    assertThat(own(HILLSIDE).resolve("acme.jar")).exists();
    assertThat(release(jar, "--account", "../else", "--yes", "--anyway").err())
        .contains("../else is no id of an account");

    Path text = Files.writeString(folder.resolve("text.jar"), "no jar");
    var none = release(text.toString(), "--account", RIVERSIDE, "--yes");
    assertThat(none.exit()).isEqualTo(2);
    assertThat(none.err()).contains("text.jar", "it is no jar, or not all of it is there");
    assertThat(release(folder.toString(), "--account", RIVERSIDE, "--yes").err())
        .contains("is no plugin jar; `interlock build FOLDER -o FILE.jar` makes one");

    Files.writeString(own(RIVERSIDE), "in the way");
    var blocked = release(jar, "--account", LAKESIDE, "--account", RIVERSIDE, "--yes");
    assertThat(blocked.exit()).isEqualTo(2);
    assertThat(blocked.err()).contains("is no folder that this user may write to");
    assertThat(own(LAKESIDE)).doesNotExist();
  }

  @Test
  void saysThatWhatIsLiveGoesOnWhereTheLastJarGoes() throws IOException {
    release(first(), "--account", RIVERSIDE, "--yes");
    serverLooks();
    try (var shared = Files.newDirectoryStream(folder.resolve("plugins"))) {
      for (Path each : shared) {
        Files.delete(each);
      }
    }

    assertThat(back("--account", RIVERSIDE).out())
        .contains("what is live there now goes on until one comes");
    serverLooks();
    assertThat(shell().run("accounts").out()).contains("hello");
  }

  @Test
  void refusesToReleaseBesideSources() throws IOException {
    Acme.in(ServedFleet.made(own(RIVERSIDE)), Acme.CONTRACT);

    var said = release(first(), "--account", RIVERSIDE, "--yes");

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains("has .java files", "Nothing was released");
  }
}
