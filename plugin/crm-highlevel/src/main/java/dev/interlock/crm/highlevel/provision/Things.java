package dev.interlock.crm.highlevel.provision;

import dev.interlock.contract.model.Operation.FieldKind;
import dev.interlock.contract.model.TagName;
import dev.interlock.crm.highlevel.names.DirectoryReader;
import dev.interlock.crm.highlevel.wire.WireCalendar;
import dev.interlock.crm.highlevel.wire.WireCustomField;
import dev.interlock.crm.highlevel.wire.WireCustomValue;
import dev.interlock.crm.highlevel.wire.WirePipeline;
import dev.interlock.crm.highlevel.wire.WireTag;
import dev.interlock.crm.highlevel.wire.WireUser;
import dev.interlock.crm.highlevel.wire.WireWorkflow;
import dev.interlock.crm.inventory.Thing;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/// What HighLevel lists, as things. What has no name is left out: nobody can mean it.
final class Things {
  private Things() {}

  static List<Thing.Pipeline> pipelines(List<WirePipeline> all) {
    return named(
        all,
        WirePipeline::name,
        (pipeline, name) ->
            new Thing.Pipeline(
                pipeline.id(),
                name,
                named(
                    pipeline.stages(),
                    WirePipeline.Stage::name,
                    (stage, called) -> new Thing.Stage(stage.id(), called))));
  }

  /// Tags in one case, as contracts have them.
  static List<Thing.Tag> tags(List<WireTag> all) {
    return named(
        all, WireTag::name, (tag, name) -> new Thing.Tag(tag.id(), new TagName(name).text()));
  }

  static List<Thing.Field> fields(List<WireCustomField> all) {
    return named(
        all.stream().filter(Things::isOfContacts).toList(),
        WireCustomField::name,
        (field, name) ->
            new Thing.Field(
                field.id(),
                name,
                field.dataType().flatMap(Things::holds),
                field.dataType().orElse(""),
                field.options()));
  }

  private static boolean isOfContacts(WireCustomField field) {
    return field.model().or(field::fieldKey).orElse("contact").startsWith("contact");
  }

  private static Optional<FieldKind> holds(String dataType) {
    return switch (dataType.toUpperCase(Locale.ROOT)) {
      case "TEXT", "LARGE_TEXT", "PHONE", "EMAIL" -> Optional.of(FieldKind.TEXT);
      case "NUMERICAL", "MONETORY" -> Optional.of(FieldKind.NUMBER);
      case "DATE" -> Optional.of(FieldKind.DATE);
      case "SINGLE_OPTIONS", "MULTIPLE_OPTIONS", "RADIO", "CHECKBOX" ->
          Optional.of(FieldKind.OPTION);
      default -> Optional.empty();
    };
  }

  static List<Thing.User> users(List<WireUser> all) {
    return named(
        all.stream().filter(user -> !user.deleted().orElse(false)).toList(),
        Things::fullName,
        (user, name) -> new Thing.User(user.id(), name));
  }

  private static Optional<String> fullName(WireUser user) {
    var parts = Stream.of(user.firstName(), user.lastName()).flatMap(Optional::stream).toList();
    return user.name().or(() -> Optional.of(String.join(" ", parts)));
  }

  static List<Thing.Calendar> calendars(List<WireCalendar> all) {
    return named(
        all,
        WireCalendar::name,
        (calendar, name) ->
            new Thing.Calendar(calendar.id(), name, calendar.active().orElse(true)));
  }

  static List<Thing.Automation> automations(List<WireWorkflow> all) {
    return named(
        all,
        WireWorkflow::name,
        (workflow, name) ->
            new Thing.Automation(workflow.id(), name, DirectoryReader.isPublished(workflow)));
  }

  static List<Thing.Value> values(List<WireCustomValue> all) {
    return named(
        all,
        WireCustomValue::name,
        (value, name) -> new Thing.Value(value.id(), name, value.value().orElse("")));
  }

  private static <W, T> List<T> named(
      List<W> all, Function<W, Optional<String>> name, BiFunction<W, String, T> thing) {
    return all.stream()
        .flatMap(each ->
            name
                .apply(each)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> thing.apply(each, text))
                .stream())
        .toList();
  }
}
