package dev.interlock.contract.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Something a step does other than writing to the contact. Texts are Handlebars templates.
public sealed interface Action {

  record AddTag(TagName tag) implements Action {}

  record RemoveTag(TagName tag) implements Action {}

  /// Sets a field; the value is a template.
  record SetField(FieldName field, String value) implements Action {}

  record ClearField(FieldName field) implements Action {}

  /// Moves the contact's opportunity forward to the stage, and makes one there when there is none.
  ///
  /// The open opportunity touched last is meant. Standing there already is success; standing
  /// further on is refused, unless the operation declares the way back as lawful.
  record MoveTo(StageRef stage) implements Action {}

  /// Marks the contact's opportunity in the pipeline.
  record MarkDeal(PipelineName pipeline, DealStatus status) implements Action {}

  /// Values the contact's opportunity in the pipeline, in the location's currency.
  record ValueDeal(PipelineName pipeline, BigDecimal value) implements Action {
    public ValueDeal {
      value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }
  }

  /// A task about the contact, due some time after the step.
  record CreateTask(String title, String body, Duration dueIn, Assignee assignee)
      implements Action {
    public CreateTask {
      title = Texts.required("a task's title", title);
    }
  }

  record AddNote(String body) implements Action {
    public AddNote {
      body = Texts.required("a note", body);
    }
  }

  record Assign(Assignee assignee) implements Action {}

  /// Tells people something; how is the operation's and the CRM's matter.
  record Notify(Assignee whom, String text) implements Action {
    public Notify {
      text = Texts.required("a notification", text);
    }
  }

  /// Posts named values as JSON to an address that a setting holds.
  record CallWebhook(SettingName url, List<Entry> values) implements Action {
    public CallWebhook {
      values = List.copyOf(values);
    }

    /// One value: a name and a template.
    public record Entry(String name, String value) {}
  }

  record StartAutomation(AutomationName automation) implements Action {}

  record StopAutomation(AutomationName automation) implements Action {}

  /// Ticks off the contact's open tasks that this run made; with a title, only those so titled.
  record CompleteTasks(Optional<String> titled) implements Action {}
}
