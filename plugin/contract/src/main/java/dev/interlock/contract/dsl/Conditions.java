package dev.interlock.contract.dsl;

import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.LaneName;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.Window;
import java.time.Duration;
import java.util.Optional;

/// The words of conditions. Appointments are asked through [Times#appointment()].
public final class Conditions {
  private Conditions() {}

  /// The contact's own data.
  public static ContactWords contact() {
    return new ContactWords();
  }

  /// Where the contact's opportunity stands in the pipeline.
  public static StageWords stage(PipelineName pipeline) {
    return new StageWords(pipeline);
  }

  /// The contact's opportunity itself.
  public static DealWords deal(PipelineName pipeline) {
    return new DealWords(pipeline);
  }

  /// A run of that contract is under way for the contact.
  public static Condition inside(String contract) {
    return new Condition.Inside(new ContractId(contract));
  }

  /// A run of that contract ever ended for the contact.
  public static Condition ranBefore(String contract) {
    return new Condition.RanBefore(new ContractId(contract), Optional.empty(), Optional.empty());
  }

  /// A run of that contract ended for the contact within this time.
  public static Condition ranWithin(String contract, Duration span) {
    return new Condition.RanBefore(new ContractId(contract), Optional.of(span), Optional.empty());
  }

  /// A run of that contract ever ended for the contact by that exit.
  public static Condition endedBy(String contract, String exit) {
    return new Condition.RanBefore(
        new ContractId(contract), Optional.empty(), Optional.of(new ExitName(exit)));
  }

  /// A run of that contract ended for the contact by that exit within this time.
  public static Condition endedByWithin(String contract, String exit, Duration span) {
    return new Condition.RanBefore(
        new ContractId(contract), Optional.of(span), Optional.of(new ExitName(exit)));
  }

  /// Some run holds the lane for the contact.
  public static Condition occupied(LaneName lane) {
    return new Condition.LaneOccupied(lane);
  }

  /// It is inside the window now, in the contact's time zone.
  public static Condition during(Window window) {
    return new Condition.During(window);
  }

  /// The business is open now.
  public static Condition businessOpen() {
    return new Condition.BusinessOpen();
  }

  public static Condition all(Condition first, Condition... more) {
    return new Condition.All(Drafts.both(first, more));
  }

  public static Condition any(Condition first, Condition... more) {
    return new Condition.Any(Drafts.both(first, more));
  }

  public static Condition not(Condition condition) {
    return new Condition.Not(condition);
  }
}
