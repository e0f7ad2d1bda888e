package dev.interlock.sandbox.world;

import dev.interlock.sandbox.records.By;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The CRM's own automations. They do nothing in here but remember who is in them.
public final class NativeWorkflows {
  private final Ground ground;
  private final Map<String, NativeWorkflow> byId = new LinkedHashMap<>();
  private final Map<String, Set<String>> members = new LinkedHashMap<>();

  NativeWorkflows(Ground ground) {
    this.ground = ground;
  }

  /// Adds a workflow, `draft` or `published`.
  public NativeWorkflow add(String name, String status) {
    var id = ground.fixedId("workflow", name);
    var workflow = new NativeWorkflow(id, name, status, ground.now());
    byId.put(id, workflow);
    return workflow;
  }

  /// All workflows.
  public List<NativeWorkflow> all() {
    return List.copyOf(byId.values());
  }

  /// The workflow with an id.
  public Optional<NativeWorkflow> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// Puts a contact in; nothing happens when it is in already.
  public void join(String workflowId, String contactId, By by) {
    if (members.computeIfAbsent(workflowId, _ -> new LinkedHashSet<>()).add(contactId)) {
      ground.tell(new Change.Enrolled(contactId, workflowId, true, by, ground.now()));
    }
  }

  /// Takes a contact out; nothing happens when it is not in.
  public void leave(String workflowId, String contactId, By by) {
    if (members.getOrDefault(workflowId, new LinkedHashSet<>()).remove(contactId)) {
      ground.tell(new Change.Enrolled(contactId, workflowId, false, by, ground.now()));
    }
  }
}
