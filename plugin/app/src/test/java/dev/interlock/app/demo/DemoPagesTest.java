package dev.interlock.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.check.Checking;
import dev.interlock.app.plugin.LibraryJar;
import dev.interlock.app.web.Links;
import dev.interlock.verifier.prove.Proofs;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the demo shows is what agencies show their clients: under a white label nobody has heard of
/// the vendor.
class DemoPagesTest {
  @TempDir private Path plugins;
  @TempDir private Path data;

  private Demo.Setting setting() {
    var contracts =
        new Checking(Proofs.inMemory(1_000))
            .requireSound(List.of(LibraryJar.in(plugins)), LocalDate.of(2026, 11, 2));
    return new Demo.Setting(new Invented(3, 6, 600), contracts, data, 0);
  }

  private static void nameNoVendor(URI url, int atLeast) {
    Map<String, String> pages = Links.pagesFrom(url, "/");
    assertThat(pages).hasSizeGreaterThan(atLeast);
    assertThat(pages.keySet()).anyMatch(path -> path.contains("/contacts/"));
    pages.forEach(
        (path, body) -> assertThat(body).as(path).doesNotContainIgnoringCase("highlevel", "GHL"));
  }

  @Test
  void noPageOfTheDemoNamesTheVendor() throws Exception {
    try (var demo = Demo.standing(setting())) {
      assertThat(demo.tell(Duration.ofDays(60)).ok()).isTrue();
      nameNoVendor(demo.url(), 15);
    }
  }

  @Test
  void noPageOfTheAgencysDemoNamesTheVendor() throws Exception {
    try (var demo = AgencyDemo.standing(setting(), plugins)) {
      assertThat(demo.tell(Duration.ofDays(120)).ok()).isTrue();
      nameNoVendor(demo.url(), 40);
    }
  }
}
