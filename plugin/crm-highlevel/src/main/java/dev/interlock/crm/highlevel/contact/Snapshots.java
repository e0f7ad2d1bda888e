package dev.interlock.crm.highlevel.contact;

import dev.interlock.contract.contact.Appointment;
import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.Deal;
import dev.interlock.contract.contact.Known;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.TagName;
import dev.interlock.crm.highlevel.names.ContactFields;
import dev.interlock.crm.highlevel.names.Lookup;
import dev.interlock.crm.highlevel.names.Named;
import dev.interlock.crm.highlevel.names.StandardField;
import dev.interlock.crm.highlevel.wire.WireContact;
import dev.interlock.crm.highlevel.wire.WireCustomField;
import dev.interlock.crm.highlevel.wire.WireLocation;
import dev.interlock.crm.highlevel.wire.WireUser;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes a contact of the domain from one of HighLevel, with the names that it needs for that.
record Snapshots(WireLocation location, ContactFields fields, Named<WireUser> users) {
  ContactSnapshot of(
      WireContact contact,
      Instant readAt,
      Known<List<Deal>> deals,
      Known<List<Appointment>> appointments) {
    return new ContactSnapshot(
        new ContactId(contact.id()),
        readAt,
        true,
        fields(contact),
        addresses(contact),
        Consents.of(contact.dnd()),
        tags(contact.tags()),
        zone(contact),
        contact.assignedTo().map(id -> users.nameOf(id).orElse(id)),
        deals,
        appointments);
  }

  static Set<TagName> tags(List<String> tags) {
    return tags.stream().map(TagName::new).collect(Collectors.toSet());
  }

  static Map<Channel, String> addresses(WireContact contact) {
    var addresses = new EnumMap<Channel, String>(Channel.class);
    contact
        .phone()
        .ifPresent(phone ->
            List.of(Channel.SMS, Channel.CALL, Channel.VOICEMAIL)
                .forEach(channel -> addresses.put(channel, phone.strip())));
    contact.email().ifPresent(email -> addresses.put(Channel.EMAIL, email.strip()));
    return addresses;
  }

  private Map<FieldName, String> fields(WireContact contact) {
    var texts = new HashMap<FieldName, String>();
    for (WireCustomField field : fields.all()) {
      custom(field, contact, texts);
    }
    for (StandardField field : StandardField.values()) {
      FieldTexts.standing(contact, field).ifPresent(text -> texts.put(field.called(), text));
    }
    return texts;
  }

  /// What two fields of one name hold says nothing about either.
  private void custom(WireCustomField field, WireContact contact, Map<FieldName, String> texts) {
    Optional<String> name = fields.custom().nameOf(field.id());
    if (name.isPresent() && fields.custom().called(name.get()) instanceof Lookup.One) {
      FieldTexts.standing(contact, field)
          .ifPresent(text -> texts.put(new FieldName(name.get()), text));
    }
  }

  private Optional<ZoneId> zone(WireContact contact) {
    return location.ignoresContactTimezones().orElse(false)
        ? Optional.empty()
        : contact.timezone().flatMap(Snapshots::zone);
  }

  private static Optional<ZoneId> zone(String text) {
    try {
      return Optional.of(ZoneId.of(text.strip()));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
