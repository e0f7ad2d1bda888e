package dev.interlock.verifier.prove.concrete;

import dev.interlock.contract.contact.Appointment;
import dev.interlock.contract.contact.Consent;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.StageRef;
import dev.interlock.contract.model.TagName;
import dev.interlock.simulation.script.Opening;
import dev.interlock.simulation.script.Opening.StandingDeal;
import dev.interlock.simulation.script.Opening.Visit;
import dev.interlock.verifier.prove.symbolic.State;
import dev.interlock.verifier.prove.symbolic.Variable;
import dev.interlock.verifier.prove.world.Account;
import dev.interlock.verifier.prove.world.Attribute;
import dev.interlock.verifier.prove.world.Study;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes a contact who stands as a state of the model says.
final class Openings {
  private final Study study;
  private final State state;
  private final Casting casting;
  private final Set<TagName> tags = new HashSet<>();
  private final Map<FieldName, String> fields = new LinkedHashMap<>();
  private final Map<Channel, String> addresses;
  private final Map<Channel, Consent> consent;
  private final List<StandingDeal> deals = new ArrayList<>();
  private final List<Visit> visits = new ArrayList<>();

  private Openings(Study study, State state, Casting casting) {
    this.study = study;
    this.state = state;
    this.casting = casting;
    Opening usual = Opening.of(casting.name());
    this.addresses = new EnumMap<>(Channel.class);
    this.addresses.putAll(usual.addresses());
    this.consent = new EnumMap<>(Channel.class);
    this.consent.putAll(usual.consent());
  }

  static Opening of(Study study, State state, Casting casting) {
    return new Openings(study, state, casting).opening();
  }

  private Opening opening() {
    study.account().all().forEach(this::read);
    Opening usual = Opening.of(casting.name());
    return new Opening(
        casting.name(),
        usual.start().with(casting.begins()),
        usual.zone(),
        tags,
        fields,
        addresses,
        consent,
        Optional.empty(),
        deals,
        visits,
        true,
        true);
  }

  private void read(Attribute attribute, Variable variable) {
    int value = state.value(variable);
    String words = variable.values().get(value);
    switch (attribute) {
      case Attribute.Tag(var tag) -> {
        if (value == 1) {
          tags.add(tag);
        }
      }
      case Attribute.Field(var field) -> {
        if (!words.isEmpty()) {
          fields.put(field, words);
        }
      }
      case Attribute.Stage(var pipeline) -> {
        if (value > 0) {
          deals.add(
              new StandingDeal(
                  new StageRef(pipeline, new StageName(words)),
                  status(pipeline),
                  Optional.empty()));
        }
      }
      case Attribute.Address(var channel) -> {
        if (value == 0) {
          addresses.remove(channel);
        } else {
          addresses.putIfAbsent(channel, "someone");
        }
      }
      case Attribute.Consent(var channel) -> {
        switch (value) {
          case 0 -> consent.remove(channel);
          case 1 -> consent.put(channel, Consent.ALLOWED);
          default -> consent.put(channel, Consent.OPTED_OUT);
        }
      }
      case Attribute.Diary(var calendar) -> {
        if (value == 6) {
          Duration later = casting.ahead().multipliedBy(2);
          visits.add(new Visit(calendar, later, Appointment.Status.BOOKED));
        }
        boolean ahead = value == 1 || value == 6;
        visit(value)
            .ifPresent(status ->
                visits.add(
                    new Visit(
                        calendar, ahead ? casting.ahead() : casting.ahead().negated(), status)));
      }
      case Attribute.Status _, Attribute.Started _, Attribute.Question _ -> {}
    }
  }

  private DealStatus status(PipelineName pipeline) {
    return study
        .account()
        .tracked(new Attribute.Status(pipeline))
        .map(variable -> Account.status(state.value(variable)))
        .orElse(DealStatus.OPEN);
  }

  private static Optional<Appointment.Status> visit(int value) {
    return switch (value) {
      case 0 -> Optional.empty();
      case 1, 2, 6 -> Optional.of(Appointment.Status.BOOKED);
      case 3 -> Optional.of(Appointment.Status.SHOWED);
      case 4 -> Optional.of(Appointment.Status.NO_SHOW);
      default -> Optional.of(Appointment.Status.CANCELLED);
    };
  }
}
