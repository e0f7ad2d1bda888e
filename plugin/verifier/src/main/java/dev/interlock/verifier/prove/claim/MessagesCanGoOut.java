package dev.interlock.verifier.prove.claim;

import dev.interlock.contract.contact.Consent;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Consequence;
import dev.interlock.contract.model.OnFailure;
import dev.interlock.contract.model.Step;
import dev.interlock.verifier.prove.symbolic.Machine;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.world.Event;
import dev.interlock.verifier.prove.world.Seat;
import dev.interlock.verifier.prove.world.Study;
import java.util.List;
import java.util.stream.Stream;

/// Whoever comes to a message has an address for it, and had not opted out when they came in;
/// decided by what the filter and the branches before it imply, and not by what they mention.
public final class MessagesCanGoOut implements Property {
  @Override
  public String rule() {
    return "E-ADMIT-MISSING";
  }

  @Override
  public String reason() {
    return "Who may enter is decided at the door, with a reason; not by a message that fails later.";
  }

  @Override
  public List<Claim> claims(Study study, Machine<Event> machine) {
    return Steps.seats(study)
        .flatMap(seat ->
            Steps.places(seat).entrySet().stream()
                .filter(entry -> entry.getKey() instanceof Step.Send)
                .flatMap(entry ->
                    claims(
                        study,
                        seat,
                        (Step.Send) entry.getKey(),
                        Predicate.any(
                            entry.getValue().stream()
                                .map(node -> seat.standsAt(node.id()))
                                .toList()))))
        .toList();
  }

  private Stream<Claim> claims(Study study, Seat seat, Step.Send send, Predicate here) {
    Consequence usual = OnFailure.usual(send.position()).blocked();
    if (!send.onFailure().blocked().equals(usual)) {
      return Stream.empty();
    }
    Channel channel = send.message().channel();
    Predicate noAddress = study.hasAddress(channel).not();
    Predicate optedOut =
        study.consent(channel, Consent.OPTED_OUT).and(study.wasToldToStop(seat).not());
    return Stream.of(
        Claim.Never.be(
            Subject.step(
                rule(),
                seat.contract(),
                send,
                "admits contacts with no %s, which *%s* needs"
                    .formatted(channel.address(), send.name()),
                "say require(contact().%s(), \"why\"), or onBlocked(...) at the step."
                    .formatted(channel == Channel.EMAIL ? "hasEmail" : "hasPhone")),
            here.and(noAddress)),
        Claim.Never.be(
            Subject.step(
                rule(),
                seat.contract(),
                send,
                "admits contacts who opted out of %s, which *%s* sends"
                    .formatted(channel.many(), send.name()),
                "say refuse(contact().optedOutOf(%s), \"why\"), or onBlocked(...) at the step."
                    .formatted(channel.name())),
            here.and(optedOut).and(noAddress.not())));
  }
}
