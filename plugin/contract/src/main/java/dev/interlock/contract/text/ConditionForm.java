package dev.interlock.contract.text;

import dev.interlock.contract.model.CalendarName;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Condition.Place;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.LaneName;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.TagName;
import java.util.Optional;

/// Conditions as text.
final class ConditionForm {
  private ConditionForm() {}

  static Node.Group write(Condition condition) {
    return switch (condition) {
      case Condition.Always() -> Writing.group("always").done();
      case Condition.HasTag(var tag) -> Writing.group("has-tag").text(tag.text()).done();
      case Condition.FieldIs(var field, var test) ->
          Writing.group("field").text(field.text()).with(FieldTestForm.write(test)).done();
      case Condition.StageIs(var pipeline, var place, var stage) ->
          Writing.group("stage")
              .text(pipeline.text())
              .value(place(place))
              .text(stage.text())
              .done();
      case Condition.DealExists(var pipeline) -> Writing.group("deal").text(pipeline.text()).done();
      case Condition.DealStatusIs(var pipeline, var statuses) ->
          Writing.group("deal-status")
              .text(pipeline.text())
              .values(statuses, ConditionForm::status)
              .done();
      case Condition.DealValue(var pipeline, var comparison) ->
          FieldTestForm.write(Writing.group("deal-value").text(pipeline.text()), comparison).done();
      case Condition.HasAddress(var channel) ->
          Writing.group("has-address").value(channel(channel)).done();
      case Condition.OptedOut(var channel) ->
          Writing.group("opted-out").value(channel(channel)).done();
      case Condition.AppointmentAhead(var calendar, var within) ->
          Writing.group("appointment-ahead")
              .ifSaid("in", calendar)
              .with(within, span -> Writing.group("within").span(span).done())
              .done();
      case Condition.Assigned() -> Writing.group("assigned").done();
      case Condition.Inside(var contract) -> Writing.group("inside").text(contract.text()).done();
      case Condition.RanBefore(var contract, var within, var exit) ->
          Writing.group("ran-before")
              .text(contract.text())
              .with(within, span -> Writing.group("within").span(span).done())
              .ifSaid("by", exit)
              .done();
      case Condition.LaneOccupied(var lane) ->
          Writing.group("lane-occupied").text(lane.text()).done();
      case Condition.During(var window) ->
          Writing.group("during").with(TimeForm.write(window)).done();
      case Condition.BusinessOpen() -> Writing.group("business-open").done();
      case Condition.All(var all) -> Writing.group("all").with(all, ConditionForm::write).done();
      case Condition.Any(var any) -> Writing.group("any").with(any, ConditionForm::write).done();
      case Condition.Not(var contrary) -> Writing.group("not").with(write(contrary)).done();
    };
  }

  static Condition read(Node.Group group) {
    return Reading.of(group, ConditionForm::condition);
  }

  private static Condition condition(Reading parts) {
    return switch (parts.word()) {
      case "always" -> new Condition.Always();
      case "has-tag" -> new Condition.HasTag(new TagName(parts.text()));
      case "field" ->
          new Condition.FieldIs(new FieldName(parts.text()), parts.group(FieldTestForm::read));
      case "stage" ->
          new Condition.StageIs(
              new PipelineName(parts.text()),
              parts.one(Place.values(), ConditionForm::place),
              new StageName(parts.text()));
      case "deal" -> new Condition.DealExists(new PipelineName(parts.text()));
      case "deal-status" ->
          new Condition.DealStatusIs(
              new PipelineName(parts.text()),
              parts.values(DealStatus.values(), ConditionForm::status));
      case "deal-value" ->
          new Condition.DealValue(
              new PipelineName(parts.text()), FieldTestForm.readComparison(parts));
      case "has-address" -> new Condition.HasAddress(readChannel(parts));
      case "opted-out" -> new Condition.OptedOut(readChannel(parts));
      case "appointment-ahead" ->
          new Condition.AppointmentAhead(
              parts.groupIfAny("in", Reading::text).map(CalendarName::new),
              parts.groupIfAny("within", Reading::span));
      case "assigned" -> new Condition.Assigned();
      case "inside" -> new Condition.Inside(new ContractId(parts.text()));
      case "ran-before" ->
          new Condition.RanBefore(
              new ContractId(parts.text()),
              parts.groupIfAny("within", Reading::span),
              parts.groupIfAny("by", Reading::text).map(ExitName::new));
      case "lane-occupied" -> new Condition.LaneOccupied(new LaneName(parts.text()));
      case "during" -> new Condition.During(parts.group(TimeForm::readWindow));
      case "business-open" -> new Condition.BusinessOpen();
      case "all" -> new Condition.All(parts.groups(ConditionForm::read));
      case "any" -> new Condition.Any(parts.groups(ConditionForm::read));
      case "not" -> new Condition.Not(parts.group(ConditionForm::read));
      default -> throw parts.unknown("a condition");
    };
  }

  /// The guard of an arm, which is left out where it always holds.
  static Optional<Condition> unlessAlways(Condition guard) {
    return guard.equals(new Condition.Always()) ? Optional.empty() : Optional.of(guard);
  }

  static Node.Group writeGuard(Condition guard) {
    return Writing.group("given").with(write(guard)).done();
  }

  static Condition readGuard(Reading parts) {
    return parts
        .groupIfAny("given", given -> given.group(ConditionForm::read))
        .orElse(new Condition.Always());
  }

  static Channel readChannel(Reading parts) {
    return parts.one(Channel.values(), ConditionForm::channel);
  }

  static String channel(Channel channel) {
    return switch (channel) {
      case SMS -> "sms";
      case EMAIL -> "email";
      case CHAT -> "chat";
      case CALL -> "call";
      case VOICEMAIL -> "voicemail";
    };
  }

  static String status(DealStatus status) {
    return switch (status) {
      case OPEN -> "open";
      case WON -> "won";
      case LOST -> "lost";
      case ABANDONED -> "abandoned";
    };
  }

  private static String place(Place place) {
    return switch (place) {
      case AT -> "at";
      case BEFORE -> "before";
      case AFTER -> "after";
      case AT_OR_BEFORE -> "at-or-before";
      case AT_OR_AFTER -> "at-or-after";
    };
  }
}
