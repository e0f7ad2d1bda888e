package dev.interlock.app.report;

import dev.interlock.app.console.Json;
import dev.interlock.verifier.finding.Review;
import dev.interlock.verifier.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/// The rules of a log: those that were asked, and those that findings name besides.
///
/// @param reasons why each rule exists, by its id
record SarifRules(Map<String, String> reasons, List<String> ids) {
  private static final Map<String, String> BESIDES =
      Map.of(
          "E-INPUT", "What cannot be read cannot be checked.",
          "E-COMPILE", "A contract with a part missing, or a word misspelt, means nothing.",
          "E-LOAD", "A class that does not say what it defines defines nothing.",
          "E-WAIVER-STALE", "What nobody needs any more hides what comes next.",
          "E-WAIVER-REFUSED", "Somebody has to answer for it, and to look again.");

  static SarifRules of(Review review) {
    var reasons = new TreeMap<String, String>();
    review.remarks().stream()
        .map(remark -> remark.finding().rule())
        .forEach(rule -> reasons.put(rule, BESIDES.getOrDefault(rule, "")));
    review.rules().forEach(rule -> reasons.put(rule.rule(), rule.reason()));
    return new SarifRules(reasons, List.copyOf(reasons.keySet()));
  }

  int indexOf(String rule) {
    return ids.indexOf(rule);
  }

  /// As the log lists them.
  List<ObjectNode> all() {
    var all = new ArrayList<ObjectNode>();
    reasons.forEach((id, reason) -> {
      var rule = Json.object();
      rule.put("id", id);
      rule.putObject("shortDescription").put("text", reason.isEmpty() ? id : reason);
      rule.putObject("help").put("text", help(reason));
      rule.putObject("defaultConfiguration")
          .put("level", id.startsWith("W-") ? "warning" : "error");
      all.add(rule);
    });
    return all;
  }

  private static String help(String reason) {
    return (reason.isEmpty() ? "" : reason + " ")
        + "Each result says what to do. docs/guide/verification.md has a table of all rules, and"
        + " how a finding is waived.";
  }

  static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "note";
    };
  }
}
