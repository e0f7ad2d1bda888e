package dev.interlock.app.report;

import dev.interlock.app.console.Json;
import dev.interlock.verifier.finding.Proof;
import dev.interlock.verifier.finding.ProofText;
import dev.interlock.verifier.finding.Remark;
import dev.interlock.verifier.finding.Review;
import dev.interlock.verifier.finding.StoryMark;
import dev.interlock.verifier.finding.Tale;
import java.nio.file.Path;
import tools.jackson.databind.node.ObjectNode;

/// A review as a SARIF 2.1.0 log, which editors and build servers read.
///
/// Waived findings are results with a suppression, and the story of a finding is its code flow.
public final class Sarif {
  private static final String VERSION = "2.1.0";
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private Sarif() {}

  /// The log, as one JSON object.
  ///
  /// @param folder what the addresses of files are relative to, if they are in it
  /// @param version of Interlock
  public static String of(Review review, Path folder, String version) {
    var rules = SarifRules.of(review);
    var log = Json.object();
    log.put("$schema", SCHEMA).put("version", VERSION);
    var run = log.putArray("runs").addObject();
    var driver = run.putObject("tool").putObject("driver");
    driver.put("name", "Interlock").put("version", version);
    var listed = driver.putArray("rules");
    rules.all().forEach(listed::add);
    run.put("columnKind", "utf16CodeUnits");
    invocation(review, run.putArray("invocations").addObject());
    var results = run.putArray("results");
    for (Remark remark : review.remarks()) {
      results.add(result(remark, rules, new SarifPlaces(folder)));
    }
    return Json.of(log);
  }

  /// That the checks ran, and how far it was explored what can happen.
  private static void invocation(Review review, ObjectNode invocation) {
    invocation.put("executionSuccessful", true);
    if (review.proof() instanceof Proof.Unasked) {
      return;
    }
    var notice = invocation.putArray("toolExecutionNotifications").addObject();
    notice.put("level", review.proof() instanceof Proof.Barred ? "warning" : "note");
    notice.putObject("message").put("text", ProofText.of(review.proof()));
  }

  private static ObjectNode result(Remark remark, SarifRules rules, SarifPlaces places) {
    var finding = remark.finding();
    var result = Json.object();
    result.put("ruleId", finding.rule()).put("ruleIndex", rules.indexOf(finding.rule()));
    result.put("level", SarifRules.level(finding.severity()));
    var contract = finding.contract().isEmpty() ? "" : finding.contract() + ": ";
    var help = finding.help().isEmpty() ? "" : "\nHelp: " + finding.help();
    result.putObject("message").put("text", contract + finding.message() + help);
    places.of(remark).ifPresent(place -> result.putArray("locations").add(place));
    var fingerprints = result.putObject("partialFingerprints");
    fingerprints.put("interlock/v1", Fingerprint.of(finding));
    StoryMark.of(finding.evidence()).ifPresent(mark -> fingerprints.put("interlockStory/v1", mark));
    remark
        .waiver()
        .ifPresent(waiver -> {
          var suppression = result.putArray("suppressions").addObject();
          suppression.put("kind", "inSource").put("status", "accepted");
          suppression.put(
              "justification",
              "%s Decided by %s until %s. Made up for by: %s"
                  .formatted(
                      waiver.reason(), waiver.decidedBy(), waiver.until(), waiver.compensation()));
        });
    var tale = Tale.of(remark.finding().evidence());
    if (!tale.lines().isEmpty()) {
      flow(tale, remark, places, result.putArray("codeFlows").addObject());
    }
    return result;
  }

  /// A story, told at the place of the finding: its lines happen in the world, and not in a source.
  private static void flow(Tale tale, Remark remark, SarifPlaces places, ObjectNode flow) {
    flow.putObject("message").put("text", tale.heading());
    var steps = flow.putArray("threadFlows").addObject().putArray("locations");
    for (String line : tale.lines()) {
      var location = places.of(remark).orElseGet(Json::object);
      location.putObject("message").put("text", line);
      steps.addObject().set("location", location);
    }
  }
}
