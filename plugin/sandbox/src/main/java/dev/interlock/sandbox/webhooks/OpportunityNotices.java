package dev.interlock.sandbox.webhooks;

import dev.interlock.sandbox.time.Iso;
import dev.interlock.sandbox.world.Change;
import dev.interlock.sandbox.world.Opportunity;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What is told about opportunities: a general update and, beside it, one for each kind of change.
final class OpportunityNotices {
  private OpportunityNotices() {}

  static List<Notice> created(Opportunity it) {
    return List.of(
        new Notice("OpportunityCreate", fields(it)), new Notice("OpportunityUpdate", fields(it)));
  }

  static List<Notice> deleted(Opportunity it) {
    return List.of(
        new Notice("OpportunityDelete", fields(it)), new Notice("OpportunityUpdate", fields(it)));
  }

  static List<Notice> changed(Change.OpportunityChanged change) {
    var before = change.before();
    var after = change.after();
    var types = new ArrayList<String>();
    types.add("OpportunityUpdate");
    if (!before.stageId().equals(after.stageId())) {
      types.add("OpportunityStageUpdate");
    }
    if (!before.status().equals(after.status())) {
      types.add("OpportunityStatusUpdate");
    }
    if (!before.assignedTo().equals(after.assignedTo())) {
      types.add("OpportunityAssignedToUpdate");
    }
    if (Double.compare(before.monetaryValue(), after.monetaryValue()) != 0) {
      types.add("OpportunityMonetaryValueUpdate");
    }
    return types.stream().map(type -> new Notice(type, fields(after))).toList();
  }

  private static ObjectNode fields(Opportunity it) {
    var fields =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", it.id())
            .put("contactId", it.contactId())
            .put("monetaryValue", it.monetaryValue())
            .put("name", it.name())
            .put("pipelineId", it.pipelineId())
            .put("pipelineStageId", it.stageId())
            .put("status", it.status())
            .put("dateAdded", Iso.utc(it.added()));
    if (!it.assignedTo().isEmpty()) {
      fields.put("assignedTo", it.assignedTo());
    }
    if (!it.source().isEmpty()) {
      fields.put("source", it.source());
    }
    return fields;
  }
}
