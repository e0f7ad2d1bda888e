package dev.interlock.simulation.script;

import dev.interlock.contract.contact.Appointment;
import dev.interlock.contract.contact.Consent;
import dev.interlock.contract.model.CalendarName;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.StageRef;
import dev.interlock.contract.model.TagName;
import dev.interlock.simulation.script.Opening.StandingDeal;
import dev.interlock.simulation.script.Opening.Visit;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Openings as data.
final class OpeningData {
  private OpeningData() {}

  static Map<String, Object> write(Opening opening) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("firstName", opening.firstName());
    data.put("start", opening.start().toString());
    data.put("zone", opening.zone().getId());
    data.put("tags", opening.tags().stream().map(TagName::text).toList());
    Map<String, Object> fields = new TreeMap<>();
    opening.fields().forEach((field, value) -> fields.put(field.text(), value));
    data.put("fields", fields);
    Map<String, Object> addresses = new TreeMap<>();
    opening.addresses().forEach((channel, address) -> addresses.put(Words.of(channel), address));
    data.put("addresses", addresses);
    Map<String, Object> consent = new TreeMap<>();
    opening.consent().forEach((channel, said) -> consent.put(Words.of(channel), Words.of(said)));
    data.put("consent", consent);
    opening.assignee().ifPresent(assignee -> data.put("assignee", assignee));
    data.put("deals", opening.deals().stream().map(OpeningData::write).toList());
    data.put("visits", opening.visits().stream().map(OpeningData::write).toList());
    data.put("saysDeals", opening.saysDeals());
    data.put("saysAppointments", opening.saysAppointments());
    return data;
  }

  private static Map<String, Object> write(StandingDeal deal) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("pipeline", deal.at().pipeline().text());
    data.put("stage", deal.at().stage().text());
    data.put("status", Words.of(deal.status()));
    deal.value().ifPresent(value -> data.put("value", value));
    return data;
  }

  private static Map<String, Object> write(Visit visit) {
    // in this order each time: what is written goes into jars, of which the same give the same
    // bytes
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("calendar", visit.calendar().text());
    data.put("ahead", visit.ahead().toString());
    data.put("status", Words.of(visit.status()));
    return data;
  }

  static Opening read(Given given) {
    Opening usual = Opening.of(given.textIfAny("firstName").orElse("Ana"));
    Opening opening =
        new Opening(
            usual.firstName(),
            given
                .textIfAny("start")
                .flatMap(text ->
                    given.parsed(
                        "start", text, "a local time such as 2026-03-02T10:00", OpeningData::local))
                .orElse(usual.start()),
            given
                .textIfAny("zone")
                .flatMap(text ->
                    given.parsed("zone", text, "a zone such as America/New_York", ZoneId::of))
                .orElse(usual.zone()),
            Set.copyOf(given.names("tags", TagName::new)),
            given.texts("fields", FieldName::new),
            given.says("addresses") ? given.textsBy("addresses", Channel.class) : usual.addresses(),
            given.says("consent") ? consent(given) : usual.consent(),
            given.textIfAny("assignee"),
            deals(given),
            given.parts("visits").stream().map(OpeningData::visit).toList(),
            given.truth("saysDeals", usual.saysDeals()),
            given.truth("saysAppointments", usual.saysAppointments()));
    given.nothingElse();
    return opening;
  }

  private static LocalDateTime local(String text) {
    return LocalDateTime.parse(text);
  }

  private static Map<Channel, Consent> consent(Given given) {
    Map<Channel, Consent> consent = new TreeMap<>();
    given
        .textsBy("consent", Channel.class)
        .forEach((channel, said) ->
            consent.put(channel, given.constantOf("consent", said, Consent.class)));
    return consent;
  }

  private static List<StandingDeal> deals(Given given) {
    List<StandingDeal> deals = given.parts("deals").stream().map(OpeningData::deal).toList();
    Set<PipelineName> seen = new TreeSet<>();
    return deals.stream()
        .filter(deal -> {
          boolean first = seen.add(deal.at().pipeline());
          if (!first) {
            given.complain("deals", "two in " + deal.at().pipeline() + "; one at most is meant");
          }
          return first;
        })
        .toList();
  }

  private static StandingDeal deal(Given given) {
    StandingDeal deal =
        new StandingDeal(
            new StageRef(
                given.name("pipeline", PipelineName::new), given.name("stage", StageName::new)),
            given.constantIfAny("status", DealStatus.class).orElse(DealStatus.OPEN),
            given.numberIfAny("value"));
    given.nothingElse();
    return deal;
  }

  private static Visit visit(Given given) {
    Visit visit =
        new Visit(
            given.name("calendar", CalendarName::new),
            given.span("ahead"),
            given
                .constantIfAny("status", Appointment.Status.class)
                .orElse(Appointment.Status.BOOKED));
    given.nothingElse();
    return visit;
  }
}
