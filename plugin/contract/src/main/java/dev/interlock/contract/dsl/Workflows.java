package dev.interlock.contract.dsl;

import dev.interlock.contract.model.Assignee;
import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.EntryClause;
import dev.interlock.contract.model.EntryClause.Demand;
import dev.interlock.contract.model.EntryClause.WhenUnknown;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.LaneClaim.WhenOccupied;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.model.Reentry;
import dev.interlock.contract.model.TeamName;
import dev.interlock.contract.model.Trigger.OwnWrites;
import java.time.Duration;
import java.util.Optional;

/// The words that frame a contract: its head, entry filter, lane and re-entry.
public final class Workflows {
  /// Refuse the contact when another run holds the lane.
  public static final WhenOccupied REFUSE = new WhenOccupied.Refuse();

  /// Displace a holder of lower priority.
  public static final WhenOccupied DISPLACE = new WhenOccupied.Displace();

  /// Admit a contact of whom the CRM does not say.
  public static final WhenUnknown ADMIT = WhenUnknown.ADMIT;

  /// Begin also when one of our own contracts caused the event.
  public static final OwnWrites OWN_WRITES_COUNT = OwnWrites.HEARD;

  private Workflows() {}

  /// Begins a contract. The id is lower case with hyphens and is what other contracts route to.
  public static Drafting.NeedsTitle workflow(String id) {
    return new Drafts.Named(new ContractId(id), Position.ofCaller());
  }

  /// The business milestone that an event stands for.
  public static Milestone milestone(String sentence) {
    return new Milestone(sentence);
  }

  /// A contact is admitted only if this holds.
  public static EntryClause require(Condition condition, String reason) {
    return clause(Demand.REQUIRE, condition, reason);
  }

  /// A contact is not admitted if this holds.
  public static EntryClause refuse(Condition condition, String reason) {
    return clause(Demand.REFUSE, condition, reason);
  }

  private static EntryClause clause(Demand demand, Condition condition, String reason) {
    return new EntryClause(
        demand, condition, reason, WhenUnknown.TURN_AWAY, Optional.empty(), Position.ofCaller());
  }

  /// What happens when another run holds the lane: `whenOccupied(REFUSE)`, and with a next action
  /// for whom it turns away, `whenOccupied(REFUSE).orElse("Front desk calls back")`.
  public static Occupied whenOccupied(WhenOccupied what) {
    return new Occupied(what, Optional.empty());
  }

  /// Wait in turn for the lane, and be refused when the limit is over.
  public static WhenOccupied inTurn(Duration limit) {
    return new WhenOccupied.Queue(limit);
  }

  /// The weight of the claim to a lane; the usual is 0.
  public static Priority priority(int weight) {
    return new Priority(weight);
  }

  /// Once in a lifetime.
  public static Reentry never() {
    return new Reentry.Never();
  }

  /// Again as soon as the last run ended.
  public static Reentry afterExit() {
    return new Reentry.AfterExit();
  }

  /// Again when so many days have passed since the last run ended.
  public static Reentry afterDays(long days) {
    return new Reentry.After(Duration.ofDays(days));
  }

  /// Again when this long has passed since the last run ended.
  public static Reentry after(Duration span) {
    return new Reentry.After(span);
  }

  /// Begins a handler that holds for the whole run: `whenever(booked()).thenExit("booked")`.
  public static Awaiting.HandlerOpen whenever(EventPattern event) {
    return new Awaits.Whenever(event, new Condition.Always(), "", Position.ofCaller());
  }

  /// Begins a waiver of a finding, by the id of its rule.
  public static Waiving.NeedsReason finding(String rule) {
    return new Waivers.Named(rule, "", Optional.empty(), "", Position.ofCaller());
  }

  /// A team of the operation.
  public static Assignee team(String name) {
    return new Assignee.Team(new TeamName(name));
  }

  /// The contract's owner.
  public static Assignee owner() {
    return new Assignee.Owner();
  }

  /// Whoever the contact is assigned to in the CRM.
  public static Assignee contactsAssignee() {
    return new Assignee.ContactsAssignee();
  }
}
