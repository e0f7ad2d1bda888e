package dev.interlock.verifier.prove.concrete;

import dev.interlock.simulation.Author;
import dev.interlock.simulation.Chronicle;
import dev.interlock.simulation.Fact;
import dev.interlock.simulation.monitor.Breach;
import dev.interlock.simulation.script.By;
import dev.interlock.verifier.prove.claim.Subject;

/// Whether a monitor saw what the finding says, and not something else of the same rule.
///
/// Where two parties break a rule together, monitors name the attribute and findings the step.
record Fitting(Subject subject, Chronicle chronicle) {

  boolean fits(Breach breach) {
    return breach.parties().contains(subject.contract().id().text())
        && subject.about().map(breach.about()::contains).orElse(true)
        && isThere(breach);
  }

  private boolean isThere(Breach breach) {
    return switch (subject.rule()) {
      case "E-CONTACT-CONTESTED", "E-STAGE-STRANDED", "E-GROUP-BROKEN" -> true;
      case "E-WRITE-CONFLICT" -> isWritten(breach);
      case "E-MSG-DUPLICATE" -> breach.at().isEmpty() || isAt(breach.at());
      default -> isAt(breach.at());
    };
  }

  /// Whether it is the very write of which the finding speaks that undoes another, or the very
  /// attribute before which two stand.
  private boolean isWritten(Breach breach) {
    return switch (chronicle.facts().get(breach.fact()).fact()) {
      case Fact.Given _ -> breach.at().equals(subject.at());
      case Fact.Written(Author.Ours(_, var step), _, _, _) -> isAt(step);
      case Fact.Written(Author.Another(By.Automation(var name)), _, _, _) -> isAt(name.text());
      case Fact _ -> false;
    };
  }

  /// A step inside a repeat stands at a place for each turn.
  private boolean isAt(String place) {
    int turn = place.indexOf('#');
    return (turn < 0 ? place : place.substring(0, turn)).equals(subject.at());
  }
}
