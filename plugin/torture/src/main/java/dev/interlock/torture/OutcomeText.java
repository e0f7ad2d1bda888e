package dev.interlock.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Tells people what came of it.
final class OutcomeText {
  private static final int MOST_PROBLEMS = 40;

  private OutcomeText() {}

  static String of(Outcome outcome) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%d processes killed in %d seconds, seed %d"
            .formatted(outcome.kills(), outcome.seconds(), outcome.seed()));
    lines.add("");
    lines.add(line("deliveries acknowledged", outcome.acknowledged()));
    outcome.things().forEach((what, count) -> lines.add(line(words(what), count)));
    lines.add("");
    lines.add(judged("lost", outcome.lost()));
    lines.add(judged("messages sent twice", outcome.sentTwice()));
    lines.add(judged("tasks and notes made twice", outcome.doneTwice()));
    lines.add(judged("exits unverified and not raised", outcome.unverifiedUnraised()));
    lines.add(judged("lanes leaked", outcome.leakedLocks()));
    lines.add(judged("processes that fell by themselves", outcome.fell()));
    lines.add("");
    outcome
        .trials()
        .forEach(trial -> lines.add(line(trial.what(), trial.good() + " of " + trial.tried())));
    lines.add("");
    lines.add("what the CRM did:");
    outcome.mischief().forEach((kind, count) -> lines.add(line("  " + words(kind), count)));
    lines.add(line("  webhooks never sent", outcome.lostWebhooks()));
    outcome.problems().stream().limit(MOST_PROBLEMS).forEach(each -> lines.add("- " + each));
    if (outcome.problems().size() > MOST_PROBLEMS) {
      lines.add("- and " + (outcome.problems().size() - MOST_PROBLEMS) + " more");
    }
    lines.add("");
    lines.add(outcome.ok() ? "ok: everything was kept" : "NOT OK");
    return String.join("\n", lines);
  }

  private static String judged(String what, int count) {
    return line(what, count) + (count == 0 ? "" : "  BROKEN");
  }

  private static String line(String what, Object value) {
    return String.format(Locale.ROOT, "%-50s %s", what, value);
  }

  private static String words(String name) {
    return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
