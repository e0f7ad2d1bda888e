package dev.interlock.handbook.page;

import dev.interlock.handbook.page.FindingView.Line;
import dev.interlock.handbook.words.Phrases;
import dev.interlock.verifier.finding.Evidence;
import dev.interlock.verifier.finding.Tale;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Stories of findings, with the time of each line by itself.
final class Tales {
  /// As in `Monday 10:00`, `10:05` and `Tuesday 3 March 10:00, eight days later`.
  private static final Pattern DATED =
      Pattern.compile(
          "((?:[A-Z][a-z]+ (?:\\d{1,2} [A-Z][a-z]+ )?)?\\d{2}:\\d{2}(?:, [a-z0-9 ]+)?): (.+)");

  private static final String WRONG = "This is wrong: ";
  private static final Pattern MARKED = Pattern.compile("\\*([^*]+)\\*|`([^`]+)`");

  private Tales() {}

  /// What the evidence tells; nothing where the declaration is enough.
  static List<FindingView.Tale> of(Evidence evidence) {
    Tale tale = Tale.of(evidence);
    if (tale.heading().isEmpty()) {
      return List.of();
    }
    return List.of(
        new FindingView.Tale(
            Phrases.sentence(tale.heading()),
            tale.lines().stream().map(Tales::line).toList(),
            Phrases.sentence(quoted(tale.assumption()))));
  }

  private static Line line(String told) {
    if (told.startsWith(WRONG)) {
      return new Line("", quoted(told.substring(WRONG.length())), true);
    }
    Matcher dated = DATED.matcher(told);
    return dated.matches()
        ? new Line(dated.group(1), Phrases.capital(quoted(dated.group(2))), false)
        : new Line("", quoted(told), false);
  }

  /// Names stand between stars or backticks in the verifier's sentences, and in quotation marks in
  /// ours.
  static String quoted(String words) {
    return MARKED
        .matcher(words)
        .replaceAll(found -> {
          String name = found.group(1) == null ? found.group(2) : found.group(1);
          return Matcher.quoteReplacement(Phrases.quoted(name));
        });
  }
}
