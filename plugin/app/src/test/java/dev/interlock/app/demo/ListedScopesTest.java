package dev.interlock.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.crm.highlevel.wire.Operation;
import dev.interlock.sandbox.DemoAgency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The demo's agency gives what the listing asks for, no more and no less: what works in the demo
/// works with what a reviewer is told.
class ListedScopesTest {
  private static final Pattern SCOPE = Pattern.compile("`([a-z]+(?:/[a-zA-Z]+)?\\.[a-z]+)`");

  private static Set<String> listed() throws IOException {
    String page = Files.readString(repository().resolve("docs/marketplace/listing.md"));
    int from = page.indexOf("\n## Scopes");
    assertThat(from).as("the listing has a section about scopes").isPositive();
    int to = page.indexOf("\n## ", from + 1);
    return page.substring(from, to)
        .lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.substring(0, line.indexOf('|', 1)))
        .flatMap(cell -> SCOPE.matcher(cell).results())
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Path repository() {
    return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
        .filter(folder -> Files.exists(folder.resolve("docs/marketplace/listing.md")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theDemosAppAsksForWhatTheListingTells() throws IOException {
    assertThat(new TreeSet<>(DemoAgency.SCOPES)).isEqualTo(listed());
  }

  @Test
  void everyListedScopeIsThereForACallOfOurs() throws IOException {
    Set<String> used =
        Stream.of(Operation.values()).map(Operation::scope).collect(Collectors.toSet());
    assertThat(listed()).allSatisfy(scope -> assertThat(used).as(scope).contains(scope));
  }
}
