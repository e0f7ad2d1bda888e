package dev.interlock.app.gate;

import dev.interlock.verifier.finding.Remark;
import dev.interlock.verifier.finding.Review;
import dev.interlock.verifier.finding.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What an operator is told about contracts that do not go live.
final class Notices {
  private static final int LINES = 20;

  private Notices() {}

  static Optional<String> refused(Path folder, Review review, Running running) {
    var errors = review.count(Severity.ERROR);
    var first =
        review.open().stream()
            .filter(remark -> remark.finding().severity() == Severity.ERROR)
            .findFirst()
            .map(remark -> " The first: " + line(remark) + ".")
            .orElse("");
    return Optional.of(
        "What lies in %s does not go live: %s.%s %s"
            .formatted(
                folder, errors == 1 ? "1 error" : errors + " errors", first, meanwhile(running)));
  }

  static Optional<String> notYet(Path folder, String reason, Running running) {
    return Optional.of(
        "What lies in %s does not go live: %s. %s".formatted(folder, reason, meanwhile(running)));
  }

  static Optional<String> unreadable(Path folder, Running running) {
    return Optional.of(
        "The plugins folder %s cannot be read. %s".formatted(folder, meanwhile(running)));
  }

  static Optional<String> empty(Path folder, Running running) {
    return Optional.of("There is no plugin jar in %s. %s".formatted(folder, meanwhile(running)));
  }

  static Optional<String> retired(Path folder) {
    return Optional.of(
        "The last plugin jar was taken away from %s: nothing takes new entries, and runs under way"
                .formatted(folder)
            + " finish.");
  }

  private static String meanwhile(Running running) {
    return running.live().isPresent()
        ? "What went live before keeps serving. `interlock plugins` shows all of it."
        : "Nothing is live. `interlock plugins` shows all of it.";
  }

  /// The findings, one line each.
  static List<String> lines(Review review) {
    return review.open().stream().limit(LINES).map(Notices::line).toList();
  }

  private static String line(Remark remark) {
    var finding = remark.finding();
    var place = remark.spot().words();
    var contract = finding.contract().isEmpty() ? "" : finding.contract() + ": ";
    return (place.isEmpty() ? "" : place + ": ")
        + contract
        + finding.message()
        + " ("
        + finding.rule()
        + ")";
  }
}
