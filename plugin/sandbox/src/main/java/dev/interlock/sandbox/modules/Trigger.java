package dev.interlock.sandbox.modules;

import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The app's trigger in one workflow.
record Trigger(String id, String locationId, String workflowId, List<Filter> filters) {
  static final String KEY = "contract_ended";

  Trigger {
    filters = List.copyOf(filters);
  }

  Trigger choosing(List<Filter> others) {
    return new Trigger(id, locationId, workflowId, others);
  }

  /// What the app is told of it.
  ObjectNode told(String eventType, String targetUrl, String companyId) {
    var body = JsonNodeFactory.instance.objectNode();
    var data = body.putObject("triggerData").put("id", id).put("key", KEY);
    var chosen = data.putArray("filters");
    filters.forEach(filter ->
        chosen
            .addObject()
            .put("field", filter.field())
            .put("id", filter.field())
            .put("operator", filter.operator())
            .put("title", filter.field())
            .put("type", "select")
            .put("value", filter.value()));
    data.put("eventType", eventType).put("targetUrl", targetUrl);
    body.putObject("meta").put("key", KEY).put("version", "1.0");
    body.putObject("extras")
        .put("locationId", locationId)
        .put("workflowId", workflowId)
        .put("companyId", companyId);
    return body;
  }
}
