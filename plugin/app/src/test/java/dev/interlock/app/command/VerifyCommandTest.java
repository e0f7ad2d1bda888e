package dev.interlock.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class VerifyCommandTest {
  private static final String BUSINESS =
      """
      import static dev.interlock.contract.dsl.Operations.business;

      import dev.interlock.contract.BusinessOperation;
      import dev.interlock.contract.model.Operation;

      final class Acme implements BusinessOperation {
        public Operation operation() {
          return business("Acme").build();
        }
      }
      """;
  private static final String CONTRACT =
      """
      import static dev.interlock.contract.dsl.Conditions.contact;
      import static dev.interlock.contract.dsl.Events.*;
      import static dev.interlock.contract.dsl.Exits.*;
      import static dev.interlock.contract.dsl.Steps.*;
      import static dev.interlock.contract.dsl.Workflows.*;

      import dev.interlock.contract.WorkflowContract;
      import dev.interlock.contract.model.Contract;

      final class Hello implements WorkflowContract {
        public Contract contract() {
          return workflow("hello")
              .title("Hello")
              .owner("Front desk")
              .purpose("Everybody who calls in vain is greeted.")
              .startsWhen(callMissed(), milestone("Somebody called in vain"))
              .admits(require(contact().hasPhone(), "there must be a number to text"))
              .outsideLanes("It is one text")
              .reentry(never())
              .path(sms("greet", "Hi {{contact.fristName}}!").why("Courtesy"), DONE)
              .exits(exit("done", SUCCESS).means("They were greeted."))
              .build();
        }
      }
      """;

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
  void namesAPathThatIsNotThere() {
    var said = shell.run("verify", "nowhere");

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).isEqualTo("interlock: nowhere is no file or folder that can be read\n");
  }

  @Test
  void findsAnUnknownVariableAtItsLine() throws IOException {
    write("Acme.java", BUSINESS);
    write("Hello.java", CONTRACT.replace("DONE", "exit(\"done\")"));

    var said = shell.run("verify", folder.toString());

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out())
        .contains(folder.resolve("Hello.java") + ":20: error[E-TEMPLATE-UNBOUND]")
        .contains("contact.firstName");
  }

  @Test
  void printsTheSameAsOneJsonObject() throws IOException {
    write("Acme.java", BUSINESS);
    write("Hello.java", CONTRACT.replace("DONE", "exit(\"done\")"));

    var json = JsonMapper.shared().readTree(shell.run("verify", "--json", folder.toString()).out());

    assertThat(json.get("ok").asBoolean()).isFalse();
    assertThat(json.get("findings").findValuesAsString("rule")).contains("E-TEMPLATE-UNBOUND");
  }

  @Test
  void aSentenceThatDoesNotCompileIsAFindingToo() throws IOException {
    write("Acme.java", BUSINESS);
    write(
        "Hello.java",
        CONTRACT.replace(".purpose(", ".porpoise(").replace("DONE", "exit(\"done\")"));

    var said = shell.run("verify", folder.toString());
    var json = JsonMapper.shared().readTree(shell.run("verify", "--json", folder.toString()).out());

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out()).startsWith(folder.resolve("Hello.java") + ":15:").contains("1 error");
    assertThat(json.get("findings").get(0).get("line").asInt()).isEqualTo(15);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
