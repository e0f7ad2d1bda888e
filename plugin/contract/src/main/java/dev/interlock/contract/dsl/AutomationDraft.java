package dev.interlock.contract.dsl;

import dev.interlock.contract.model.AutomationName;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Operation.Automation;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.model.PurposeName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What has been said of one of the CRM's own automations so far.
public record AutomationDraft(
    AutomationName name,
    List<EventPattern> startsOn,
    List<Leaves> mayWrite,
    Set<PurposeName> maySend,
    Position position) {
  public AutomationDraft {
    startsOn = List.copyOf(startsOn);
    mayWrite = List.copyOf(mayWrite);
    maySend = Set.copyOf(maySend);
  }

  /// What starts it.
  public AutomationDraft startsOn(EventPattern... events) {
    return new AutomationDraft(
        name, Drafts.joined(startsOn, List.of(events)), mayWrite, maySend, position);
  }

  /// What it may leave behind, in any order.
  public AutomationDraft mayWrite(Leaves... writes) {
    return new AutomationDraft(
        name, startsOn, Drafts.joined(mayWrite, List.of(writes)), maySend, position);
  }

  /// What its messages are for.
  public AutomationDraft maySend(String... purposes) {
    Set<PurposeName> named = new LinkedHashSet<>(maySend);
    for (String purpose : purposes) {
      named.add(new PurposeName(purpose));
    }
    return new AutomationDraft(name, startsOn, mayWrite, named, position);
  }

  Automation automation() {
    return new Automation(name, startsOn, mayWrite, maySend, position);
  }
}
