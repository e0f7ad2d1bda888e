package dev.interlock.app.report;

import dev.interlock.app.console.Console;
import dev.interlock.app.console.Json;
import dev.interlock.verifier.finding.Paint;
import dev.interlock.verifier.finding.ReportData;
import dev.interlock.verifier.finding.ReportText;
import dev.interlock.verifier.finding.Review;

/// Shows reviews on a console.
public record Showing(Console console) {

  /// As compilers print it, in colour where colour is wanted.
  public void text(Review review) {
    ReportText.of(review, paint()).lines().forEach(console::say);
  }

  /// As one JSON object.
  public void json(Review review) {
    console.say(Json.of(ReportData.of(review)));
  }

  private Paint paint() {
    return (part, text) ->
        switch (part) {
          case ERROR -> console.bad(text);
          case WARNING -> console.odd(text);
          case WAIVED, GUTTER -> console.faint(text);
          case MESSAGE, NOTE -> console.bold(text);
        };
  }
}
