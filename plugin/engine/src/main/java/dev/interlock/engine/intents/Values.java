package dev.interlock.engine.intents;

import dev.interlock.contract.contact.Appointment;
import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.Deal;
import dev.interlock.contract.contact.StandardFields;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.template.Source;
import dev.interlock.contract.template.Source.AppointmentPart;
import dev.interlock.contract.template.Source.DealPart;
import dev.interlock.contract.template.Source.LocationPart;
import dev.interlock.contract.template.Variable;
import dev.interlock.core.run.Memory;
import dev.interlock.crm.Crm.Detail;
import dev.interlock.engine.desk.Installation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// What the variables of texts stand for.
///
/// @param contact as read; gone when no variable needs it
record Values(Installation installation, ContactSnapshot contact, Memory memory, Instant now) {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE", Locale.US);
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMMM d", Locale.US);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.US);

  /// Whether a value comes from the contact, so that it has to be read.
  static boolean isOfContact(Source source) {
    return switch (source) {
      case Source.FullName _, Source.FieldValue _, Source.AddressFor _ -> true;
      case Source.OfAppointment _, Source.OfDeal _ -> true;
      case Source.SettingValue _, Source.OfLocation _ -> false;
    };
  }

  /// What the reading has to take in.
  static Set<Detail> details(Source source) {
    return switch (source) {
      case Source.OfAppointment _ -> Set.of(Detail.APPOINTMENTS);
      case Source.OfDeal _ -> Set.of(Detail.DEALS);
      case Source.FullName _, Source.FieldValue _, Source.AddressFor _ -> Set.of();
      case Source.SettingValue _, Source.OfLocation _ -> Set.of();
    };
  }

  /// The values of these variables, by the two halves of their names; empty text for none.
  Map<String, Map<String, String>> of(List<Variable> variables) {
    Map<String, Map<String, String>> values = new HashMap<>();
    for (Variable variable : variables) {
      int dot = variable.name().indexOf('.');
      values
          .computeIfAbsent(variable.name().substring(0, dot), _ -> new HashMap<>())
          .put(variable.name().substring(dot + 1), value(variable));
    }
    return values;
  }

  /// What the variable stands for; empty text when nothing does.
  String value(Variable variable) {
    return switch (variable.source()) {
      case Source.FullName() -> fullName();
      case Source.FieldValue(var field) -> contact.fields().getOrDefault(field, "");
      case Source.AddressFor(var channel) -> contact.addresses().getOrDefault(channel, "");
      case Source.SettingValue(var setting) -> installation.settings().getOrDefault(setting, "");
      case Source.OfAppointment(var part) ->
          appointment().map(appointment -> of(part, appointment)).orElse("");
      case Source.OfDeal(var part) -> deal().map(deal -> of(part, deal)).orElse("");
      case Source.OfLocation(var part) -> of(part);
    };
  }

  private String fullName() {
    String first = contact.fields().getOrDefault(StandardFields.FIRST_NAME, "");
    String last = contact.fields().getOrDefault(StandardFields.LAST_NAME, "");
    return (first + " " + last).strip();
  }

  private Optional<Appointment> appointment() {
    List<Appointment> all = contact.appointments().orElse(List.of());
    return memory
        .subject()
        .appointment()
        .flatMap(own -> all.stream().filter(each -> each.id().equals(own)).findFirst())
        .or(() ->
            all.stream()
                .filter(each -> each.isAhead(now))
                .min(Comparator.comparing(Appointment::start).thenComparing(Appointment::id)));
  }

  private String of(AppointmentPart part, Appointment appointment) {
    var start = appointment.start().atZone(zone());
    return switch (part) {
      case DAY -> DAY.format(start);
      case DATE -> DATE.format(start);
      case TIME -> TIME.format(start);
      case CALENDAR -> appointment.calendar().text();
    };
  }

  private ZoneId zone() {
    return contact.zone().orElse(installation.location().zone());
  }

  /// The run's own one, where it has one.
  private Optional<Deal> deal() {
    return lastTouched(deal -> memory.deals().containsValue(deal.id()))
        .or(() -> lastTouched(deal -> deal.status() == DealStatus.OPEN));
  }

  private Optional<Deal> lastTouched(Predicate<Deal> wanted) {
    return contact.deals().orElse(List.of()).stream()
        .filter(wanted)
        .max(Comparator.comparing(Deal::touchedAt).thenComparing(Deal::id));
  }

  private static String of(DealPart part, Deal deal) {
    return switch (part) {
      case NAME -> deal.name();
      case VALUE -> deal.value().map(BigDecimal::toPlainString).orElse("");
      case STAGE -> deal.stage().stage().text();
      case PIPELINE -> deal.stage().pipeline().text();
    };
  }

  private String of(LocationPart part) {
    return switch (part) {
      case NAME -> installation.location().name();
      case PHONE -> installation.location().phone();
      case TIMEZONE -> installation.location().zone().getId();
    };
  }
}
