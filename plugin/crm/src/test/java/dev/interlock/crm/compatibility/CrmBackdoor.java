package dev.interlock.crm.compatibility;

import dev.interlock.contract.contact.Appointment;
import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.model.AutomationName;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.StageName;
import dev.interlock.crm.Crm;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An account as [KitAccount] describes it: the adapter to it, and behind its back the CRM itself,
/// in which scenarios put things and look for what came of them.
public interface CrmBackdoor extends AutoCloseable {
  /// The adapter that is tried.
  Crm crm();

  /// The time, for the adapter and for the CRM.
  Instant now();

  /// Lets time pass.
  void pass(Duration time);

  ContactId newContact(Newcomer person);

  void delete(ContactId contact);

  /// Has the contact ask not to be written to by a channel.
  void optOut(ContactId contact, Channel channel);

  /// A deal that has been there for long enough to be found.
  DealId newDeal(ContactId contact, StageName stage, DealStatus status, BigDecimal value);

  /// An appointment of half an hour in [KitAccount#CONSULTATION].
  void newAppointment(ContactId contact, Instant start, Appointment.Status status);

  /// The contact writes a text message to the business.
  void writes(ContactId contact, String text);

  List<SeenMessage> messages(ContactId contact);

  List<SeenTask> tasks(ContactId contact);

  List<String> notes(ContactId contact);

  boolean isInAutomation(ContactId contact, AutomationName automation);

  @Override
  void close();

  /// A message to a contact in the CRM's own records.
  ///
  /// @param words its text, or an e-mail's subject
  record SeenMessage(Channel channel, String words) {}

  /// A task in the CRM's own records.
  record SeenTask(
      String id, String title, String body, Instant due, Optional<String> user, boolean done) {}
}
