package dev.interlock.verifier.rule;

import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.EventPattern.AppointmentChange;
import dev.interlock.contract.model.EventPattern.ConsentChange;
import dev.interlock.contract.model.EventPattern.HandAct;
import dev.interlock.contract.model.Saying;
import dev.interlock.contract.model.SendTerms.Ask;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/// Parts of the model in the words of findings.
public final class Words {
  private Words() {}

  /// As in: listens to *replied saying an opt-out word*.
  public static String of(EventPattern event) {
    return switch (event) {
      case EventPattern.Either(var patterns) ->
          patterns.stream().map(Words::of).collect(Collectors.joining(" or "));
      case EventPattern.ContactEvent(var change) -> "contact " + word(change);
      case EventPattern.TagEvent(var change, var tag) -> "tag " + tag + " " + word(change);
      case EventPattern.MessageReceived(var channels, var saying) ->
          "replied" + (channels.isEmpty() ? "" : " by " + ones(channels)) + saying(saying);
      case EventPattern.CallMissed _ -> "call missed";
      case EventPattern.MessageOutcome(var delivery, var channels) ->
          (channels.isEmpty() ? "message" : ones(channels)) + " " + word(delivery);
      case EventPattern.ConsentEvent(var change, var channels) -> consent(change, channels);
      case EventPattern.AppointmentEvent(var change, var calendar) ->
          "appointment " + kept(change) + calendar.map(name -> " in " + name).orElse("");
      case EventPattern.DealEvent(var change, var pipeline) ->
          "deal " + word(change) + pipeline.map(name -> " in " + name).orElse("");
      case EventPattern.StageEntered(var stage) -> "deal enters " + stage;
      case EventPattern.TaskEvent(var change) -> "task " + word(change);
      case EventPattern.NoteAdded _ -> "note added";
      case EventPattern.MoneyEvent(var change) -> word(change);
      case EventPattern.FormSubmitted(var form) ->
          "form submitted" + form.map(name -> ": " + name).orElse("");
      case EventPattern.DateReached(var field, _) -> "date in " + field + " reached";
      case EventPattern.Scheduled _ -> "scheduled";
      case EventPattern.StartedByHand _ -> "started by hand";
      case EventPattern.StartedByApi _ -> "started by another program";
      case EventPattern.Routed _ -> "routed here";
      case EventPattern.ForeignHand(var hands, var acts) ->
          (hands.isEmpty() ? "somebody" : list(hands))
              + (acts.isEmpty()
                  ? " acted"
                  : " " + acts.stream().map(Words::word).collect(Collectors.joining(" or ")));
    };
  }

  /// The word that lets a contract listen to the answer.
  public static String listening(Ask ask) {
    return switch (ask) {
      case ANSWER -> "replied()";
      case BOOKING -> "booked()";
      case PAYMENT -> "paymentReceived()";
      case FORM -> "formSubmitted()";
    };
  }

  /// As in: asks for a booking.
  public static String of(Ask ask) {
    return switch (ask) {
      case ANSWER -> "an answer";
      case BOOKING -> "a booking";
      case PAYMENT -> "a payment";
      case FORM -> "a form";
    };
  }

  private static String saying(Saying saying) {
    return switch (saying) {
      case Saying.Anything _ -> "";
      case Saying.OptOut _ -> " saying an opt-out word";
      case Saying.AnyOf(var phrases) -> " saying " + String.join(" or ", phrases);
    };
  }

  private static String ones(Collection<Channel> channels) {
    return channels.stream().map(Channel::one).collect(Collectors.joining(" or "));
  }

  private static String consent(ConsentChange change, Collection<Channel> channels) {
    String whereof = channels.stream().map(Channel::many).collect(Collectors.joining(" or "));
    return word(change)
        + (channels.isEmpty()
            ? ""
            : (change == ConsentChange.OPTED_OUT ? " of " : " to ") + whereof);
  }

  private static String kept(AppointmentChange change) {
    return switch (change) {
      case BOOKED, CONFIRMED, RESCHEDULED, CANCELLED -> word(change);
      case SHOWED -> "kept";
      case NO_SHOW -> "missed";
    };
  }

  private static String list(Collection<? extends Enum<?>> values) {
    return values.stream().map(Words::word).collect(Collectors.joining(" or "));
  }

  private static String word(HandAct act) {
    return switch (act) {
      case MESSAGED -> "wrote";
      case CALLED -> "called";
      case MOVED_STAGE -> "moved the deal";
      case CHANGED_TAG -> "changed a tag";
      case BOOKED -> "booked";
    };
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
