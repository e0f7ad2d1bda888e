package dev.interlock.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Text can be read on every ground on which it stands, in light, in dark and on paper: the
/// contrast that WCAG 2.2 asks for at level AA.
final class ContrastTest {
  private static final double ENOUGH = 4.5;
  private static final Pattern THEME = Pattern.compile(":root \\{([^}]*)}");
  private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): #([0-9a-f]+);");
  private static final List<String> TEXTS = List.of("ink", "soft", "faint", "accent");
  private static final List<String> GROUNDS = List.of("paper", "sheet", "sunk", "accent-ground");
  private static final List<String> KINDS =
      List.of("success", "declined", "unresponsive", "handover", "failed", "neutral");

  @Test
  void textStandsOutFromItsGround() {
    List<Map<String, String>> themes = themes();
    assertThat(themes).hasSize(3);
    for (Map<String, String> theme : themes) {
      for (String text : TEXTS) {
        GROUNDS.forEach(ground -> assertReadable(theme, text, ground));
      }
      for (String kind : KINDS) {
        assertReadable(theme, kind, kind + "-ground");
        assertReadable(theme, kind, "paper");
      }
      assertReadable(theme, "accent", "gap-ground");
      assertReadable(theme, "faint", "failed-ground");
    }
  }

  private static void assertReadable(Map<String, String> theme, String text, String ground) {
    double one = luminance(theme.getOrDefault(text, ""));
    double other = luminance(theme.getOrDefault(ground, ""));
    double contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    assertThat(contrast).as(text + " on " + ground + " in " + theme).isGreaterThan(ENOUGH);
  }

  private static List<Map<String, String>> themes() {
    List<Map<String, String>> themes = new ArrayList<>();
    for (MatchResult theme : THEME.matcher(Assets.stylesheet().text()).results().toList()) {
      Map<String, String> colours = new HashMap<>();
      COLOUR
          .matcher(theme.group(1))
          .results()
          .forEach(colour -> colours.put(colour.group(1), colour.group(2)));
      themes.add(colours);
    }
    return themes;
  }

  private static double luminance(String hex) {
    String whole = hex.length() == 3 ? hex.replaceAll("(.)", "$1$1") : hex;
    double[] parts =
        IntStream.of(0, 2, 4)
            .mapToDouble(at -> Integer.parseInt(whole.substring(at, at + 2), 16) / 255.0)
            .map(part -> part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4))
            .toArray();
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  }
}
