package dev.interlock.crm.highlevel.wire;

import java.time.Instant;
import java.util.List;

/// Calls about what hangs on a contact.
public final class ContactWorkCalls {
  private final Exchange exchange;

  ContactWorkCalls(Exchange exchange) {
    this.exchange = exchange;
  }

  public Answer<List<WireTask>> tasks(String contactId) {
    var call = WireCall.of(Operation.LIST_TASKS).id("contactId", contactId);
    return exchange.ask(call, json -> json.all("tasks", WireTask::new));
  }

  public Answer<WireTask> createTask(String contactId, NewTask task) {
    var call = WireCall.of(Operation.CREATE_TASK).id("contactId", contactId).body(task.json());
    return exchange.ask(call, json -> new WireTask(json.at("task")));
  }

  public Answer<Done> setTaskCompleted(String contactId, String taskId, boolean completed) {
    return exchange.order(
        WireCall.of(Operation.SET_TASK_COMPLETED)
            .id("contactId", contactId)
            .id("taskId", taskId)
            .body(Body.of("completed", completed)));
  }

  public Answer<List<WireNote>> notes(String contactId) {
    var call = WireCall.of(Operation.LIST_NOTES).id("contactId", contactId);
    return exchange.ask(call, json -> json.all("notes", WireNote::new));
  }

  /// Adds a note; a short reference of ours at its end lets us find it again.
  public Answer<WireNote> createNote(String contactId, String text) {
    var call =
        WireCall.of(Operation.CREATE_NOTE).id("contactId", contactId).body(Body.of("body", text));
    return exchange.ask(call, json -> new WireNote(json.at("note")));
  }

  /// Puts the contact into one of the CRM's own automations, which may ignore it by rules of its
  /// own.
  public Answer<Done> addToWorkflow(String contactId, String workflowId, Instant eventStart) {
    return workflow(Operation.ADD_TO_WORKFLOW, contactId, workflowId, eventStart);
  }

  public Answer<Done> removeFromWorkflow(String contactId, String workflowId, Instant eventStart) {
    return workflow(Operation.REMOVE_FROM_WORKFLOW, contactId, workflowId, eventStart);
  }

  private Answer<Done> workflow(
      Operation operation, String contactId, String workflowId, Instant eventStart) {
    return exchange.order(
        WireCall.of(operation)
            .id("contactId", contactId)
            .id("workflowId", workflowId)
            .body(Body.of("eventStartTime", Times.isoWithOffset(eventStart))));
  }

  public Answer<List<WireAppointment>> appointments(String contactId) {
    var call = WireCall.of(Operation.LIST_CONTACT_APPOINTMENTS).id("contactId", contactId);
    return exchange.ask(call, json -> json.all("events", WireAppointment::new));
  }
}
