package dev.interlock.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.check.Checking;
import dev.interlock.app.plugin.LibraryJar;
import dev.interlock.crm.highlevel.conformance.OpenApiConformance;
import dev.interlock.crm.highlevel.conformance.SeenRequest;
import dev.interlock.crm.highlevel.wire.TriggerAddresses;
import dev.interlock.verifier.prove.Proofs;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything that the agency's story makes us ask of the CRM, and all that the sandbox answers,
/// held to the vendor's description.
class AgencyTrafficTest {
  private static final Duration LONGEST = Duration.ofDays(120);

  @TempDir private Path home;

  @Test
  void theWholeStoryMakesNoRequestAndGetsNoAnswerThatTheVendorsDescriptionRefuses()
      throws Exception {
    var vendor = OpenApiConformance.orSkip();
    var plugins = Files.createDirectories(home.resolve("plugins"));
    LibraryJar.in(plugins);
    var contracts =
        new Checking(Proofs.inMemory(1_000))
            .requireSound(List.of(plugins), LocalDate.of(2026, 11, 2));
    var setting = new Demo.Setting(new Invented(1, 6, 600), contracts, home.resolve("data"), 0);
    var lines = new ArrayList<WatchedLine>();

    try (var demo = AgencyDemo.standing(setting, plugins, crm -> through(crm, lines))) {
      var outcome = demo.tell(LONGEST);

      assertThat(outcome.problems()).isEmpty();
      assertThat(outcome.ok()).isTrue();
      assertThat(lines).hasSize(1);
      var passed = lines.getFirst().passed();
      assertThat(passed).hasSizeGreaterThan(200);
      assertThat(passed).anyMatch(each -> isOfATrigger(each.request()));
      var described = passed.stream().filter(each -> !isOfATrigger(each.request())).toList();
      assertThat(described)
          .allSatisfy(each ->
              assertThat(vendor.violations(each.request(), each.answer()))
                  .as("%s %s: %s", each.request().method(), each.request().path(), each.answer())
                  .isEmpty())
          .allSatisfy(each ->
              assertThat(vendor.undescribed(each.request(), each.answer()))
                  .as(each.answer().body())
                  .isEmpty());
      assertThat(excused(vendor, described))
          .as("where the real API is known to be other than its description")
          .containsExactlyInAnyOrder(
              "send-a-new-message REQUEST_BODY /subType",
              "send-a-new-message REQUEST_BODY /status",
              "send-a-new-message ANSWER_BODY /status",
              "get-pipelines ANSWER_BODY /pipelines/*/stages/*");
    } finally {
      lines.forEach(WatchedLine::close);
    }
  }

  private static Set<String> excused(OpenApiConformance vendor, List<WatchedLine.Passed> passed) {
    return passed.stream()
        .flatMap(each -> vendor.excused(each.request(), each.answer()).stream())
        .map(each -> each.operationId() + " " + each.part() + " " + each.place())
        .collect(Collectors.toSet());
  }

  /// Addresses of triggers come with the trigger and are in no description.
  private static boolean isOfATrigger(SeenRequest request) {
    return request.path().startsWith(TriggerAddresses.PATH);
  }

  private static URI through(URI crm, List<WatchedLine> lines) {
    lines.add(WatchedLine.to(crm));
    return lines.getLast().url();
  }
}
