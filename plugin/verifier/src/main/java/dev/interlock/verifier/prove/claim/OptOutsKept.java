package dev.interlock.verifier.prove.claim;

import dev.interlock.contract.contact.Consent;
import dev.interlock.contract.model.Step;
import dev.interlock.verifier.prove.symbolic.Machine;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.world.Event;
import dev.interlock.verifier.prove.world.Seat;
import dev.interlock.verifier.prove.world.Study;
import java.util.List;
import java.util.stream.Stream;

/// Nobody is written to after an opt-out.
public final class OptOutsKept implements Property {
  @Override
  public String rule() {
    return "E-OPTOUT-IGNORED";
  }

  @Override
  public String reason() {
    return "Whoever asked not to be written to is not written to again.";
  }

  @Override
  public List<Claim> claims(Study study, Machine<Event> machine) {
    return Steps.seats(study).flatMap(seat -> claims(study, machine, seat)).toList();
  }

  private Stream<Claim> claims(Study study, Machine<Event> machine, Seat seat) {
    return Steps.doing(machine, seat)
        .filter(doing -> doing.what().marks().sent().isPresent())
        .map(doing -> {
          Step.Send send = (Step.Send) doing.step();
          Predicate optedOut = study.consent(send.message().channel(), Consent.OPTED_OUT);
          Predicate told =
              send.terms().afterOptOut().isPresent()
                  ? Predicate.never()
                  : study.wasToldToStop(seat);
          return Claim.Never.move(
              Subject.step(
                  rule(),
                  seat.contract(),
                  send,
                  "*%s* can go out after the contact asked for no more messages"
                      .formatted(send.name()),
                  "leave with whenever(optedOut(...)), or say afterOptOut(\"why\") for another"
                      + " channel."),
              optedOut.or(told),
              doing.move());
        });
  }
}
