package dev.interlock.contract.text;

import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.EntryClause;
import dev.interlock.contract.model.EntryClause.Demand;
import dev.interlock.contract.model.EntryClause.WhenUnknown;
import dev.interlock.contract.model.LaneClaim;
import dev.interlock.contract.model.LaneClaim.WhenOccupied;
import dev.interlock.contract.model.LaneName;
import dev.interlock.contract.model.Reentry;
import dev.interlock.contract.model.RunKey;
import dev.interlock.contract.model.Trigger;
import dev.interlock.contract.model.Trigger.OwnWrites;

/// What begins a contract, and who may enter when, as text.
final class EntryForm {
  private EntryForm() {}

  static Node.Group write(Trigger trigger) {
    return Writing.line("starts-when", trigger.position())
        .with(EventForm.write(trigger.event()))
        .text(trigger.milestone())
        .value(ownWrites(trigger.ownWrites()))
        .done();
  }

  static Trigger readTrigger(Reading parts) {
    return new Trigger(
        parts.group(EventForm::read),
        parts.text(),
        parts.one(OwnWrites.values(), EntryForm::ownWrites),
        parts.position());
  }

  static Node.Group write(EntryClause clause) {
    return Writing.line("admits", clause.position())
        .value(demand(clause.demand()))
        .with(ConditionForm.write(clause.condition()))
        .text(clause.reason())
        .value(whenUnknown(clause.whenUnknown()))
        .ifSaid("at-entry-only", clause.atEntryOnly())
        .done();
  }

  static EntryClause readClause(Reading parts) {
    Demand demand = parts.one(Demand.values(), EntryForm::demand);
    Condition condition = parts.group(ConditionForm::read);
    return new EntryClause(
        demand,
        condition,
        parts.text(),
        parts.one(WhenUnknown.values(), EntryForm::whenUnknown),
        parts.groupIfAny("at-entry-only", Reading::text),
        parts.position());
  }

  static Node.Group write(LaneClaim lane) {
    return switch (lane) {
      case LaneClaim.InLane(var name, var whenOccupied, var priority, var orElse) ->
          Writing.line("lane")
              .text(name.text())
              .with(write(whenOccupied))
              .number(priority)
              .ifSaid("or-else", orElse)
              .done();
      case LaneClaim.NoLane(var reason) -> Writing.line("outside-lanes").text(reason).done();
    };
  }

  static LaneClaim readLane(Node.Group group) {
    return Reading.of(
        group,
        parts ->
            switch (parts.word()) {
              case "lane" ->
                  new LaneClaim.InLane(
                      new LaneName(parts.text()),
                      parts.group(EntryForm::readWhenOccupied),
                      parts.number(),
                      parts.groupIfAny("or-else", Reading::text));
              case "outside-lanes" -> new LaneClaim.NoLane(parts.text());
              default -> throw parts.unknown("a lane");
            });
  }

  private static Node.Group write(WhenOccupied whenOccupied) {
    return switch (whenOccupied) {
      case WhenOccupied.Refuse() -> Writing.group("refuse").done();
      case WhenOccupied.Queue(var limit) -> Writing.group("queue").span(limit).done();
      case WhenOccupied.Displace() -> Writing.group("displace").done();
    };
  }

  private static WhenOccupied readWhenOccupied(Node.Group group) {
    return Reading.of(
        group,
        parts ->
            switch (parts.word()) {
              case "refuse" -> new WhenOccupied.Refuse();
              case "queue" -> new WhenOccupied.Queue(parts.span());
              case "displace" -> new WhenOccupied.Displace();
              default -> throw parts.unknown("what happens when a lane is occupied");
            });
  }

  static Node.Group write(Reentry reentry) {
    Node.Group when =
        switch (reentry) {
          case Reentry.Never() -> Writing.group("never").done();
          case Reentry.AfterExit() -> Writing.group("after-exit").done();
          case Reentry.After(var span) -> Writing.group("after").span(span).done();
        };
    return Writing.line("reentry").with(when).done();
  }

  static Reentry readReentry(Reading parts) {
    return parts.group(when ->
        Reading.of(
            when,
            said ->
                switch (said.word()) {
                  case "never" -> new Reentry.Never();
                  case "after-exit" -> new Reentry.AfterExit();
                  case "after" -> new Reentry.After(said.span());
                  default -> throw said.unknown("a re-entry");
                }));
  }

  static String key(RunKey key) {
    return switch (key) {
      case CONTACT -> "contact";
      case APPOINTMENT -> "appointment";
      case OPPORTUNITY -> "opportunity";
      case INVOICE -> "invoice";
    };
  }

  private static String ownWrites(OwnWrites ownWrites) {
    return switch (ownWrites) {
      case IGNORED -> "own-writes-ignored";
      case HEARD -> "own-writes-heard";
    };
  }

  private static String demand(Demand demand) {
    return switch (demand) {
      case REQUIRE -> "require";
      case REFUSE -> "refuse";
    };
  }

  private static String whenUnknown(WhenUnknown treatment) {
    return switch (treatment) {
      case TURN_AWAY -> "unknown-turned-away";
      case ADMIT -> "unknown-admitted";
    };
  }
}
