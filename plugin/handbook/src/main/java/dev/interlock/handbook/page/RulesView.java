package dev.interlock.handbook.page;

import java.util.List;

/// What holds over all workflows.
public record RulesView(Frame frame, List<Labelled> sections, List<Setting> settings) {
  public RulesView {
    sections = List.copyOf(sections);
    settings = List.copyOf(settings);
  }

  /// A value that differs per client.
  public record Setting(String name, String meaning, String example) {}
}
