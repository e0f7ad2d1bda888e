package dev.interlock.contract.dsl;

import dev.interlock.contract.model.AutomationName;
import dev.interlock.contract.model.LaneName;
import dev.interlock.contract.model.Operation.Writer;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.model.StageName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The words of an operation: what the contracts of one business share.
///
/// The words are Operations', the sentence is [OperationWords]'; whatever is left out has a safe
/// default.
public final class Operations {
  private Operations() {}

  /// Begins an operation under the business's name. It is not called `operation`, because inside
  /// [dev.interlock.contract.BusinessOperation#operation()] that name would hide this one.
  public static OperationWords business(String name) {
    return OperationWords.begun(name, Position.ofCaller());
  }

  /// A pipeline's name, to keep in a constant.
  public static PipelineName pipelineNamed(String name) {
    return new PipelineName(name);
  }

  /// A stage's name, to keep in a constant.
  public static StageName stageNamed(String name) {
    return new StageName(name);
  }

  /// A lane's name, to keep in a constant.
  public static LaneName laneNamed(String name) {
    return new LaneName(name);
  }

  /// Who writes an attribute besides contracts: `tag("vip", writtenBy(STAFF, OTHER_APP))`.
  public static Writers writtenBy(Writer first, Writer... more) {
    return new Writers(Distinct.both(first, more));
  }

  /// Nobody but contracts writes the attribute.
  public static Writers writtenByContractsOnly() {
    return new Writers(Set.of());
  }

  /// Begins an allowance of messages: `atMost(8).per(days(7)).apart(minutes(1))`.
  public static Allowance.NeedsPeriod atMost(int messages) {
    return new Allowance.NeedsPeriod(messages);
  }

  /// A stage of a pipeline, in the order in which they are listed.
  public static StageDraft stage(StageName name) {
    return new StageDraft(
        name,
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        "",
        Set.of(),
        false,
        Position.ofCaller());
  }

  /// One of the CRM's own automations, or another app.
  public static AutomationDraft automation(String name) {
    return new AutomationDraft(
        new AutomationName(name), List.of(), List.of(), Set.of(), Position.ofCaller());
  }
}
