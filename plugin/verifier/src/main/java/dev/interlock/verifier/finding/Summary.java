package dev.interlock.verifier.finding;

/// The last line of a report.
final class Summary {
  private Summary() {}

  static String of(Review review) {
    int waived = review.waived().size();
    String also = waived == 0 ? "" : ", %s waived".formatted(counted(waived, "finding"));
    if (review.rules().isEmpty()) {
      return counted(review.count(Severity.ERROR), "error")
          + "; the rules are asked once all contracts can be read";
    }
    int notes = review.count(Severity.NOTE);
    String checked =
        "%s, %s"
            .formatted(
                counted(review.contracts(), "contract"), counted(review.rules().size(), "rule"));
    if (review.open().isEmpty()) {
      return checked + ": nothing found" + also;
    }
    return checked
        + ": "
        + counted(review.count(Severity.ERROR), "error")
        + ", "
        + counted(review.count(Severity.WARNING), "warning")
        + (notes == 0 ? "" : ", " + counted(notes, "note"))
        + also;
  }

  static String counted(int number, String thing) {
    return number == 1 ? "1 " + thing : number + " " + thing + "s";
  }
}
