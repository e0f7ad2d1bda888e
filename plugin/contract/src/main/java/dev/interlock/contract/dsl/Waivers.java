package dev.interlock.contract.dsl;

import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.Declaration;
import dev.interlock.contract.model.Position;
import java.time.LocalDate;
import java.util.Optional;

/// What has been said of a waiver so far.
final class Waivers {
  private Waivers() {}

  record Named(
      String rule, String place, Optional<ContractId> other, String mark, Position position)
      implements Waiving.NeedsReason {
    @Override
    public NeedsReason at(String where) {
      return new Named(rule, where, other, mark, position);
    }

    @Override
    public NeedsReason with(String contract) {
      return new Named(rule, place, Optional.of(new ContractId(contract)), mark, position);
    }

    @Override
    public NeedsReason story(String told) {
      return new Named(rule, place, other, told, position);
    }

    @Override
    public NeedsDecider because(String reason) {
      return new Reasoned(this, reason);
    }
  }

  record Reasoned(Named named, String reason) implements Waiving.NeedsDecider {
    @Override
    public NeedsCompensation decidedBy(String who) {
      return new Decided(this, who);
    }
  }

  record Decided(Reasoned reasoned, String who) implements Waiving.NeedsCompensation {
    @Override
    public NeedsEnd compensatedBy(String what) {
      return new Compensated(this, what);
    }
  }

  record Compensated(Decided decided, String what) implements Waiving.NeedsEnd {
    @Override
    public Declaration.Waives until(LocalDate lastDay) {
      Reasoned reasoned = decided.reasoned();
      Named named = reasoned.named();
      return new Declaration.Waives(
          named.rule(),
          named.place(),
          named.other(),
          named.mark(),
          reasoned.reason(),
          decided.who(),
          what,
          lastDay,
          named.position());
    }
  }
}
