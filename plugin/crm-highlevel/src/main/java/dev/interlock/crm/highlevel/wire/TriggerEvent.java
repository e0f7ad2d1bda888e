package dev.interlock.crm.highlevel.wire;

import java.util.LinkedHashMap;
import java.util.Map;

/// What a trigger is told, by the names that its workflow can use.
///
/// @param trigger its id
/// @param values in order
public record TriggerEvent(String trigger, Map<String, String> values) {
  public TriggerEvent {
    values = new LinkedHashMap<>(values);
  }

  Body body() {
    var body = new Body();
    values.forEach(body::with);
    return body;
  }
}
