package dev.interlock.verifier.finding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A report as compilers print it: one line per finding that editors can jump to, the line of the
/// source below it, why it matters, and what to do.
///
/// Why a rule exists is said with its first finding only.
public final class ReportText {
  private final Paint paint;
  private final Set<String> explained = new HashSet<>();

  private ReportText(Paint paint) {
    this.paint = paint;
  }

  /// The whole report without colours and sources.
  public static String of(Report report) {
    return of(Review.of(report, Spots.remembered()), Paint.none());
  }

  /// The whole report, each line ended.
  public static String of(Review review, Paint paint) {
    var text = new ReportText(paint);
    StringBuilder whole = new StringBuilder();
    for (Remark remark : review.remarks()) {
      whole.append(text.entry(remark, review.rules())).append('\n');
    }
    if (!(review.proof() instanceof Proof.Unasked)) {
      whole.append(ProofText.of(review.proof())).append('\n');
    }
    if (review.rehearsals() > 0) {
      whole
          .append(Summary.counted(review.rehearsals(), "accepted scenario"))
          .append(review.rehearsals() == 1 ? " comes" : " come")
          .append(" to what was accepted\n");
    }
    return whole.append(Summary.of(review)).append('\n').toString();
  }

  /// The last line alone.
  public static String summary(Report report) {
    return Summary.of(Review.of(report, Spots.remembered()));
  }

  private String entry(Remark remark, List<RuleOutcome> rules) {
    var snippet = new Snippet(remark.spot(), part(remark), paint);
    StringBuilder entry = new StringBuilder(heading(remark)).append('\n');
    if (!remark.isWaived()) {
      entry.append(snippet.text());
    }
    for (Note note : notes(remark, rules)) {
      entry.append(note.text(snippet.margin(), paint));
    }
    return entry.toString();
  }

  private String heading(Remark remark) {
    Finding finding = remark.finding();
    String place = remark.spot().words();
    String contract = finding.contract().isEmpty() ? "" : finding.contract() + ": ";
    return (place.isEmpty() ? "" : Visible.line(place) + ": ")
        + paint.on(part(remark), remark.weight() + "[" + finding.rule() + "]")
        + ": "
        + paint.on(Paint.Part.MESSAGE, Visible.line(contract + finding.message()));
  }

  /// What is said below the source.
  private List<Note> notes(Remark remark, List<RuleOutcome> rules) {
    Finding finding = remark.finding();
    List<Note> notes = new ArrayList<>();
    if (remark.waiver().isPresent()) {
      var waiver = remark.waiver().get();
      notes.add(new Note("until " + waiver.until() + " by " + waiver.decidedBy(), waiver.reason()));
      notes.add(new Note("made up for by", waiver.compensation()));
      remark.replay().ifPresent(replay -> notes.add(replayed(replay)));
      return notes;
    }
    if (explained.add(finding.rule())) {
      rules.stream()
          .filter(rule -> rule.rule().equals(finding.rule()))
          .findFirst()
          .ifPresent(rule -> notes.add(new Note("because", rule.reason())));
    }
    Tale tale = Tale.of(finding.evidence());
    if (!tale.heading().isEmpty()) {
      notes.add(new Note("story", tale.heading(), tale.lines()));
    }
    if (!tale.assumption().isEmpty()) {
      notes.add(new Note("unless", tale.assumption()));
    }
    if (!finding.help().isEmpty()) {
      notes.add(new Note("help", finding.help()));
    }
    remark.replay().ifPresent(replay -> notes.add(replayed(replay)));
    return notes;
  }

  private static Note replayed(Replay replay) {
    String seen =
        replay.isSeen()
            ? ""
            : "; it tells the story and names no rule, since no monitor watches for this one";
    return new Note("trace", replay.file() + seen, List.of(replay.command()));
  }

  private static Paint.Part part(Remark remark) {
    if (remark.isWaived()) {
      return Paint.Part.WAIVED;
    }
    return switch (remark.finding().severity()) {
      case ERROR -> Paint.Part.ERROR;
      case WARNING -> Paint.Part.WARNING;
      case NOTE -> Paint.Part.NOTE;
    };
  }
}
