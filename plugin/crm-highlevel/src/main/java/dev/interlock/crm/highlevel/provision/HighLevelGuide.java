package dev.interlock.crm.highlevel.provision;

import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Operation.FieldKind;
import dev.interlock.crm.inventory.Chore;
import dev.interlock.crm.inventory.Creatable;
import dev.interlock.crm.inventory.Guide;
import dev.interlock.crm.inventory.Thing;
import java.util.List;
import java.util.Optional;

/// HighLevel's menus. A white-labelled HighLevel has the same ones.
///
/// Pipelines can be made by its API since late in 2026, but how is not in its description, and what
/// is made wrongly there cannot be put right without deleting; so they are left to people.
public final class HighLevelGuide implements Guide {
  static final String NO_CHOICES =
      "the CRM's API has no words for the choices of a field, so it is made by hand";

  @Override
  public Optional<String> whyNot(Creatable thing) {
    return switch (thing) {
      case Creatable.Field(_, var holds, _) when holds == FieldKind.OPTION ->
          Optional.of(NO_CHOICES);
      case Creatable.Tag _, Creatable.Field _, Creatable.Value _ -> Optional.empty();
    };
  }

  @Override
  public String path(Chore chore) {
    return switch (chore) {
      case Chore.MakePipeline(var name, var stages) ->
          "Opportunities → Pipelines → Create new pipeline: "
              + quoted(name)
              + " with the stages "
              + listed(stages);
      case Chore.AddStage(var pipeline, var stage, var after) ->
          pipeline(pipeline)
              + "Add stage: "
              + quoted(stage)
              + (after.isEmpty() ? " as the first" : " after " + quoted(after));
      case Chore.OrderStages(var pipeline, var stages) ->
          pipeline(pipeline) + "drag the stages into this order: " + listed(stages);
      case Chore.MakeTag(var name) -> "Settings → Tags → New Tag: " + quoted(name);
      case Chore.MakeField(var name, var holds, var options) ->
          "Settings → Custom Fields → Add Field → Contact → "
              + sort(holds)
              + ": "
              + quoted(name)
              + (options.isEmpty() ? "" : " with the options " + listed(options));
      case Chore.ReplaceField(var name, var holds) ->
          "Settings → Custom Fields: rename "
              + quoted(name)
              + ", then Add Field → Contact → "
              + sort(holds)
              + ": "
              + quoted(name);
      case Chore.AddOptions(var field, var options) ->
          "Settings → Custom Fields → "
              + quoted(field)
              + " → Edit: add the options "
              + listed(options);
      case Chore.AddUser(var name) ->
          "Settings → My Staff → Add Employee: " + quoted(name) + ", or name somebody else";
      case Chore.MakeCalendar(var name) ->
          "Settings → Calendars → Create Calendar: " + quoted(name);
      case Chore.ActivateCalendar(var name) ->
          "Settings → Calendars → " + quoted(name) + " → ⋮ → Activate Calendar";
      case Chore.MakeAutomation(var name) ->
          "Automation → Workflows → Create Workflow: " + quoted(name) + ", and publish it";
      case Chore.PublishAutomation(var name) ->
          "Automation → Workflows → " + quoted(name) + ": switch Draft to Publish, and save";
      case Chore.MakeValue(var name) ->
          "Settings → Custom Values → New Custom Value: " + quoted(name);
      case Chore.FillValue(var name) ->
          "Settings → Custom Values → " + quoted(name) + " → Edit: give it a value";
      case Chore.SetTimeZone() -> "Settings → Business Profile → General Information → Time Zone";
      case Chore.SetUpSending(var channel) -> sending(channel);
      case Chore.GrantScope(var scope) ->
          "Settings → Private Integrations → your integration → Edit → Scopes: tick " + scope;
      case Chore.Rename(var kind, var within, var from, var to) ->
          menu(kind, within)
              + quoted(from)
              + " → Edit: rename it to "
              + quoted(to)
              + ", or call it so in the contracts";
      case Chore.LeaveOne(var kind, var within, var name) ->
          menu(kind, within) + "leave one " + quoted(name) + ", and rename the others";
    };
  }

  private static String pipeline(String name) {
    return "Opportunities → Pipelines → " + quoted(name) + " → Edit → ";
  }

  private static String sort(FieldKind holds) {
    return switch (holds) {
      case TEXT -> "Single Line";
      case NUMBER -> "Number";
      case DATE -> "Date Picker";
      case OPTION -> "Dropdown (Single)";
    };
  }

  private static String sending(Channel channel) {
    return switch (channel) {
      case SMS -> "Settings → Phone System → Add Number: one that can send texts";
      case EMAIL -> "Settings → Email Services → Dedicated Domain and IP → Add Domain";
      case CHAT, CALL, VOICEMAIL -> "Settings → Phone System";
    };
  }

  private static String menu(Thing.Kind kind, String within) {
    return switch (kind) {
      case PIPELINE -> "Opportunities → Pipelines → ";
      case STAGE -> pipeline(within);
      case TAG -> "Settings → Tags → ";
      case FIELD -> "Settings → Custom Fields → ";
      case USER -> "Settings → My Staff → ";
      case CALENDAR -> "Settings → Calendars → ";
      case AUTOMATION -> "Automation → Workflows → ";
      case VALUE -> "Settings → Custom Values → ";
    };
  }

  private static String listed(List<String> names) {
    return String.join(", ", names);
  }

  private static String quoted(String name) {
    return "\"" + name + "\"";
  }
}
