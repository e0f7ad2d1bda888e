package dev.interlock.engine.json;

import dev.interlock.contract.contact.Appointment;
import dev.interlock.contract.contact.AppointmentId;
import dev.interlock.contract.contact.Consent;
import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.Deal;
import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.contact.Known;
import dev.interlock.contract.model.CalendarName;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.TagName;
import dev.interlock.crm.Remembered;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How what is known of a contact is written down.
final class ContactForm {
  private ContactForm() {}

  /// The moment of the contact itself is there for almost everybody, and goes without its id.
  static Out write(ContactId contact, Remembered remembered) {
    var out = Out.plain();
    Map<String, Instant> asOf = new TreeMap<>(remembered.asOf());
    Optional.ofNullable(asOf.remove(contact.text())).ifPresent(at -> out.time("at", at));
    switch (remembered.tags()) {
      case Known.Said<Set<TagName>>(var tags) ->
          out.claim("tagged", true).names("tags", new TreeSet<>(tags));
      case Known.Unsaid<Set<TagName>> _ -> {
        // nothing said, nothing written
      }
    }
    return out.parts(
            "consent", new TreeMap<>(remembered.consent()).entrySet(), ContactForm::consent)
        .parts("appointments", remembered.appointments().values(), ContactForm::appointment)
        .parts("deals", remembered.deals().values(), ContactForm::deal)
        .parts("asOf", asOf.entrySet(), ContactForm::asOf);
  }

  static Remembered read(ContactId contact, In in) {
    Known<Set<TagName>> tags =
        in.claim("tagged")
            ? Known.said(Set.copyOf(in.names("tags", TagName::new)))
            : Known.unsaid();
    Map<Channel, Consent> consent = new HashMap<>();
    in.parts(
        "consent",
        each -> consent.put(each.word("by", Channel.class), each.word("consent", Consent.class)));
    Map<String, Instant> asOf = new HashMap<>();
    if (in.has("at")) {
      asOf.put(contact.text(), in.time("at"));
    }
    in.parts("asOf", each -> asOf.put(each.text("of"), each.time("at")));
    return new Remembered(
        tags,
        consent,
        byId(in.parts("appointments", ContactForm::appointment), Appointment::id),
        byId(in.parts("deals", ContactForm::deal), Deal::id),
        asOf);
  }

  static Out appointment(Appointment appointment) {
    return Out.plain()
        .name("id", appointment.id())
        .name("calendar", appointment.calendar())
        .time("start", appointment.start())
        .time("end", appointment.end())
        .text("status", appointment.status().name());
  }

  static Appointment appointment(In in) {
    return new Appointment(
        in.name("id", AppointmentId::new),
        in.name("calendar", CalendarName::new),
        in.time("start"),
        in.time("end"),
        in.word("status", Appointment.Status.class));
  }

  private static Out deal(Deal deal) {
    return LeavesForm.stage(Out.plain(), deal.stage())
        .name("id", deal.id())
        .text("name", deal.name())
        .text("status", deal.status().name())
        .maybe("value", deal.value().map(BigDecimal::toPlainString))
        .time("touched", deal.touchedAt());
  }

  private static Deal deal(In in) {
    return new Deal(
        in.name("id", DealId::new),
        in.text("name"),
        LeavesForm.stage(in),
        in.word("status", DealStatus.class),
        in.maybe("value", BigDecimal::new),
        in.time("touched"));
  }

  private static Out consent(Map.Entry<Channel, Consent> entry) {
    return Out.plain().text("by", entry.getKey().name()).text("consent", entry.getValue().name());
  }

  private static Out asOf(Map.Entry<String, Instant> entry) {
    return Out.plain().text("of", entry.getKey()).time("at", entry.getValue());
  }

  private static <I, T> Map<I, T> byId(List<T> values, Function<T, I> id) {
    return values.stream().collect(Collectors.toMap(id, Function.identity()));
  }
}
