package dev.interlock.app.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A small business and its one contract as source files, to be written into a folder.
public final class Acme {
  /// The business.
  public static final String OPERATION =
      """
      package acme;

      import static dev.interlock.contract.dsl.Operations.business;

      import dev.interlock.contract.BusinessOperation;
      import dev.interlock.contract.model.Operation;

      public final class Acme implements BusinessOperation {
        public Operation operation() {
          return business("Acme").team("Front desk", "Ana Ruiz").build();
        }
      }
      """;

  /// A contract without a fault: who calls in vain is written down.
  public static final String CONTRACT =
      """
      package acme;

      import static dev.interlock.contract.dsl.Conditions.contact;
      import static dev.interlock.contract.dsl.Events.callMissed;
      import static dev.interlock.contract.dsl.Exits.SUCCESS;
      import static dev.interlock.contract.dsl.Exits.exit;
      import static dev.interlock.contract.dsl.Steps.exit;
      import static dev.interlock.contract.dsl.Steps.note;
      import static dev.interlock.contract.dsl.Workflows.afterDays;
      import static dev.interlock.contract.dsl.Workflows.finding;
      import static dev.interlock.contract.dsl.Workflows.milestone;
      import static dev.interlock.contract.dsl.Workflows.require;
      import static dev.interlock.contract.dsl.Workflows.workflow;

      import dev.interlock.contract.WorkflowContract;
      import dev.interlock.contract.model.Contract;
      import java.time.LocalDate;

      public final class Hello implements WorkflowContract {
        public Contract contract() {
          return workflow("hello")
              .title("Hello")
              .owner("Front desk")
              .purpose("Nobody who calls in vain is forgotten.")
              .startsWhen(callMissed(), milestone("Somebody called in vain"))
              .admits(require(contact().hasPhone(), "there must be a number to ring back"))
              .outsideLanes("It only writes a note")
              .reentry(afterDays(1))
              .path(
                  note("Called in vain.").named("jot").why("The desk sees it"),
                  exit("noted"))
              .exits(exit("noted", SUCCESS).means("It is written down."))
              .build();
        }
      }
      """;

  private static final String WHY = ".why(\"The desk sees it\")";
  private static final String PATH = "        .path(";

  private Acme() {}

  /// The contract with a note of another text.
  public static String saying(String text) {
    return CONTRACT.replace("Called in vain.", text);
  }

  /// The contract with a note on what changed, which no other one has.
  public static String noted(String contract) {
    return contract.replace(
        PATH,
        "        .changed(LocalDate.of(2026, 11, 1), \"It reads %08x now.\").path("
            .formatted(contract.hashCode()));
  }

  /// The contract without a reason for its step: `E-DOC-MISSING` at *jot*.
  public static String unexplained() {
    return CONTRACT.replace(WHY, "");
  }

  /// The contract without a reason for its step, for which somebody answers until a day.
  public static String waivedUntil(int year, int month, int day) {
    return unexplained()
        .replace(
            PATH,
            """
                    .waives(
                        finding("E-DOC-MISSING")
                            .at("jot")
                            .because("The note explains itself.")
                            .decidedBy("Ana Ruiz")
                            .compensatedBy("The desk knows.")
                            .until(LocalDate.of(%d, %d, %d)))
            """
                    .formatted(year, month, day)
                + PATH);
  }

  /// The contract with a note that says what nobody knows of: `W-TEMPLATE-EMPTY` at *jot*.
  public static String sayingTooMuch() {
    return saying("See you in {{appointment.calendar}}.");
  }

  /// The same, acknowledged.
  public static String sayingTooMuchKnowingly() {
    return waivedUntil(2026, 12, 31)
        .replace("E-DOC-MISSING", "W-TEMPLATE-EMPTY")
        .replace("Called in vain.", "See you in {{appointment.calendar}}.")
        .replace(".named(\"jot\")", ".named(\"jot\")" + WHY);
  }

  /// The contract with a wait of two days and a second note.
  public static String waitingTwoDays(String text) {
    return CONTRACT
        .replace(
            "        exit(\"noted\"))",
            """
                    waitFor("pause", days(2)).why("They may call again"),
                        note("%s").named("jot-again").why("The desk sees it"),
                        exit("noted"))
            """
                .formatted(text)
                .strip())
        .replace(
            "import static dev.interlock.contract.dsl.Workflows.afterDays;",
            """
            import static dev.interlock.contract.dsl.Steps.waitFor;
            import static dev.interlock.contract.dsl.Times.days;
            import static dev.interlock.contract.dsl.Workflows.afterDays;\
            """);
  }

  /// Changes the business in a folder of sources.
  public static Path operation(Path folder, String from, String to) {
    try {
      Files.writeString(folder.resolve("acme").resolve("Acme.java"), OPERATION.replace(from, to));
      return folder;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// Writes both into a folder, with this contract.
  public static Path in(Path folder, String contract) {
    var sources = folder.resolve("acme");
    try {
      Files.createDirectories(sources);
      Files.writeString(sources.resolve("Acme.java"), OPERATION);
      Files.writeString(sources.resolve("Hello.java"), contract);
      return folder;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
