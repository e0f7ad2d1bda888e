package dev.interlock.crm.highlevel.deed;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.MessageId;
import dev.interlock.crm.Deed;
import dev.interlock.crm.highlevel.outcome.Answers;
import dev.interlock.crm.highlevel.wire.Answer;
import dev.interlock.crm.highlevel.wire.Failure;
import dev.interlock.crm.highlevel.wire.HighLevelApi;
import dev.interlock.crm.highlevel.wire.MessageExport;
import dev.interlock.crm.highlevel.wire.WireEmail;
import dev.interlock.crm.highlevel.wire.WireMessage;
import dev.interlock.crm.highlevel.wire.WireMessageExport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Looks for a message of ours in a contact's history.
///
/// No reference can be attached to a message, so it is known by the moment, by its source and by
/// its words. Of texts the beginning is compared, since HighLevel may add a footer for opting out;
/// of e-mails the subject, since HighLevel rewrites the links in their body.
///
/// However long after the attempt it went out, it counts: a machine may have slept between writing
/// the attempt down and making the call. And so it does when it seems to have gone out before the
/// attempt: our clock may have been ahead by hours when the attempt was written down. What is known
/// to be another deed's does not count. Should the words be of another attempt after all, whoever
/// gets them has them, and once is enough.
record MessageTraces(HighLevelApi api) {
  /// Our clock may have been ahead of HighLevel's by this much: clocks that are set wrong are off
  /// by a time zone. Of the same words within a day, those of other commands are known and left
  /// out.
  private static final Duration SLACK = Duration.ofDays(1);

  /// No contact is sent thousands of messages within the time that a doubt lasts.
  private static final int MOST_PAGES = 50;

  /// A message and the subject of an e-mail behind it, which lists do not tell.
  ///
  /// @param id the e-mail's own number, where there is no doubt which one it is
  private record Mail(
      WireMessage message,
      Optional<String> id,
      Optional<String> subject,
      Optional<Instant> sentAt) {
    static Mail of(WireMessage message) {
      List<String> all = message.emailMessageIds();
      return new Mail(
          message,
          all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty(),
          message.subject(),
          message.dateAdded());
    }
  }

  /// An e-mail that has to be read.
  private record Lead(WireMessage message, String emailId) {}

  Answer<Trace> of(ContactId contact, Deed.SendSms sms, Instant triedAt, Set<MessageId> others) {
    String ours = normal(sms.text());
    return history(contact, "SMS", triedAt, others)
        .map(messages ->
            messages.stream()
                .filter(each -> normal(each.body().orElse("")).startsWith(ours))
                .findFirst()
                .map(MessageTraces::seen)
                .orElseGet(Trace.Nothing::new));
  }

  Answer<Trace> of(
      ContactId contact, Deed.SendEmail email, Instant triedAt, Set<MessageId> others) {
    return mails(history(contact, "Email", triedAt, others))
        .map(mails ->
            trace(
                normal(email.subject()),
                mails.stream().filter(each -> isOf(each.sentAt(), triedAt)).toList()));
  }

  private static Trace trace(String subject, List<Mail> mails) {
    Optional<Mail> ours =
        mails.stream()
            .filter(each -> each.subject().filter(it -> normal(it).equals(subject)).isPresent())
            .findFirst();
    if (ours.isPresent()) {
      var message = new MessageId(ours.get().message().id());
      return new Trace.Seen(Optional.of(message), ours.get().id());
    }
    return mails.stream().allMatch(each -> each.subject().isPresent())
        ? new Trace.Nothing()
        : new Trace.Unclear("an e-mail went out then, and the CRM does not tell its subject");
  }

  private static Trace seen(WireMessage message) {
    return new Trace.Seen(Optional.of(new MessageId(message.id())), Optional.empty());
  }

  /// What went out through the API to the contact since the attempt, and is nobody's yet.
  private Answer<List<WireMessage>> history(
      ContactId contact, String channel, Instant triedAt, Set<MessageId> others) {
    var export = MessageExport.of(channel).ofContact(contact.text()).since(triedAt.minus(SLACK));
    return pages(export, MOST_PAGES)
        .map(messages ->
            messages.stream()
                .filter(each -> each.direction().orElse("").equals("outbound"))
                .filter(each -> each.source().orElse("api").equals("api"))
                .filter(each -> !isOfOthers(each, others))
                .filter(each -> isOf(each.dateAdded(), triedAt))
                .toList());
  }

  /// Behind a message with several e-mails there may be ours among theirs.
  private static boolean isOfOthers(WireMessage message, Set<MessageId> others) {
    return message.emailMessageIds().size() < 2 && others.contains(new MessageId(message.id()));
  }

  private static boolean isOf(Optional<Instant> sentAt, Instant triedAt) {
    Instant earliest = triedAt.minus(SLACK);
    return sentAt.filter(at -> at.isBefore(earliest)).isEmpty();
  }

  /// Newest first, so that the rest need not be read once a page reaches back far enough.
  private Answer<List<WireMessage>> pages(MessageExport export, int most) {
    Answer<WireMessageExport> page = api.messages().export(export);
    return Answers.then(
        page,
        found ->
            most > 1 && goesOn(found, export)
                ? pages(export.at(found.nextCursor().orElse("")), most - 1)
                    .map(rest -> Stream.concat(found.messages().stream(), rest.stream()).toList())
                : page.map(WireMessageExport::messages));
  }

  private static boolean goesOn(WireMessageExport page, MessageExport asked) {
    Optional<String> next = page.nextCursor();
    if (next.isEmpty() || next.get().equals(asked.cursor()) || page.messages().isEmpty()) {
      return false;
    }
    Optional<Instant> oldest = page.messages().getLast().dateAdded();
    Instant needed = asked.since().orElse(Instant.MIN);
    return oldest.filter(at -> at.isBefore(needed)).isEmpty();
  }

  /// A message may stand for a whole thread of e-mails, each of which is then read.
  private Answer<List<Mail>> mails(Answer<List<WireMessage>> history) {
    return Answers.then(
        history,
        messages -> {
          List<Mail> told =
              messages.stream().filter(MessageTraces::tellsAll).map(Mail::of).toList();
          List<Lead> leads =
              messages.stream()
                  .filter(each -> !tellsAll(each))
                  .flatMap(each -> each.emailMessageIds().stream().map(id -> new Lead(each, id)))
                  .toList();
          return Answers.each(history.map(_ -> leads), this::mail)
              .map(read -> Stream.concat(told.stream(), read.stream()).toList());
        });
  }

  private static boolean tellsAll(WireMessage message) {
    return message.subject().isPresent() || message.emailMessageIds().isEmpty();
  }

  private Answer<List<Mail>> mail(Lead lead) {
    return switch (api.messages().email(lead.emailId())) {
      case Answer.Failed<WireEmail>(var operation, Failure.NotFound _, _, var envelope) ->
          new Answer.Ok<>(operation, List.of(Mail.of(lead.message())), envelope);
      case Answer<WireEmail> answer ->
          answer.map(email ->
              List.of(
                  new Mail(
                      lead.message(),
                      Optional.of(lead.emailId()),
                      email.subject(),
                      email.dateAdded())));
    };
  }

  private static String normal(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
