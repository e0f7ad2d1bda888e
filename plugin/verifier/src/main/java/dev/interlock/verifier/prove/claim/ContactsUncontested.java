package dev.interlock.verifier.prove.claim;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Declaration;
import dev.interlock.verifier.prove.symbolic.Machine;
import dev.interlock.verifier.prove.world.Event;
import dev.interlock.verifier.prove.world.Seat;
import dev.interlock.verifier.prove.world.Study;
import java.util.List;

/// No two runs that write to the contact are inside the same contact at once.
public final class ContactsUncontested implements Property {
  @Override
  public String rule() {
    return "E-CONTACT-CONTESTED";
  }

  @Override
  public String reason() {
    return "Two workflows that talk to one contact at once contradict each other sooner or later.";
  }

  @Override
  public boolean looksAt(ContractSet set, List<Contract> studied) {
    return studied.size() == 2 && !Together.areApart(studied);
  }

  @Override
  public List<Claim> claims(Study study, Machine<Event> machine) {
    if (study.seats().size() != 2) {
      return List.of();
    }
    Seat first = study.seats().getFirst();
    Seat second = study.seats().getLast();
    if (!judges(study, first, second)) {
      return List.of();
    }
    boolean itself = first.id().equals(second.id());
    String other = second.id().text();
    return List.of(
        Claim.Never.be(
            Subject.contract(
                    rule(),
                    first.contract(),
                    other,
                    itself
                        ? "two runs of it can be inside one contact at once, and both write to them"
                        : "a contact can be inside *%s* and *%s* at once, and both write to them"
                            .formatted(title(first), title(second)),
                    itself
                        ? "claim a lane, or say besides(\"%s\", \"why\").".formatted(other)
                        : ("claim one lane for both, or let one admit only contacts outside the other,"
                                + " or say besides(\"%s\", \"why\").")
                            .formatted(other))
                .and(second.id()),
            first.isInside().and(second.isInside())));
  }

  /// Whether these two must not be inside one contact at once.
  static boolean judges(Study study, Seat first, Seat second) {
    boolean apart = first.lane().isPresent() && first.lane().equals(second.lane());
    boolean agreed = allows(study, first, second) || allows(study, second, first);
    return !apart && !agreed && first.isFacing() && second.isFacing();
  }

  private static String title(Seat seat) {
    Contract contract = seat.contract();
    return contract.title().isBlank() ? contract.id().text() : contract.title();
  }

  private static boolean allows(Study study, Seat seat, Seat other) {
    return seat.contract().declarations().stream()
        .anyMatch(declaration ->
            declaration instanceof Declaration.Besides(var named, _, _)
                && study.isOne(named, other.id()));
  }
}
