package dev.interlock.torture.crm;

import dev.interlock.sandbox.records.By;
import dev.interlock.sandbox.world.Change;
import dev.interlock.sandbox.world.Contact;
import dev.interlock.sandbox.world.Message;
import dev.interlock.sandbox.world.Note;
import dev.interlock.sandbox.world.Opportunity;
import dev.interlock.sandbox.world.Pipeline;
import dev.interlock.sandbox.world.Task;
import dev.interlock.sandbox.world.Watcher;
import dev.interlock.sandbox.world.World;
import dev.interlock.torture.ledger.ContactState;
import dev.interlock.torture.ledger.ContactState.Card;
import dev.interlock.torture.ledger.Sending;
import dev.interlock.torture.ledger.Work;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Writes down everything that changes in a CRM, as the CRM itself sees it.
public final class CrmHistory implements Watcher {
  private static final Set<String> LOST = Set.of("failed", "undelivered");

  private final World world;
  private final Map<String, List<ContactState>> states = new HashMap<>();
  private final Map<String, Sending> sent = new LinkedHashMap<>();
  private final List<Work> work = new ArrayList<>();

  private CrmHistory(World world) {
    this.world = world;
  }

  /// Writes down what happens from now on.
  public static CrmHistory of(World world) {
    var history = new CrmHistory(world);
    world.watch(history);
    return history;
  }

  @Override
  public void saw(Change change) {
    switch (change) {
      case Change.Created(Contact contact, _, _) -> contact(change, contact);
      case Change.ContactChanged(_, var contact, _, _) -> contact(change, contact);
      case Change.Created(Opportunity deal, _, _) -> deal(change, deal);
      case Change.OpportunityChanged(_, var deal, _, _) -> deal(change, deal);
      case Change.Deleted(Opportunity deal, _, _) ->
          next(change, state -> state.without(change.at(), deal.id()));
      case Change.Created(Message message, By by, _) when by == By.API && message.isOutbound() ->
          message(message);
      case Change.MessageChanged(_, var message, _, _) when sent.containsKey(message.id()) ->
          message(message);
      case Change.Created(Task task, By by, _) when by == By.API ->
          work.add(new Work(task.id(), task.contactId(), task.title() + "\n" + task.body()));
      case Change.Created(Note note, By by, _) when by == By.API ->
          work.add(new Work(note.id(), note.contactId(), note.body()));
      case Change.Created _,
          Change.Deleted _,
          Change.MessageChanged _,
          Change.MailTold _,
          Change.AppointmentChanged _,
          Change.TaskChanged _,
          Change.NoteChanged _,
          Change.Enrolled _ -> {}
    }
  }

  private void contact(Change change, Contact contact) {
    var fields = new HashMap<String, String>();
    contact
        .customFields()
        .forEach((id, value) ->
            world
                .directory()
                .customField(id, "")
                .ifPresent(field ->
                    fields.put(
                        field.name(), value.isString() ? value.stringValue() : value.toString())));
    next(change, state -> state.with(change.at(), contact.tags(), fields));
  }

  private void deal(Change change, Opportunity deal) {
    var pipeline = world.opportunities().pipeline(deal.pipelineId()).map(Pipeline::name).orElse("");
    var stage = world.opportunities().stageOf(deal).name();
    var card = new Card(pipeline, stage, deal.status().toLowerCase(Locale.ROOT));
    next(change, state -> state.with(change.at(), deal.id(), card));
  }

  private void next(Change change, UnaryOperator<ContactState> step) {
    var known = states.computeIfAbsent(change.contactId(), _ -> new ArrayList<>());
    known.add(step.apply(known.isEmpty() ? ContactState.blank(change.at()) : known.getLast()));
  }

  private void message(Message message) {
    sent.put(
        message.id(),
        new Sending(
            message.id(),
            message.contactId(),
            message.channel(),
            (message.subject() + "\n" + message.body()).strip().replaceAll("\\s+", " "),
            message.added(),
            !LOST.contains(message.status())));
  }

  /// Messages that went out through the API, the earliest first.
  public List<Sending> sent() {
    return world.ask(() -> List.copyOf(sent.values()));
  }

  /// Tasks and notes that came through the API.
  public List<Work> work() {
    return world.ask(() -> List.copyOf(work));
  }

  /// How each contact was, the earliest first.
  public Map<String, List<ContactState>> states() {
    return world.ask(() -> {
      var all = new HashMap<String, List<ContactState>>();
      states.forEach((contact, known) -> all.put(contact, List.copyOf(known)));
      return Map.copyOf(all);
    });
  }
}
