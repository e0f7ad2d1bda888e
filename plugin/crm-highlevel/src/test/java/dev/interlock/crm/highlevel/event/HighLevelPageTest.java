package dev.interlock.crm.highlevel.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.crm.highlevel.wire.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// `docs/guide/highlevel.md` names every webhook and every scope, and the listing kit every scope.
class HighLevelPageTest {
  private static final String PAGE = page("guide/highlevel.md");
  private static final String LISTING = page("marketplace/listing.md");

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"INVOICE_CHANGE", "UNKNOWN"})
  void namesEveryWebhook(EventKind kind) {
    assertThat(PAGE).contains("`" + kind.type() + "`");
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"TAKE_TOKENS"})
  void namesTheScopeOfEveryCall(Operation operation) {
    assertThat(PAGE).contains("`" + operation.scope() + "`");
    assertThat(LISTING).contains("`" + operation.scope() + "`");
  }

  private static String page(String name) {
    try {
      // Maven runs the tests of a module in its folder; an editor may do so at the top.
      Path docs =
          Stream.of("../../docs", "docs")
              .map(Path::of)
              .filter(Files::isDirectory)
              .findFirst()
              .orElseThrow();
      return Files.readString(docs.resolve(name));
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
