package dev.interlock.app.command;

import dev.interlock.app.account.Survey;
import dev.interlock.app.preflight.AccountPlanData.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// How many things are left to do about an account, or about one contract in it.
///
/// @param create that `interlock apply` makes
/// @param yours that a person has to see to
/// @param drifted that were there at the last plan
/// @param untold that could not be read this time
record SurveyHealth(int create, int yours, int drifted, int untold) {

  static SurveyHealth of(Survey survey) {
    return of(entries(survey));
  }

  /// Of what one contract needs, and of what all do.
  static SurveyHealth of(Survey survey, String contract) {
    return of(
        entries(survey).filter(entry -> entry.by().isEmpty() || entry.by().contains(contract)));
  }

  private static Stream<Entry> entries(Survey survey) {
    return survey.plan().stream().flatMap(plan -> plan.lines().stream());
  }

  private static SurveyHealth of(Stream<Entry> entries) {
    List<Entry> open = entries.filter(Entry::open).toList();
    return new SurveyHealth(
        count(open, "create"),
        count(open, "yours") + count(open, "ambiguous"),
        count(open, "drifted"),
        count(open, "unknown"));
  }

  private static int count(List<Entry> entries, String state) {
    return (int) entries.stream().filter(entry -> entry.state().equals(state)).count();
  }

  /// As in: 2 missing that apply makes, 1 yours to do.
  String words() {
    var parts = new ArrayList<String>();
    add(parts, create, "missing that apply makes");
    add(parts, yours, "yours to do");
    add(parts, drifted, "drifted");
    add(parts, untold, "not told by the CRM");
    return parts.isEmpty() ? "ready" : String.join(", ", parts);
  }

  private static void add(List<String> parts, int count, String words) {
    if (count > 0) {
      parts.add(count + " " + words);
    }
  }
}
