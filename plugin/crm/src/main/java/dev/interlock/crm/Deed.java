package dev.interlock.crm;

import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.model.AutomationName;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.Pipeline;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.TagName;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Something to be done to one contact, with every text ready and every name still a name.
public sealed interface Deed {

  record SendSms(String text) implements Deed {}

  record SendEmail(String subject, String html) implements Deed {}

  record AddTag(TagName tag) implements Deed {}

  record RemoveTag(TagName tag) implements Deed {}

  record SetField(FieldName field, String value) implements Deed {}

  record ClearField(FieldName field) implements Deed {}

  /// Moves the contact's opportunity, or makes one where there is none. Reads first; a move back
  /// that the pipeline does not declare is refused with code `stage-backward`.
  ///
  /// @param pipeline the pipeline as declared, with its order and lawful returns
  /// @param dealName what a new opportunity is called
  /// @param deal the very one to be moved; refused with code `deal-gone` when it is no longer the
  ///   contact's or no longer in the pipeline. When empty, the one that contracts mean
  record MoveDeal(Pipeline pipeline, StageName to, String dealName, Optional<DealId> deal)
      implements Deed {
    /// Moves the one that contracts mean.
    public MoveDeal(Pipeline pipeline, StageName to, String dealName) {
      this(pipeline, to, dealName, Optional.empty());
    }
  }

  /// Marks an opportunity.
  ///
  /// @param deal the very one to be marked, as in [MoveDeal]
  record MarkDeal(PipelineName pipeline, DealStatus status, Optional<DealId> deal) implements Deed {
    /// Marks the one that contracts mean.
    public MarkDeal(PipelineName pipeline, DealStatus status) {
      this(pipeline, status, Optional.empty());
    }
  }

  /// Values an opportunity.
  ///
  /// @param deal the very one to be valued, as in [MoveDeal]
  record ValueDeal(PipelineName pipeline, BigDecimal value, Optional<DealId> deal) implements Deed {
    /// Values the one that contracts mean.
    public ValueDeal(PipelineName pipeline, BigDecimal value) {
      this(pipeline, value, Optional.empty());
    }
  }

  /// Makes a task about the contact.
  ///
  /// @param user the user to whom it is assigned, by name; nobody when empty
  /// @param mark a short text that identifies the task when it has to be found again
  record CreateTask(String title, String body, Instant due, Optional<String> user, String mark)
      implements Deed {}

  record CompleteTasks(List<String> tasks) implements Deed {
    public CompleteTasks {
      tasks = List.copyOf(tasks);
    }
  }

  /// Writes a note about the contact.
  ///
  /// @param mark a short text that identifies the note when it has to be found again
  record AddNote(String body, String mark) implements Deed {}

  record Assign(String user) implements Deed {}

  /// Tells a user something about the contact; how is the adapter's choice and documented there.
  record Notify(String user, String text, Instant due, String mark) implements Deed {}

  record StartAutomation(AutomationName automation) implements Deed {}

  record StopAutomation(AutomationName automation) implements Deed {}
}
