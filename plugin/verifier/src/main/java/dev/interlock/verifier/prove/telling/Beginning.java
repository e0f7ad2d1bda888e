package dev.interlock.verifier.prove.telling;

import dev.interlock.contract.contact.Appointment;
import dev.interlock.contract.contact.Consent;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.core.Spans;
import dev.interlock.simulation.script.Opening;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What is out of the ordinary about the contact when the story begins.
record Beginning(Opening opening) {

  List<String> words() {
    String contact = opening.firstName();
    Opening usual = Opening.of(contact);
    List<String> all = new ArrayList<>();
    for (Channel channel : usual.addresses().keySet()) {
      if (!opening.addresses().containsKey(channel)) {
        all.add("%s has no %s".formatted(contact, channel.address()));
      }
    }
    for (Channel channel : usual.consent().keySet()) {
      Consent said = opening.consent().get(channel);
      if (said == null) {
        all.add("the CRM does not say whether %s agreed to %s".formatted(contact, channel.many()));
      } else if (said == Consent.OPTED_OUT) {
        all.add("%s has opted out of %s".formatted(contact, channel.many()));
      }
    }
    opening.tags().forEach(tag -> all.add("%s has the tag `%s`".formatted(contact, tag)));
    opening.fields().forEach((field, value) -> all.add("*%s* says %s".formatted(field, value)));
    opening
        .deals()
        .forEach(deal ->
            all.add(
                "%s has a deal at %s%s"
                    .formatted(
                        contact,
                        deal.at(),
                        deal.status() == DealStatus.OPEN
                            ? ""
                            : ", " + deal.status().name().toLowerCase(Locale.ROOT))));
    opening.visits().forEach(visit -> all.add(visit(contact, visit)));
    return all;
  }

  private static String visit(String contact, Opening.Visit visit) {
    boolean over = visit.ahead().isNegative();
    Duration span = visit.ahead().abs();
    String when = over ? Spans.words(span) + " ago" : Spans.words(span) + " ahead";
    String how =
        visit.status() == Appointment.Status.BOOKED
            ? ""
            : ", " + visit.status().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return "%s has an appointment in %s, %s%s".formatted(contact, visit.calendar(), when, how);
  }
}
