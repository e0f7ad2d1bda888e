package dev.interlock.handbook.diagram;

import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.Step;
import dev.interlock.handbook.words.Anchors;

/// Where the boxes of a drawing lead.
interface Links {
  String trigger();

  String entry();

  String step(Step step);

  String handler(int number);

  String exit(ExitName exit);

  /// Nowhere: a drawing that stands alone.
  static Links none() {
    return new ToPage("", false);
  }

  /// To the places of the contract's page; `page` is empty on the page itself.
  static Links to(String page) {
    return new ToPage(page, true);
  }

  /// Links to one page, or to none.
  record ToPage(String page, boolean linked) implements Links {
    @Override
    public String trigger() {
      return at(Anchors.TRIGGER);
    }

    @Override
    public String entry() {
      return at(Anchors.ENTRY);
    }

    @Override
    public String step(Step step) {
      return at(Anchors.step(step.name()));
    }

    @Override
    public String handler(int number) {
      return at(Anchors.handler(number));
    }

    @Override
    public String exit(ExitName exit) {
      return at(Anchors.exit(exit));
    }

    private String at(String anchor) {
      return linked ? page + "#" + anchor : "";
    }
  }
}
