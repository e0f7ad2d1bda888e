package dev.interlock.simulation;

import dev.interlock.contract.model.ContractId;
import dev.interlock.core.run.Facts;
import dev.interlock.core.run.Surroundings;
import dev.interlock.core.run.Surroundings.Active;
import dev.interlock.core.run.Surroundings.Past;

/// What our records say, as one contract reads them: runs on another version of it are runs of it.
record Namesakes(Changeover changeover, ContractId asking) {

  Facts in(Facts facts) {
    Surroundings around = facts.around();
    return new Facts(
        facts.contact(),
        new Surroundings(
            around.operation(),
            around.zone(),
            around.lanes(),
            around.active().stream()
                .map(run -> new Active(run.run(), name(run.contract()), run.key(), run.begunAt()))
                .toList(),
            around.ended().stream()
                .map(run -> new Past(name(run.contract()), run.key(), run.exit(), run.endedAt()))
                .toList(),
            around.sent()));
  }

  private ContractId name(ContractId contract) {
    return changeover.isOne(contract, asking) ? asking : changeover.contractOf(contract);
  }
}
