package dev.interlock.engine.desk;

import dev.interlock.contract.model.Anchor;
import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.Deadline;
import dev.interlock.contract.model.Moment;
import dev.interlock.contract.model.Pause;
import dev.interlock.core.program.Node;
import dev.interlock.core.program.Program;
import dev.interlock.crm.Crm.Detail;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What a reading of a contact has to take in, so that a contract finds everything it asks about.
/// Reading more than that would cost calls that the CRM counts.
final class NeededDetails {
  private final Set<Detail> needed = EnumSet.noneOf(Detail.class);

  private NeededDetails() {}

  static Set<Detail> of(Program program) {
    var details = new NeededDetails();
    details.of(program.contract());
    program.nodes().values().forEach(details::of);
    return details.needed;
  }

  private void of(Contract contract) {
    switch (contract.key()) {
      case APPOINTMENT -> needed.add(Detail.APPOINTMENTS);
      case OPPORTUNITY -> needed.add(Detail.DEALS);
      case CONTACT, INVOICE -> {}
    }
    contract.admits().forEach(clause -> of(clause.condition()));
    contract.handlers().forEach(handler -> of(handler.guard()));
  }

  private void of(Node node) {
    switch (node) {
      case Node.WaitNode wait -> of(wait.step().pause());
      case Node.AwaitNode await -> {
        await.step().arms().forEach(arm -> of(arm.guard()));
        of(await.step().silence().deadline());
      }
      case Node.BranchNode branch -> branch.step().choices().forEach(choice -> of(choice.guard()));
      case Node.SendNode _, Node.ActNode _, Node.SplitNode _, Node.LeaveNode _ -> {}
    }
  }

  private void of(Pause pause) {
    switch (pause) {
      case Pause.Until until -> of(until.moment());
      case Pause.For _, Pause.Into _ -> {}
    }
  }

  private void of(Deadline deadline) {
    switch (deadline) {
      case Deadline.At(var moment) -> of(moment);
      case Deadline.After _ -> {}
    }
  }

  private void of(Moment moment) {
    switch (moment.anchor()) {
      case Anchor.AppointmentStart _ -> needed.add(Detail.APPOINTMENTS);
      case Anchor.DateField _ -> {}
    }
  }

  private void of(Condition condition) {
    switch (condition) {
      case Condition.StageIs _, Condition.DealExists _, Condition.DealStatusIs _ ->
          needed.add(Detail.DEALS);
      case Condition.DealValue _ -> needed.add(Detail.DEALS);
      case Condition.AppointmentAhead _ -> needed.add(Detail.APPOINTMENTS);
      case Condition.All(var parts) -> of(parts);
      case Condition.Any(var parts) -> of(parts);
      case Condition.Not(var part) -> of(part);
      case Condition.Always _, Condition.HasTag _, Condition.FieldIs _ -> {}
      case Condition.HasAddress _, Condition.OptedOut _, Condition.Assigned _ -> {}
      case Condition.Inside _, Condition.RanBefore _, Condition.LaneOccupied _ -> {}
      case Condition.During _, Condition.BusinessOpen _ -> {}
    }
  }

  private void of(List<Condition> conditions) {
    conditions.forEach(this::of);
  }
}
