package dev.interlock.contract.dsl;

import dev.interlock.contract.model.StepName;
import java.util.Locale;
import java.util.regex.Pattern;

/// Makes the name of a step that its author did not name from what it does.
final class Slug {
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern ENDS = Pattern.compile("^-|-$");

  private Slug() {}

  static StepName of(String words) {
    String hyphened = OTHER.matcher(words.toLowerCase(Locale.ROOT)).replaceAll("-");
    return new StepName(ENDS.matcher(hyphened).replaceAll(""));
  }
}
