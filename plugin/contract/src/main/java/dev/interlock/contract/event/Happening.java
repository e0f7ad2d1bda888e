package dev.interlock.contract.event;

import dev.interlock.contract.contact.Appointment;
import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.contact.MessageId;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.EventPattern.AppointmentChange;
import dev.interlock.contract.model.EventPattern.ConsentChange;
import dev.interlock.contract.model.EventPattern.ContactChange;
import dev.interlock.contract.model.EventPattern.DealChange;
import dev.interlock.contract.model.EventPattern.Delivery;
import dev.interlock.contract.model.EventPattern.Hand;
import dev.interlock.contract.model.EventPattern.HandAct;
import dev.interlock.contract.model.EventPattern.MoneyChange;
import dev.interlock.contract.model.EventPattern.TagChange;
import dev.interlock.contract.model.EventPattern.TaskChange;
import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.StageRef;
import dev.interlock.contract.model.TagName;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// What happened to a contact, in the domain's words. [dev.interlock.contract.model.EventPattern]
/// says which of these a contract listens to.
public sealed interface Happening {

  record ContactHappened(ContactChange change, Optional<ContactId> mergedInto)
      implements Happening {}

  record TagHappened(TagChange change, TagName tag) implements Happening {}

  /// The contact wrote.
  ///
  /// @param text what was written, without markup; empty where the CRM gave none
  record MessageReceived(Channel channel, MessageId message, String text) implements Happening {}

  /// The contact called and nobody picked up.
  ///
  /// @param voicemail whether the caller left one
  record CallMissed(Optional<MessageId> call, boolean voicemail) implements Happening {}

  /// Something became of a message of the business.
  ///
  /// @param message as numbered when it was sent
  /// @param reason why it failed or bounced; empty otherwise
  record MessageOutcome(Delivery delivery, Channel channel, MessageId message, String reason)
      implements Happening {}

  record ConsentHappened(ConsentChange change, Set<Channel> channels) implements Happening {
    public ConsentHappened {
      channels = Set.copyOf(channels);
    }
  }

  record AppointmentHappened(AppointmentChange change, Appointment appointment)
      implements Happening {}

  record DealHappened(DealChange change, DealId deal, PipelineName pipeline) implements Happening {}

  record StageEntered(DealId deal, StageRef stage) implements Happening {}

  record TaskHappened(TaskChange change, String task, String title) implements Happening {}

  record NoteAdded(String note) implements Happening {}

  /// Money moved, or should have.
  ///
  /// @param subject the invoice's or payment's number in the CRM
  record MoneyHappened(MoneyChange change, String subject) implements Happening {}

  record FormSubmitted(String form) implements Happening {}

  record DateReached(FieldName field, LocalDate date) implements Happening {}

  /// A contract's schedule came round.
  ///
  /// @param contract whose schedule it is
  record ScheduleReached(ContractId contract, LocalDate date) implements Happening {}

  record StartedByHand(ContractId contract, String by) implements Happening {}

  record StartedByApi(ContractId contract, String by) implements Happening {}

  /// Another contract's exit sent the contact on.
  ///
  /// @param from the contract whose exit sent the contact on
  record Routed(ContractId from, ExitName exit, ContractId contract) implements Happening {}

  /// Somebody other than the contact and us acted.
  ///
  /// @param what a sentence without personal data, such as "moved the deal to Won"
  record ForeignHandActed(Hand hand, HandAct act, String what) implements Happening {}
}
