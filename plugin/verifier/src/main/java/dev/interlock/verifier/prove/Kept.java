package dev.interlock.verifier.prove;

import dev.interlock.contract.model.Contract;
import dev.interlock.verifier.prove.claim.Property;
import dev.interlock.verifier.prove.world.Premises;
import dev.interlock.verifier.prove.world.Survey;
import java.util.List;
import java.util.Optional;

/// What was proved before of contracts of one set.
final class Kept {
  private final Proofs proofs;
  private final Premises premises;

  Kept(Proofs proofs, Survey survey) {
    this.proofs = proofs;
    this.premises = Premises.of(survey);
  }

  /// What is kept of these contracts, or may be.
  Entry of(List<Contract> studied, List<Property> properties) {
    List<String> rules = properties.stream().map(Property::rule).toList();
    return new Entry(proofs, premises.hashOf(studied, rules), rules);
  }

  /// @param rules what is asked of the contracts
  record Entry(Proofs proofs, String premises, List<String> rules) {
    /// How much holds of them, if all that is claimed does.
    Optional<Tally> find() {
      return proofs.find(premises).flatMap(text -> Tally.read(text, rules));
    }

    void keep(Tally proved) {
      proofs.keep(premises, proved.text());
    }
  }
}
