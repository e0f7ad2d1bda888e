package dev.interlock.contract.template;

import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.SettingName;

/// Where the value of a variable comes from.
public sealed interface Source {

  /// The contact's first and last name, as far as the CRM has them.
  record FullName() implements Source {}

  /// A field of the contact, standard or custom.
  record FieldValue(FieldName field) implements Source {}

  /// Where the contact is reached by the channel: the number for texts, the address for e-mail.
  record AddressFor(Channel channel) implements Source {}

  /// A setting of the client.
  record SettingValue(SettingName setting) implements Source {}

  /// The run's appointment, else the contact's next one, in the contact's time zone.
  record OfAppointment(AppointmentPart part) implements Source {}

  /// The contact's open opportunity that was touched last.
  record OfDeal(DealPart part) implements Source {}

  /// The business's account in the CRM.
  record OfLocation(LocationPart part) implements Source {}

  /// What can be said of an appointment.
  enum AppointmentPart {
    /// The day of the week: Tuesday.
    DAY,
    /// Day and month: March 3.
    DATE,
    /// The local time of day at which it starts.
    TIME,
    /// The calendar's name.
    CALENDAR
  }

  /// What can be said of an opportunity.
  enum DealPart {
    NAME,
    VALUE,
    STAGE,
    PIPELINE
  }

  /// What can be said of the business.
  enum LocationPart {
    NAME,
    PHONE,
    TIMEZONE
  }
}
