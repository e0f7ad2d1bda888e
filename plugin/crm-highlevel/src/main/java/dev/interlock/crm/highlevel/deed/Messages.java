package dev.interlock.crm.highlevel.deed;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.MessageId;
import dev.interlock.crm.Deed;
import dev.interlock.crm.Sent;
import dev.interlock.crm.highlevel.wire.OutgoingMessage;
import java.util.Optional;

/// Writes to a contact. A message that HighLevel has queued counts as sent.
record Messages(Account account) {
  Sent send(ContactId contact, Deed.SendSms sms) {
    return send(contact, new OutgoingMessage.Sms(contact.text(), sms.text()));
  }

  Sent send(ContactId contact, Deed.SendEmail email) {
    return send(contact, new OutgoingMessage.Email(contact.text(), email.subject(), email.html()));
  }

  /// An e-mail has a second number, under which later events may speak of it.
  private Sent send(ContactId contact, OutgoingMessage message) {
    return account
        .need(contact, account.api().messages().send(message))
        .end(sent ->
            new Sent.Done(Optional.of(new MessageId(sent.messageId())), sent.emailMessageId()));
  }
}
