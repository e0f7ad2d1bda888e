package dev.interlock.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.handbook.EverythingSet.Made;
import dev.interlock.handbook.edition.Edition;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/// Whatever a contract or an operation says is said on some page.
final class CompletenessTest {

  @Test
  void everyTextOfAContractSetIsOnSomePage() {
    Made made = EverythingSet.saying(number -> "zx" + number + "q");
    String shown =
        Handbook.of(made.set(), Site.folder()).pages(Edition.bare()).values().stream()
            .map(page -> Jsoup.parse(page).text())
            .collect(Collectors.joining("\n"))
            .toLowerCase(java.util.Locale.ROOT);

    Map<String, String> missing = new TreeMap<>(Texts.in(made.set()));
    missing.keySet().removeIf(text -> !text.startsWith("zx") || shown.contains(text));

    assertThat(missing).isEmpty();
  }

  @Test
  void theSetHasTextsToMiss() {
    Made made = EverythingSet.saying(number -> "zx" + number + "q");

    assertThat(Texts.in(made.set()).keySet())
        .filteredOn(text -> text.startsWith("zx"))
        .hasSizeGreaterThan(200);
  }
}
