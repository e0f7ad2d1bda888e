package dev.interlock.verifier.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NearestTest {
  private static final List<String> SIX =
      List.of("apples", "bread", "cheese", "dates", "eggs", "figs");

  @Test
  void offersThoseThatDifferByASlip() {
    assertThat(Nearest.offer("bred", SIX)).isEqualTo("did you mean *bread*?");
    assertThat(Nearest.offer("APPLES", SIX)).isEqualTo("did you mean *apples*?");
  }

  @Test
  void putsTheNearestFirstAndOffersThreeAtMost() {
    assertThat(
            Nearest.near("stage-c", List.of("stage-aa", "stage-a", "stage-b", "stage", "stage-c1")))
        .containsExactly("stage-a", "stage-b", "stage-c1");
    assertThat(Nearest.offer("eg", List.of("egg", "leg", "eggs")))
        .isEqualTo("did you mean *egg*, *leg* or *eggs*?");
  }

  @Test
  void namesAllOfAFewAndCountsMany() {
    assertThat(Nearest.offer("walnuts and almonds", List.of("tea"))).isEqualTo("there is *tea*.");
    assertThat(Nearest.offer("xyzzyxyz", SIX))
        .isEqualTo("there are *apples*, *bread*, *cheese*, *dates*, *eggs* and *figs*.");
    assertThat(
            Nearest.offer(
                "zzzz",
                List.of("aaaaaa", "b1b1b1", "cccccc", "dddddd", "eeeeee", "ffffff", "gggggg")))
        .isEqualTo("none of the 7 known ones is similar.");
  }

  @Test
  void saysWhatToDoIfNoneIsMeant() {
    assertThat(Nearest.offer("x", List.of())).isEqualTo("none is declared yet.");
    assertThat(Nearest.offer("x", List.of(), "declare it"))
        .isEqualTo("none is declared yet: declare it.");
    assertThat(Nearest.offer("bred", SIX, "declare it"))
        .isEqualTo("did you mean *bread*? Otherwise declare it.");
  }
}
