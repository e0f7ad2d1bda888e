package dev.interlock.sandbox.modules;

import dev.interlock.sandbox.records.ExecutionRow;
import dev.interlock.sandbox.records.ModuleCallRow;
import dev.interlock.sandbox.time.Schedule;
import dev.interlock.sandbox.time.Seed;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The app's trigger and action in workflows of all locations. Safe for use by several threads.
///
/// As the vendor does, it tells the app where each trigger listens, and lets it fire whenever the
/// app says so: which filters somebody chose is the app's to heed. What is told is told once; what
/// the vendor does when the app does not take it is not known.
public final class Modules implements AutoCloseable {
  /// The path below which triggers listen.
  public static final String PATH = "/workflows-marketplace/triggers/execute/";

  private static final int FINE = 200;
  private static final int FORBIDDEN = 403;
  private static final int MISSING = 404;

  private final InstantSource clock;
  private final Seed seed;
  private final String companyId;
  private final Enrolment enrolment;
  private final Caller caller = new Caller();
  private final Schedule<Planned> schedule;
  private final Map<String, Trigger> triggers = new LinkedHashMap<>();
  private final Map<String, String> steps = new HashMap<>();
  private final Deque<Integer> refusals = new ArrayDeque<>();
  private final List<ModuleCallRow> calls = new ArrayList<>();
  private final List<ExecutionRow> executions = new ArrayList<>();
  private Optional<Planned> underWay = Optional.empty();
  private Optional<Portal> portal = Optional.empty();
  private URI base = URI.create("http://127.0.0.1");
  private int added;

  /// Puts a contact into a workflow, or nobody where the contact is not known.
  @FunctionalInterface
  public interface Enrolment {
    void enrol(String locationId, String workflowId, String contactId);
  }

  private record Planned(
      Instant due,
      String what,
      String locationId,
      String workflowId,
      String about,
      ObjectNode body) {}

  /// No workflow has any.
  ///
  /// @param whenAdded told whenever there is a call to make
  public Modules(
      InstantSource clock, Seed seed, String companyId, Enrolment enrolment, Runnable whenAdded) {
    this.clock = clock;
    this.seed = seed;
    this.companyId = companyId;
    this.enrolment = enrolment;
    this.schedule = new Schedule<>(whenAdded);
  }

  /// Where the API is reached, below which triggers listen.
  public synchronized void listenAt(URI api) {
    base = api;
  }

  /// The app's maker enters this from now on.
  public synchronized void enter(Portal entered) {
    portal = Optional.of(entered);
  }

  /// Somebody adds the trigger to a workflow.
  ///
  /// @return its id
  public synchronized String add(String locationId, String workflowId, Filter... chosen) {
    added++;
    var id = seed.identifier("trigger", Integer.toString(added));
    var trigger = new Trigger(id, locationId, workflowId, List.of(chosen));
    triggers.put(id, trigger);
    tell("CREATED", trigger);
    return id;
  }

  /// Somebody chooses something else in a trigger.
  public synchronized void change(String triggerId, Filter... chosen) {
    var changed = trigger(triggerId).choosing(List.of(chosen));
    triggers.put(triggerId, changed);
    tell("UPDATED", changed);
  }

  /// Somebody removes a trigger from its workflow.
  public synchronized void remove(String triggerId) {
    tell("DELETED", trigger(triggerId));
    triggers.remove(triggerId);
  }

  private Trigger trigger(String id) {
    return Optional.ofNullable(triggers.get(id))
        .orElseThrow(() -> new IllegalArgumentException("no workflow has the trigger " + id));
  }

  /// Where a trigger listens.
  public synchronized String targetUrl(String triggerId) {
    return base + PATH + seed.identifier("app of triggers") + "/" + triggerId;
  }

  private void tell(String eventType, Trigger trigger) {
    var body = trigger.told(eventType, targetUrl(trigger.id()), companyId);
    plan(eventType, trigger.locationId(), trigger.workflowId(), trigger.id(), body);
  }

  private void plan(
      String what, String locationId, String workflowId, String about, ObjectNode body) {
    var now = clock.instant();
    schedule.add(now, "modules", new Planned(now, what, locationId, workflowId, about, body));
  }

  /// Somebody puts the action into a workflow: whoever comes into it is to start a contract.
  public synchronized void addStep(String workflowId, String contract) {
    steps.put(workflowId, contract);
  }

  /// A contact has come into a workflow.
  public synchronized void joined(String locationId, String workflowId, String contactId) {
    var contract = steps.get(workflowId);
    if (contract == null) {
      return;
    }
    var body = JsonNodeFactory.instance.objectNode();
    body.putObject("data").put("contract", contract);
    body.putObject("extras")
        .put("locationId", locationId)
        .put("contactId", contactId)
        .put("workflowId", workflowId);
    body.putObject("meta").put("key", "start_contract").put("version", "1.0");
    plan("ACTION", locationId, workflowId, contactId, body);
  }

  /// The next executions are answered so, one after the other, and fire nothing.
  public synchronized void refuse(int... statuses) {
    for (int status : statuses) {
      refusals.add(status);
    }
  }

  /// The app lets a trigger fire.
  ///
  /// @param holder the location that the app's token is for
  /// @return the status to answer
  public int execute(String holder, String triggerId, Map<String, String> payload) {
    Optional<Trigger> fired;
    int status;
    synchronized (this) {
      fired = Optional.ofNullable(triggers.get(triggerId));
      status = status(fired, holder);
      executions.add(
          new ExecutionRow(
              clock.instant(),
              holder,
              fired.map(Trigger::workflowId).orElse(""),
              triggerId,
              status,
              payload));
    }
    var contact = Optional.ofNullable(payload.get("contactId"));
    if (status == FINE && fired.isPresent() && contact.isPresent()) {
      enrolment.enrol(holder, fired.get().workflowId(), contact.get());
    }
    return status;
  }

  private int status(Optional<Trigger> fired, String holder) {
    if (fired.isEmpty()) {
      return MISSING;
    }
    if (!fired.get().locationId().equals(holder)) {
      return FORBIDDEN;
    }
    Integer refusal = refusals.poll();
    return refusal == null ? FINE : refusal;
  }

  /// When the next call is due; one that is not answered yet was due already.
  public synchronized Optional<Instant> nextAt() {
    return Stream.concat(underWay.map(Planned::due).stream(), schedule.nextAt().stream())
        .min(Instant::compareTo);
  }

  /// Makes the calls that are due, waits for the answers, and says how many it were.
  public int deliverDue() {
    int made = 0;
    while (begun().isPresent()) {
      made++;
    }
    return made;
  }

  private Optional<Planned> begun() {
    Optional<Planned> next;
    Optional<Portal> entered;
    synchronized (this) {
      next = schedule.takeNext(clock.instant());
      entered = portal;
      underWay = entered.isPresent() ? next : Optional.empty();
    }
    if (next.isPresent() && entered.isPresent()) {
      make(next.get(), entered.get());
    }
    return next;
  }

  private void make(Planned call, Portal entered) {
    var to = call.what().equals("ACTION") ? entered.action() : entered.subscription();
    var answer = caller.post(to, entered.headers(), call.body());
    synchronized (this) {
      underWay = Optional.empty();
      calls.add(
          new ModuleCallRow(
              clock.instant(),
              call.what(),
              call.locationId(),
              call.workflowId(),
              call.about(),
              answer.status(),
              answer.body()));
    }
  }

  /// All calls to the app so far.
  public synchronized List<ModuleCallRow> calls() {
    return List.copyOf(calls);
  }

  /// All executions that the app asked for so far.
  public synchronized List<ExecutionRow> executions() {
    return List.copyOf(executions);
  }

  @Override
  public void close() {
    caller.close();
  }
}
