package dev.interlock.app.gate;

import dev.interlock.verifier.finding.Remark;
import dev.interlock.verifier.finding.Review;
import dev.interlock.verifier.finding.Severity;
import dev.interlock.verifier.finding.Spot;
import java.util.List;
import java.util.Optional;

/// What an operator is told about contracts that do not go live.
final class Notices {
  private static final int LINES = 20;

  private Notices() {}

  static Optional<String> refused(Review review, Running running) {
    var errors = review.count(Severity.ERROR);
    var weight = errors > 0 ? Severity.ERROR : Severity.WARNING;
    var first =
        review.open().stream()
            .filter(remark -> remark.finding().severity() == weight)
            .findFirst()
            .map(remark -> " The first: " + line(remark, nameOnly(remark.spot())) + ".")
            .orElse("");
    return Optional.of(
        "What lies in the plugins folder does not go live: %s.%s %s"
            .formatted(counted(errors, review), first, meanwhile(running)));
  }

  private static String counted(int errors, Review review) {
    if (errors > 0) {
      return errors == 1 ? "1 error" : errors + " errors";
    }
    var warnings = review.count(Severity.WARNING);
    return warnings == 1
        ? "1 warning that nobody acknowledges"
        : warnings + " warnings that nobody acknowledges";
  }

  static Optional<String> notYet(String reason, Running running) {
    return Optional.of(
        "What lies in the plugins folder does not go live: %s. %s"
            .formatted(reason, meanwhile(running)));
  }

  static Optional<String> unreadable(Running running) {
    return Optional.of("The plugins folder cannot be read. " + meanwhile(running));
  }

  static Optional<String> empty(Running running) {
    return Optional.of("There is no plugin jar in the plugins folder. " + meanwhile(running));
  }

  static Optional<String> retired() {
    return Optional.of(
        "The last jar was taken away from the plugins folder: nothing takes new entries, and runs"
            + " under way finish.");
  }

  private static String meanwhile(Running running) {
    return running.live().isPresent()
        ? "What went live before keeps serving. `interlock plugins` shows all of it."
        : "Nothing is live. `interlock plugins` shows all of it.";
  }

  /// The findings, one line each.
  static List<String> lines(Review review) {
    return review.open().stream()
        .limit(LINES)
        .map(remark -> line(remark, remark.spot().words()))
        .toList();
  }

  private static String line(Remark remark, String place) {
    var finding = remark.finding();
    var contract = finding.contract().isEmpty() ? "" : finding.contract() + ": ";
    return (place.isEmpty() ? "" : place + ": ")
        + contract
        + finding.message()
        + " ("
        + finding.rule()
        + ")";
  }

  /// The readiness check shows notices to everybody, so they say nothing about the machine.
  private static String nameOnly(Spot spot) {
    var words = spot.words().replace('\\', '/');
    int inside = words.indexOf("!/");
    return words.substring(words.lastIndexOf('/', inside < 0 ? words.length() : inside) + 1);
  }
}
