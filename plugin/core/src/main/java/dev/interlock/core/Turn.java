package dev.interlock.core;

import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.contact.Known;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.program.Program;
import dev.interlock.core.run.Command;
import dev.interlock.core.run.CommandId;
import dev.interlock.core.run.Decision;
import dev.interlock.core.run.Effect;
import dev.interlock.core.run.Entry;
import dev.interlock.core.run.Facts;
import dev.interlock.core.run.Memory;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.Standing;
import dev.interlock.core.run.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One decision in the making: the run as it was, and what has been decided so far. It lives for
/// one call and is seen by one thread; from outside, deciding stays a pure function.
final class Turn {
  final Program program;
  final Run run;
  final Facts facts;
  final Instant now;
  private final List<Command> commands = new ArrayList<>();
  private final List<Entry> journal = new ArrayList<>();
  private final List<Effect> effects = new ArrayList<>();
  private Memory memory;

  Turn(Program program, Run run, Facts facts, Instant now) {
    this.program = program;
    this.run = run;
    this.facts = facts;
    this.now = now;
    this.memory = run.memory();
  }

  Memory memory() {
    return memory;
  }

  boolean hasContact() {
    return facts.contact() instanceof Known.Said<ContactSnapshot>;
  }

  /// What to ask conditions of; only when the contact was read.
  View view() {
    return switch (facts.contact()) {
      case Known.Said<ContactSnapshot>(var contact) ->
          new View(contact, facts.around(), run.id(), memory.subject(), memory.deals(), now);
      case Known.Unsaid<ContactSnapshot> _ ->
          throw new IllegalStateException("the contact was not read for this decision");
    };
  }

  void note(Entry.Kind kind, String step, String words) {
    journal.add(new Entry(kind, step, words));
  }

  void effect(Effect effect) {
    effects.add(effect);
  }

  CommandId command(String step, int retries, Command.Doing doing) {
    memory = memory.commanding();
    CommandId id = new CommandId(run.id(), memory.commands());
    commands.add(new Command(id, step, retries, doing));
    return id;
  }

  void latch(DomainEvent event) {
    List<DomainEvent> more = new ArrayList<>(memory.latched());
    more.add(event);
    memory = memory.latching(more);
  }

  void unlatch(DomainEvent event) {
    List<DomainEvent> fewer = new ArrayList<>(memory.latched());
    fewer.remove(event);
    memory = memory.latching(fewer);
  }

  void forgetLatched() {
    memory = memory.latching(List.of());
  }

  void heard(DomainEvent event, boolean optOut) {
    memory = memory.hearing(event, optOut);
  }

  void sent(Memory.Sent message) {
    memory = memory.sending(message);
  }

  void made(Memory.Task task) {
    memory = memory.making(task);
  }

  void keeps(PipelineName pipeline, DealId deal) {
    memory = memory.keeping(pipeline, deal);
  }

  void wrote(String attribute) {
    memory = memory.writing(attribute);
  }

  void causedBy(DomainEvent event) {
    memory = memory.causedBy(event.occurredAt());
  }

  void reopened(Instant ended) {
    memory = memory.reopened(ended);
  }

  void granted(Memory.Grant grant) {
    memory = memory.granting(Optional.of(grant));
  }

  void forgetGrant() {
    memory = memory.granting(Optional.empty());
  }

  /// The leave to send that was given at a place, if the run still stands there.
  Optional<Memory.Grant> grantAt(NodeId at) {
    return memory.grant().filter(grant -> grant.at().equals(at));
  }

  Verdict rest(Standing standing) {
    if (standing.place().flatMap(this::grantAt).isEmpty()) {
      forgetGrant();
    }
    Run next = run.remembering(memory).at(standing);
    return new Verdict.Decided(new Decision(next, commands, journal, effects));
  }

  Verdict unchanged() {
    return new Verdict.Decided(Decision.unchanged(run));
  }

  static Verdict needsContact() {
    return new Verdict.NeedsContact();
  }
}
