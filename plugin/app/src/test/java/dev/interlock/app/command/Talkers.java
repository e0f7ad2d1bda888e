package dev.interlock.app.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Two workflows that text everybody who calls in vain, both at once: `E-CONTACT-CONTESTED`.
final class Talkers {
  private static final String SHOP =
      """
      import dev.interlock.contract.BusinessOperation;
      import dev.interlock.contract.dsl.Operations;
      import dev.interlock.contract.model.Operation;

      public final class Shop implements BusinessOperation {
        @Override
        public Operation operation() {
          return Operations.business("Corner shop").team("Desk").build();
        }
      }
      """;

  private Talkers() {}

  /// Writes the sources into a folder, which is made.
  static Path in(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("Shop.java"), SHOP);
      Files.writeString(folder.resolve("Here.java"), talk("Here"));
      Files.writeString(folder.resolve("There.java"), talk("There"));
      return folder;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static String talk(String name) {
    return """
    import static dev.interlock.contract.dsl.Events.*;
    import static dev.interlock.contract.dsl.Exits.*;
    import static dev.interlock.contract.dsl.Steps.*;
    import static dev.interlock.contract.dsl.Times.*;
    import static dev.interlock.contract.dsl.Workflows.*;

    import dev.interlock.contract.WorkflowContract;
    import dev.interlock.contract.model.Contract;

    public final class NAME implements WorkflowContract {
      @Override
      public Contract contract() {
        return workflow("name")
            .title("NAME")
            .owner("Desk")
            .purpose("Nobody waits.")
            .startsWhen(callMissed(), milestone("They called"))
            .admitsEveryone("Everybody is welcome")
            .outsideLanes("It is a test")
            .reentry(afterExit())
            .path(
                sms("name-hello", "This is NAME.").why("They called"),
                waitFor("name-rest", days(1)).why("They may call again"),
                dev.interlock.contract.dsl.Steps.exit("done"))
            .exits(dev.interlock.contract.dsl.Exits.exit("done", HANDOVER).means("It is done."))
            .build();
      }
    }
    """
        .replace("NAME", name)
        .replace("name", name.toLowerCase(Locale.ROOT));
  }
}
