package dev.interlock.verifier.walk;

import dev.interlock.contract.model.StageRef;

/// A name of something that the business or the CRM has.
///
/// @param within the pipeline of a stage, the contract of an exit; empty for everything else
public record Name(Kind kind, String within, String text) {
  static Name of(Kind kind, Object name) {
    return new Name(kind, "", name.toString());
  }

  static Name of(StageRef stage) {
    return new Name(Kind.STAGE, stage.pipeline().text(), stage.stage().text());
  }

  /// As in: stage *Booked* of pipeline *Sales*.
  public String words() {
    String plain = kind.word() + " *" + text + "*";
    return switch (kind) {
      case STAGE -> plain + " of pipeline *" + within + "*";
      case EXIT -> plain + " of contract *" + within + "*";
      case PIPELINE,
          TAG,
          GROUP,
          FIELD,
          CALENDAR,
          LANE,
          TEAM,
          SETTING,
          PURPOSE,
          AUTOMATION,
          CONTRACT ->
          plain;
    };
  }
}
