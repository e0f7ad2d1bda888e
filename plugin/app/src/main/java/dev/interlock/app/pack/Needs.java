package dev.interlock.app.pack;

import dev.interlock.contract.model.Operation;
import java.util.List;
import java.util.Locale;

/// What a CRM has to have under these names, so that the contracts can run on it.
record Needs(
    List<PipelineNeed> pipelines,
    List<String> tags,
    List<FieldNeed> fields,
    List<String> calendars,
    List<String> teams,
    List<String> users,
    List<SettingNeed> settings,
    List<String> automations) {

  /// A pipeline with its stages in their order.
  record PipelineNeed(String name, List<String> stages) {}

  /// A field of a contact; only option fields have options.
  record FieldNeed(String name, String kind, List<String> options) {}

  /// A value that differs per client.
  record SettingNeed(String name, String meaning, String example) {}

  static Needs of(Operation operation) {
    return new Needs(
        operation.pipelines().stream()
            .map(pipeline ->
                new PipelineNeed(
                    pipeline.name().text(),
                    pipeline.stages().stream().map(stage -> stage.name().text()).toList()))
            .toList(),
        operation.tags().stream().map(tag -> tag.name().text()).toList(),
        operation.fields().stream().map(Needs::field).toList(),
        operation.calendars().stream().map(calendar -> calendar.text()).toList(),
        operation.teams().stream().map(team -> team.name().text()).toList(),
        operation.teams().stream().flatMap(team -> team.members().stream()).distinct().toList(),
        operation.settings().stream()
            .map(setting ->
                new SettingNeed(setting.name().text(), setting.meaning(), setting.example()))
            .toList(),
        operation.automations().stream().map(automation -> automation.name().text()).toList());
  }

  private static FieldNeed field(Operation.Field field) {
    return new FieldNeed(
        field.name().text(), field.kind().name().toLowerCase(Locale.ROOT), field.options());
  }
}
