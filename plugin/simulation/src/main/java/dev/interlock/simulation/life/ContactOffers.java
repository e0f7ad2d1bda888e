package dev.interlock.simulation.life;

import dev.interlock.contract.contact.Appointment;
import dev.interlock.contract.contact.Consent;
import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.model.CalendarName;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Operation;
import dev.interlock.simulation.Simulation;
import dev.interlock.simulation.script.Act;
import dev.interlock.simulation.script.By;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/// What the contact does. Whoever writes STOP is blocked by the CRM at the same moment, as carriers
/// demand.
record ContactOffers(Operation operation, Suggestions suggestions) {
  private static final List<Duration> AHEAD =
      List.of(
          Duration.ofMinutes(30),
          Duration.ofHours(3),
          Duration.ofHours(20),
          Duration.ofDays(2),
          Duration.ofDays(5),
          Duration.ofDays(12));

  private static ContactSnapshot contact(Simulation now) {
    return now.account().read();
  }

  /// Puts them among what the world offers.
  void addTo(Offers offers) {
    List<String> sayings = new ArrayList<>(suggestions.phrases());
    sayings.addAll(List.of("Yes please", "No thanks", "Who is this?"));
    offers.offer(12, (now, chance) -> writes(now, chance, chance.oneOf(sayings)));
    offers.offer(3, ContactOffers::stops);
    offers.offer(6, new Act.CallsAndIsMissed(false));
    offers.offer(2, (now, chance) -> consents(now, chance));
    List<CalendarName> calendars = operation.calendars();
    if (!calendars.isEmpty()) {
      offers.offer(8, (now, chance) -> books(now, chance.oneOf(calendars), chance));
      offers.offer(6, ContactOffers::changesAppointment);
      offers.offer(8, ContactOffers::visitEnds);
    }
  }

  private static List<Act> writes(Simulation now, Chance chance, String text) {
    return chance
        .oneOfAny(contact(now).addresses().keySet())
        .<List<Act>>map(channel -> List.of(new Act.Writes(channel, text)))
        .orElse(List.of());
  }

  private static List<Act> stops(Simulation now, Chance chance) {
    return List.of(new Act.OptsOut(EnumSet.of(Channel.SMS)), new Act.Writes(Channel.SMS, "STOP"));
  }

  private static List<Act> consents(Simulation now, Chance chance) {
    Channel channel = chance.percent(60) ? Channel.SMS : Channel.EMAIL;
    boolean out = contact(now).consent().get(channel) == Consent.OPTED_OUT;
    return List.of(
        out ? new Act.OptsIn(EnumSet.of(channel)) : new Act.OptsOut(EnumSet.of(channel)));
  }

  private static List<Act> books(Simulation now, CalendarName calendar, Chance chance) {
    long standing = appointments(now).stream().filter(one -> one.isAhead(now.now())).count();
    return standing > 1
        ? List.of()
        : List.of(
            new Act.Books(
                calendar, chance.oneOf(AHEAD), chance.percent(70) ? By.CONTACT : By.STAFF));
  }

  private static List<Appointment> appointments(Simulation now) {
    return contact(now).appointments().orElse(List.of());
  }

  private static Optional<Appointment> latest(Simulation now) {
    List<Appointment> all = appointments(now);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  private static List<Act> changesAppointment(Simulation now, Chance chance) {
    Optional<Appointment> latest = latest(now);
    if (latest.isEmpty()) {
      return List.of();
    }
    return switch (latest.get().status()) {
      case BOOKED ->
          List.of(
              chance.oneOf(
                  List.of(
                      new Act.Reschedules(chance.oneOf(AHEAD)),
                      new Act.Cancels(),
                      new Act.Confirms())));
      case CONFIRMED, NO_SHOW ->
          List.of(
              chance.percent(70) ? new Act.Reschedules(chance.oneOf(AHEAD)) : new Act.Cancels());
      case SHOWED, CANCELLED -> List.of();
    };
  }

  private static List<Act> visitEnds(Simulation now, Chance chance) {
    return latest(now)
        .filter(one -> !one.start().isAfter(now.now()))
        .filter(one ->
            one.status() == Appointment.Status.BOOKED
                || one.status() == Appointment.Status.CONFIRMED)
        .<List<Act>>map(_ -> List.of(chance.percent(60) ? new Act.ShowsUp() : new Act.StaysAway()))
        .orElse(List.of());
  }
}
