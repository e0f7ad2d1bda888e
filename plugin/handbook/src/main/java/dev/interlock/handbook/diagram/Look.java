package dev.interlock.handbook.diagram;

import dev.interlock.contract.model.ExitKind;

/// What a box stands for, and with it how the stylesheet draws it.
enum Look {
  START("start"),
  GATE("gate"),
  MESSAGE("message"),
  ACTION("action"),
  PAUSE("pause"),
  LISTEN("listen"),
  DECISION("decision"),
  WORKFLOW("workflow"),
  ELSEWHERE("elsewhere"),
  STAGE("end stage"),
  LAST_STAGE("end stage last"),
  TURNED_AWAY("end turned-away"),
  SUCCESS("end success"),
  DECLINED("end declined"),
  UNRESPONSIVE("end unresponsive"),
  HANDOVER("end handover"),
  FAILED("end failed"),
  DISPLACED("end displaced"),
  WITHDRAWN("end withdrawn");

  private final String css;

  Look(String css) {
    this.css = css;
  }

  /// The classes by which the stylesheet knows it.
  String css() {
    return css;
  }

  /// Whether it is drawn small and round: endings and stages.
  boolean isEnd() {
    return css.startsWith("end ");
  }

  static Look of(ExitKind kind) {
    return switch (kind) {
      case SUCCESS -> SUCCESS;
      case DECLINED -> DECLINED;
      case UNRESPONSIVE -> UNRESPONSIVE;
      case HANDOVER -> HANDOVER;
      case FAILED -> FAILED;
      case DISPLACED -> DISPLACED;
      case WITHDRAWN -> WITHDRAWN;
    };
  }
}
