package dev.interlock.simulation.life;

import dev.interlock.contract.contact.Appointment;
import dev.interlock.contract.contact.Consent;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Operation.Field;
import dev.interlock.contract.model.Operation.Tag;
import dev.interlock.contract.model.Operation.TagGroup;
import dev.interlock.contract.model.Pipeline;
import dev.interlock.contract.model.StageRef;
import dev.interlock.contract.model.TagName;
import dev.interlock.simulation.script.Opening;
import dev.interlock.simulation.script.Opening.StandingDeal;
import dev.interlock.simulation.script.Opening.Visit;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// How random people stand in the CRM at first: in any way that the operation's declarations allow.
record Openings(Operation operation, Values values) {
  private static final List<String> NAMES = List.of("Ana", "Ben", "Cleo", "Dan", "Eva", "Finn");

  Opening any(Chance chance) {
    Opening usual = Opening.of(chance.oneOf(NAMES) + " " + chance.source().nextInt(1, 100));
    LocalDateTime start =
        usual.start().plus(chance.upTo(Duration.ofDays(7))).withSecond(0).withNano(0);
    return new Opening(
        usual.firstName(),
        start,
        usual.zone(),
        tags(chance),
        fields(start.toLocalDate(), chance),
        addresses(usual, chance),
        consent(chance),
        chance.percent(20) ? Optional.of("Dana Desk") : Optional.empty(),
        deals(chance),
        visits(chance),
        true,
        true);
  }

  private Set<TagName> tags(Chance chance) {
    Set<TagName> tags = new TreeSet<>();
    Set<TagName> grouped = new TreeSet<>();
    for (TagGroup group : operation.groups()) {
      grouped.addAll(group.members());
      if (group.oneMustHold() || chance.percent(40)) {
        chance.oneOfAny(group.members()).ifPresent(tags::add);
      }
    }
    operation.tags().stream()
        .map(Tag::name)
        .filter(tag -> !grouped.contains(tag) && chance.percent(15))
        .forEach(tags::add);
    return tags;
  }

  private Map<FieldName, String> fields(LocalDate today, Chance chance) {
    Map<FieldName, String> fields = new TreeMap<>();
    Stream.concat(operation.fields().stream(), values.undeclared(operation).stream())
        .filter(_ -> chance.percent(60))
        .forEach((Field field) -> {
          String value = values.any(field, today, chance);
          if (!value.isBlank()) {
            fields.put(field.name(), value);
          }
        });
    return fields;
  }

  private static Map<Channel, String> addresses(Opening usual, Chance chance) {
    Map<Channel, String> addresses = new EnumMap<>(Channel.class);
    usual
        .addresses()
        .forEach((channel, address) -> {
          if (chance.percent(92)) {
            addresses.put(channel, address);
          }
        });
    return addresses;
  }

  private static Map<Channel, Consent> consent(Chance chance) {
    Map<Channel, Consent> consent = new EnumMap<>(Channel.class);
    for (Channel channel : List.of(Channel.SMS, Channel.EMAIL)) {
      if (chance.percent(80)) {
        consent.put(channel, chance.percent(94) ? Consent.ALLOWED : Consent.OPTED_OUT);
      }
    }
    return consent;
  }

  private List<StandingDeal> deals(Chance chance) {
    List<StandingDeal> deals = new ArrayList<>();
    for (Pipeline pipeline : operation.pipelines()) {
      if (!pipeline.stages().isEmpty() && chance.percent(50)) {
        Pipeline.Stage stage = chance.oneOf(pipeline.stages());
        DealStatus status =
            chance.percent(85) ? DealStatus.OPEN : chance.oneOf(List.of(DealStatus.values()));
        deals.add(
            new StandingDeal(
                new StageRef(pipeline.name(), stage.name()), status, Optional.empty()));
      }
    }
    return deals;
  }

  private List<Visit> visits(Chance chance) {
    return operation.calendars().stream()
        .filter(_ -> chance.percent(12))
        .map(calendar ->
            new Visit(
                calendar, chance.upTo(Duration.ofDays(6)).minusDays(1), Appointment.Status.BOOKED))
        .toList();
  }
}
