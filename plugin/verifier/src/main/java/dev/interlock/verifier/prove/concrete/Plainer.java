package dev.interlock.verifier.prove.concrete;

import dev.interlock.contract.contact.Consent;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.TagName;
import dev.interlock.simulation.script.Opening;
import dev.interlock.simulation.script.Opening.StandingDeal;
import dev.interlock.simulation.script.Opening.Visit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Contacts of whom there is one thing less to tell.
final class Plainer {
  private Plainer() {}

  static Stream<Opening> than(Opening opening) {
    Opening usual = Opening.of(opening.firstName());
    List<Opening> plainer = new ArrayList<>();
    for (TagName tag : opening.tags()) {
      Set<TagName> fewer = new HashSet<>(opening.tags());
      fewer.remove(tag);
      plainer.add(with(opening, fewer, opening.fields()));
    }
    for (FieldName field : opening.fields().keySet()) {
      Map<FieldName, String> fewer = new HashMap<>(opening.fields());
      fewer.remove(field);
      plainer.add(with(opening, opening.tags(), fewer));
    }
    usual
        .addresses()
        .forEach((channel, address) -> {
          Map<Channel, String> addresses = new HashMap<>(opening.addresses());
          addresses.put(channel, address);
          plainer.add(reached(opening, addresses, opening.consent()));
        });
    usual
        .consent()
        .forEach((channel, said) -> {
          Map<Channel, Consent> consent = new HashMap<>(opening.consent());
          consent.put(channel, said);
          plainer.add(reached(opening, opening.addresses(), consent));
        });
    for (StandingDeal deal : opening.deals()) {
      plainer.add(without(opening, deal));
    }
    for (Visit visit : opening.visits()) {
      plainer.add(without(opening, visit));
    }
    return plainer.stream();
  }

  private static Opening without(Opening opening, StandingDeal deal) {
    List<StandingDeal> fewer = new ArrayList<>(opening.deals());
    fewer.remove(deal);
    return standing(opening, fewer, opening.visits());
  }

  private static Opening without(Opening opening, Visit visit) {
    List<Visit> fewer = new ArrayList<>(opening.visits());
    fewer.remove(visit);
    return standing(opening, opening.deals(), fewer);
  }

  private static Opening with(Opening opening, Set<TagName> tags, Map<FieldName, String> fields) {
    return new Opening(
        opening.firstName(),
        opening.start(),
        opening.zone(),
        tags,
        fields,
        opening.addresses(),
        opening.consent(),
        opening.assignee(),
        opening.deals(),
        opening.visits(),
        opening.saysDeals(),
        opening.saysAppointments());
  }

  private static Opening reached(
      Opening opening, Map<Channel, String> addresses, Map<Channel, Consent> consent) {
    return new Opening(
        opening.firstName(),
        opening.start(),
        opening.zone(),
        opening.tags(),
        opening.fields(),
        addresses,
        consent,
        opening.assignee(),
        opening.deals(),
        opening.visits(),
        opening.saysDeals(),
        opening.saysAppointments());
  }

  private static Opening standing(Opening opening, List<StandingDeal> deals, List<Visit> visits) {
    return new Opening(
        opening.firstName(),
        opening.start(),
        opening.zone(),
        opening.tags(),
        opening.fields(),
        opening.addresses(),
        opening.consent(),
        opening.assignee(),
        deals,
        visits,
        opening.saysDeals(),
        opening.saysAppointments());
  }
}
