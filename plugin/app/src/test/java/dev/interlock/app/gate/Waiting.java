package dev.interlock.app.gate;

import dev.interlock.app.plugin.Acme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A contract that puts a tag on, and another one that takes the tag away.
final class Waiting {
  /// Puts `waiting` on, and leaves it there for two days.
  static final String HAS_THE_TAG =
      Acme.CONTRACT
          .replace(
              "        exit(\"noted\"))",
              """
                      addTag("waiting").why("The desk looks for it"),
                          waitFor("pause", days(2)).why("They may call again"),
                          note("Still waiting.").named("again").why("The desk sees it"),
                          exit("noted"))
              """
                  .strip())
          .replace(
              ".means(\"It is written down.\")",
              """
              .means("It is written down.").leaves(noTag("waiting"), field("Ending", "Done")),
                  exit("failed", FAILED).means("It broke.")
                      .leaves(noTag("waiting"), field("Ending", "Broke")).notifies(owner()),
                  exit("taken-out", WITHDRAWN).means("They were taken out.").leaves(noTag("waiting"))
              """)
          .replace(
              "import static dev.interlock.contract.dsl.Workflows.afterDays;",
              """
              import static dev.interlock.contract.dsl.Exits.FAILED;
              import static dev.interlock.contract.dsl.Exits.WITHDRAWN;
              import static dev.interlock.contract.dsl.Exits.field;
              import static dev.interlock.contract.dsl.Exits.noTag;
              import static dev.interlock.contract.dsl.Steps.addTag;
              import static dev.interlock.contract.dsl.Steps.waitFor;
              import static dev.interlock.contract.dsl.Times.days;
              import static dev.interlock.contract.dsl.Workflows.owner;
              import static dev.interlock.contract.dsl.Workflows.afterDays;\
              """);

  /// Lets nobody in who has the tag, which only contracts write.
  static final String GOES_BY_THE_TAG =
      Acme.CONTRACT
          .replace(
              "ring back\"))",
              "ring back\"), refuse(contact().hasTag(\"waiting\"), \"they are called anyway\"))")
          .replace(
              "import static dev.interlock.contract.dsl.Workflows.require;",
              """
              import static dev.interlock.contract.dsl.Workflows.refuse;
              import static dev.interlock.contract.dsl.Workflows.require;\
              """);

  private static final String TIDY =
      Acme.CONTRACT
          .replace("class Hello", "class Tidy")
          .replace("workflow(\"hello\")", "workflow(\"tidy\")")
          .replace(".title(\"Hello\")", ".title(\"Tidy\")")
          .replace("callMissed()", "replied()")
          .replace("Events.callMissed", "Events.replied")
          .replace("Steps.note;", "Steps.removeTag;")
          .replace("note(\"Called in vain.\").named(\"jot\")", "removeTag(\"waiting\")");

  private Waiting() {}

  /// The business with its tag.
  static Path business(Path sources) {
    try {
      Files.writeString(
          sources.resolve("acme").resolve("Acme.java"),
          Acme.OPERATION
              .replace(
                  ".build()",
                  ".tag(\"waiting\", writtenByContractsOnly())"
                      + ".optionField(\"Ending\", \"Done\", \"Broke\").build()")
              .replace(
                  "import static dev.interlock.contract.dsl.Operations.business;",
                  "import static dev.interlock.contract.dsl.Operations.business;\nimport static"
                      + " dev.interlock.contract.dsl.Operations.writtenByContractsOnly;"));
      Files.deleteIfExists(sources.resolve("acme").resolve("Tidy.java"));
      return sources;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// The business in which colleagues may write the tag.
  static Path businessOfColleagues(Path sources) {
    try {
      business(sources);
      var file = sources.resolve("acme").resolve("Acme.java");
      Files.writeString(
          file,
          Files.readString(file)
              .replace(".tag(\"waiting\", writtenByContractsOnly())", ".tag(\"waiting\")")
              .replace(
                  "import static dev.interlock.contract.dsl.Operations.writtenByContractsOnly;",
                  ""));
      return sources;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// The same, with the contract that takes the tag away.
  static Path businessThatTidies(Path sources) {
    try {
      business(sources);
      Files.writeString(sources.resolve("acme").resolve("Tidy.java"), TIDY);
      return sources;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
