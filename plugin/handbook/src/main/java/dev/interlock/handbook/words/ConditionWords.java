package dev.interlock.handbook.words;

import dev.interlock.contract.model.CalendarName;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.StageName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Conditions as clauses that follow "if": `they have a phone number`. Each comes with its exact
/// contrary, so that a refusal can be worded without "it is not the case that".
public record ConditionWords(Titles titles) {

  /// The clause that is true when the condition holds.
  public String holds(Condition condition) {
    return switch (condition) {
      case Condition.Always _ -> "this holds in every case";
      case Condition.HasTag(var tag) -> "they have the tag " + Phrases.quoted(tag);
      case Condition.FieldIs(var field, var test) -> FieldWords.holds(field, test);
      case Condition.StageIs(var pipeline, var place, var stage) ->
          placed(pipeline, place(place), stage);
      case Condition.DealExists(var pipeline) -> "they have an opportunity" + in(pipeline);
      case Condition.DealStatusIs(var pipeline, var statuses) ->
          "their opportunity" + in(pipeline) + " is " + statuses(statuses);
      case Condition.DealValue(var pipeline, var comparison) ->
          "their opportunity" + in(pipeline) + " is worth " + FieldWords.comparison(comparison);
      case Condition.HasAddress(var channel) -> "they have " + withArticle(channel);
      case Condition.OptedOut(var channel) -> "they opted out of " + channel.many();
      case Condition.AppointmentAhead(var calendar, var within) ->
          "they have an appointment ahead" + ahead(calendar, within);
      case Condition.Assigned _ -> "somebody is assigned to them";
      case Condition.Inside(var contract) -> "they are in " + titles.quoted(contract) + " now";
      case Condition.RanBefore(var contract, var within, var exit) ->
          "they went through " + before(contract, within, exit);
      case Condition.LaneOccupied(var lane) ->
          "a workflow holds the lane " + Phrases.quoted(lane) + " for them";
      case Condition.During(var window) -> "their local time is " + TimeWords.window(window);
      case Condition.BusinessOpen _ -> "the business is open";
      case Condition.All(var conditions) -> all(conditions);
      case Condition.Any(var conditions) -> any(conditions);
      case Condition.Not(var other) -> fails(other);
    };
  }

  /// The clause that is true when the condition does not hold.
  public String fails(Condition condition) {
    return switch (condition) {
      case Condition.Always _ -> "this holds in no case";
      case Condition.HasTag(var tag) -> "they do not have the tag " + Phrases.quoted(tag);
      case Condition.FieldIs(var field, var test) -> FieldWords.fails(field, test);
      case Condition.StageIs(var pipeline, var place, var stage) ->
          placed(pipeline, contrary(place), stage);
      case Condition.DealExists(var pipeline) -> "they have no opportunity" + in(pipeline);
      case Condition.DealStatusIs(var pipeline, var statuses) ->
          "they have no opportunity" + in(pipeline) + " that is " + statuses(statuses);
      case Condition.DealValue(var pipeline, var comparison) ->
          "their opportunity" + in(pipeline) + " is not worth " + FieldWords.comparison(comparison);
      case Condition.HasAddress(var channel) -> "they have no " + channel.address();
      case Condition.OptedOut(var channel) -> "they did not opt out of " + channel.many();
      case Condition.AppointmentAhead(var calendar, var within) ->
          "they have no appointment ahead" + ahead(calendar, within);
      case Condition.Assigned _ -> "nobody is assigned to them";
      case Condition.Inside(var contract) -> "they are not in " + titles.quoted(contract) + " now";
      case Condition.RanBefore(var contract, var within, var exit) ->
          "they did not go through " + before(contract, within, exit);
      case Condition.LaneOccupied(var lane) ->
          "no workflow holds the lane " + Phrases.quoted(lane) + " for them";
      case Condition.During(var window) -> "their local time is not " + TimeWords.window(window);
      case Condition.BusinessOpen _ -> "the business is closed";
      case Condition.All(var conditions) -> any(contraries(conditions));
      case Condition.Any(var conditions) -> all(contraries(conditions));
      case Condition.Not(var other) -> holds(other);
    };
  }

  private static List<Condition> contraries(List<Condition> conditions) {
    return conditions.stream().map(ConditionWords::contrary).toList();
  }

  private static Condition contrary(Condition condition) {
    return condition instanceof Condition.Not(var other) ? other : new Condition.Not(condition);
  }

  private String all(List<Condition> conditions) {
    return conditions.isEmpty() ? "this holds in every case" : joined(conditions, " and ");
  }

  private String any(List<Condition> conditions) {
    return conditions.isEmpty() ? "this holds in no case" : joined(conditions, " or ");
  }

  private String joined(List<Condition> conditions, String word) {
    if (conditions.size() == 1) {
      return holds(conditions.getFirst());
    }
    return String.join(word, conditions.stream().map(this::bracketed).toList());
  }

  /// "And" inside "or", or the other way round, is put into brackets, so that one reading is left.
  private String bracketed(Condition condition) {
    return isCompound(condition) ? "(" + holds(condition) + ")" : holds(condition);
  }

  private static boolean isCompound(Condition condition) {
    return switch (condition) {
      case Condition.All(var parts) -> parts.size() > 1;
      case Condition.Any(var parts) -> parts.size() > 1;
      case Condition.Not(var other) -> isCompound(other);
      case Condition.Always _, Condition.HasTag _, Condition.FieldIs _, Condition.StageIs _ ->
          false;
      case Condition.DealExists _, Condition.DealStatusIs _, Condition.DealValue _ -> false;
      case Condition.HasAddress _, Condition.OptedOut _, Condition.AppointmentAhead _ -> false;
      case Condition.Assigned _, Condition.Inside _, Condition.RanBefore _ -> false;
      case Condition.LaneOccupied _, Condition.During _, Condition.BusinessOpen _ -> false;
    };
  }

  private static String placed(PipelineName pipeline, String place, StageName stage) {
    return "they stand " + place + " " + Phrases.quoted(stage) + in(pipeline);
  }

  private static String place(Condition.Place place) {
    return switch (place) {
      case AT -> "at";
      case BEFORE -> "before";
      case AFTER -> "after";
      case AT_OR_BEFORE -> "at or before";
      case AT_OR_AFTER -> "at or after";
    };
  }

  private static String contrary(Condition.Place place) {
    return switch (place) {
      case AT -> "anywhere but at";
      case BEFORE -> "at or after";
      case AFTER -> "at or before";
      case AT_OR_BEFORE -> "after";
      case AT_OR_AFTER -> "before";
    };
  }

  private static String in(PipelineName pipeline) {
    return " in " + Phrases.quoted(pipeline);
  }

  private static String statuses(Set<DealStatus> statuses) {
    if (statuses.isEmpty()) {
      return "of no status";
    }
    return Phrases.or(statuses.stream().map(DealWords::status).toList());
  }

  private static String withArticle(Channel channel) {
    return (channel == Channel.EMAIL || channel == Channel.CHAT ? "an " : "a ") + channel.address();
  }

  private static String ahead(Optional<CalendarName> calendar, Optional<Duration> within) {
    return calendar.map(name -> " in " + Phrases.quoted(name)).orElse("")
        + within.map(span -> " within the next " + DurationWords.span(span)).orElse("");
  }

  private String before(ContractId contract, Optional<Duration> within, Optional<ExitName> exit) {
    return titles.quoted(contract)
        + within.map(span -> " within the last " + DurationWords.span(span)).orElse(" before")
        + exit.map(name -> " and left it as " + Phrases.quoted(name)).orElse("");
  }
}
