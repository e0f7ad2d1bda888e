package dev.interlock.verifier.prove.telling;

import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.EventPattern.ContactChange;
import dev.interlock.contract.model.EventPattern.Delivery;
import dev.interlock.contract.model.EventPattern.MoneyChange;
import dev.interlock.contract.model.EventPattern.TagChange;
import dev.interlock.core.Spans;
import dev.interlock.simulation.script.Act;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What people and programs do, as clauses. The machinery's own doings have no words of their own.
record ActsInWords(Cast cast) {

  Optional<String> words(Act act) {
    String contact = cast.contact();
    return switch (act) {
      case Act.Writes(var channel, var text) ->
          Optional.of("%s %s: %s".formatted(contact, writes(channel), text));
      case Act.CallsAndIsMissed(var voicemail) ->
          Optional.of(
              "%s calls, and nobody picks up%s"
                  .formatted(contact, voicemail ? "; a voicemail is left" : ""));
      case Act.OptsOut(var channels) ->
          Optional.of("%s opts out of %s".formatted(contact, many(channels)));
      case Act.OptsIn(var channels) ->
          Optional.of("%s agrees to %s".formatted(contact, many(channels)));
      case Act.Books(var calendar, var ahead, var by) ->
          Optional.of(
              "%s books an appointment in %s, %s ahead"
                  .formatted(cast.person(by), calendar, Spans.words(ahead)));
      case Act.Reschedules(var ahead) ->
          Optional.of(
              "%s moves the appointment, to %s ahead".formatted(contact, Spans.words(ahead)));
      case Act.Cancels() -> Optional.of("%s cancels the appointment".formatted(contact));
      case Act.ShowsUp() -> Optional.of("%s comes to the appointment".formatted(contact));
      case Act.StaysAway() -> Optional.of("%s does not come to the appointment".formatted(contact));
      case Act.Confirms() -> Optional.of("%s confirms the appointment".formatted(contact));
      case Act.Money(var change, var subject) -> Optional.of(money(change, subject));
      case Act.FillsForm(var form) ->
          Optional.of("%s fills in the form *%s*".formatted(contact, form));
      case Act.Reports(var contract, var delivery) ->
          Optional.of(
              "the last message of %s %s".formatted(cast.contract(contract), delivered(delivery)));
      case Act.RecordChanged(var change) ->
          Optional.of("%s's record is %s".formatted(contact, recorded(change)));
      case Act.TagChanged(var tag, var change, var by) ->
          Optional.of(
              (change == TagChange.ADDED ? "%s adds the tag `%s`" : "%s takes the tag `%s` away")
                  .formatted(cast.person(by), tag));
      case Act.FieldChanged(var field, var value, var by) ->
          value.isBlank()
              ? Optional.of("%s empties *%s*".formatted(cast.person(by), field))
              : Optional.of("%s sets *%s* to %s".formatted(cast.person(by), field, value));
      case Act.DealMoved(var to, var by) ->
          Optional.of("%s moves the deal to %s".formatted(cast.person(by), to));
      case Act.DealMarked(var pipeline, var status, var by) ->
          Optional.of(
              "%s marks the deal in %s as %s".formatted(cast.person(by), pipeline, marked(status)));
      case Act.TaskTicked() -> Optional.of("a colleague ticks the task off");
      case Act.NoteWritten() -> Optional.of("a colleague writes a note");
      case Act.ForeignMessage(var by, var purpose, var channel) ->
          Optional.of(
              "%s sends %s a %s%s"
                  .formatted(
                      cast.person(by),
                      contact,
                      channel.one(),
                      purpose.map(name -> ", for *" + name + "*").orElse("")));
      case Act.ForeignCall(var by) ->
          Optional.of("%s calls %s".formatted(cast.person(by), contact));
      case Act.DateComes(var field) -> Optional.of("the date in *%s* comes".formatted(field));
      case Act.ScheduleComes(var contract) ->
          Optional.of("the schedule of %s comes round".formatted(cast.contract(contract)));
      case Act.StartedByHand(var contract) ->
          Optional.of("a colleague starts %s by hand".formatted(cast.contract(contract)));
      case Act.StartedByApi(var contract) ->
          Optional.of("another program starts %s".formatted(cast.contract(contract)));
      case Act.Withdraws(var contract, _) ->
          Optional.of("a colleague takes %s out of %s".formatted(contact, cast.contract(contract)));
      case Act.HeardLate(var late, var by) ->
          words(late).map(what -> what + ", which is heard only " + Spans.words(by) + " later");
      case Act.GoesLive _ -> Optional.of("the new version goes live");
      case Act.HeardAgain _ -> Optional.of("the same is reported once more");
      case Act.TimerFires _, Act.CommandEnds _, Act.Settles _, Act.Passes _ -> Optional.empty();
    };
  }

  private static String writes(Channel channel) {
    return switch (channel) {
      case SMS -> "texts";
      case EMAIL -> "mails";
      case CHAT -> "writes in the chat";
      case CALL -> "says on the phone";
      case VOICEMAIL -> "says on the voicemail";
    };
  }

  private static String many(Collection<Channel> channels) {
    return channels.stream().map(Channel::many).collect(Collectors.joining(" and "));
  }

  private static String money(MoneyChange change, String subject) {
    boolean another = subject.startsWith("another");
    return switch (change) {
      case PAYMENT_RECEIVED -> (another ? "another payment" : "a payment") + " comes in";
      case INVOICE_SENT -> (another ? "another invoice" : "an invoice") + " goes out";
      case INVOICE_PAID -> (another ? "another invoice" : "an invoice") + " is paid";
      case INVOICE_OVERDUE -> (another ? "another invoice" : "an invoice") + " becomes overdue";
    };
  }

  private static String delivered(Delivery delivery) {
    return switch (delivery) {
      case SENT -> "is reported as sent";
      case DELIVERED -> "is reported as delivered";
      case FAILED -> "turns out not to have been delivered";
      case BOUNCED -> "bounces";
      case OPENED -> "is opened";
      case CLICKED -> "has its link followed";
    };
  }

  private static String recorded(ContactChange change) {
    return switch (change) {
      case CREATED -> "new in the CRM";
      case CHANGED -> "changed";
      case DELETED -> "deleted";
      case MERGED -> "merged into another";
    };
  }

  private static String marked(DealStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
