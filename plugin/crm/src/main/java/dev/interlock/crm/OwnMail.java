package dev.interlock.crm;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.MessageId;
import java.util.Optional;

/// An e-mail that was sent for a run.
///
/// @param message as numbered when it was sent
/// @param reference the CRM's own number of the e-mail beside that of the message
public record OwnMail(ContactId contact, MessageId message, Optional<String> reference) {}
