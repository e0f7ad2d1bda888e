package dev.interlock.crm.highlevel.wire;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A pipeline and its stages.
public record WirePipeline(Json json) {
  public WirePipeline {
    var _ = json.id();
    json.list("stages").forEach(Json::id);
  }

  public String id() {
    return json.id();
  }

  public Optional<String> name() {
    return json.text("name");
  }

  /// The stages in the order that people see.
  public List<Stage> stages() {
    return json.list("stages").stream()
        .map(Stage::new)
        .sorted(Comparator.comparing(Stage::position))
        .toList();
  }

  /// A stage of a pipeline.
  public record Stage(Json json) {
    public Stage {
      var _ = json.id();
    }

    public String id() {
      return json.id();
    }

    public Optional<String> name() {
      return json.text("name");
    }

    /// Stages without a position keep their place at the end.
    BigDecimal position() {
      return json.number("position").orElse(BigDecimal.valueOf(Long.MAX_VALUE));
    }
  }
}
