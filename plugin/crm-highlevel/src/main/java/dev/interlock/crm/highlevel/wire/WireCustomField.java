package dev.interlock.crm.highlevel.wire;

import java.util.List;
import java.util.Optional;

/// The definition of a custom field.
public record WireCustomField(Json json) {
  public WireCustomField {
    var _ = json.id();
  }

  public String id() {
    return json.id();
  }

  public Optional<String> name() {
    return json.text("name");
  }

  public Optional<String> fieldKey() {
    return json.text("fieldKey");
  }

  public Optional<String> dataType() {
    return json.text("dataType");
  }

  public Optional<String> model() {
    return json.text("model");
  }

  public List<String> options() {
    return json.texts("picklistOptions");
  }
}
