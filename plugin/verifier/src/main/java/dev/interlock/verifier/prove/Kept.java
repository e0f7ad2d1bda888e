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

  /// How much holds of these contracts, if all that is claimed does.
  Optional<Tally> find(List<Contract> studied, List<Property> properties) {
    return proofs.find(key(studied, properties)).flatMap(Tally::read);
  }

  void keep(List<Contract> studied, List<Property> properties, Tally proved) {
    proofs.keep(key(studied, properties), proved.text());
  }

  private String key(List<Contract> studied, List<Property> properties) {
    return premises.of(studied, properties.stream().map(Property::rule).toList());
  }
}
