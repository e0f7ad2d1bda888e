package dev.interlock.verifier.lot;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.EntryClause;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.Handler;
import dev.interlock.contract.model.LaneClaim;
import dev.interlock.contract.model.Reentry;
import dev.interlock.contract.model.Trigger;
import dev.interlock.contract.model.Trigger.OwnWrites;
import java.util.List;
import java.util.function.UnaryOperator;

/// A contract, to be changed in one of its parts.
public record Draft(Contract one) {
  public Contract id(String id) {
    return new Contract(
        new ContractId(id),
        id,
        one.owner(),
        one.purpose(),
        one.trigger(),
        one.admits(),
        one.lane(),
        one.reentry(),
        one.key(),
        one.handlers(),
        one.declarations(),
        one.path(),
        one.exits(),
        one.position());
  }

  public Contract admits(List<EntryClause> admits) {
    return of(one.trigger(), admits, one.lane(), one.reentry(), one.handlers(), one.exits());
  }

  public Contract handlers(List<Handler> handlers) {
    return of(one.trigger(), one.admits(), one.lane(), one.reentry(), handlers, one.exits());
  }

  public Contract reentry(Reentry reentry) {
    return of(one.trigger(), one.admits(), one.lane(), reentry, one.handlers(), one.exits());
  }

  public Contract lane(LaneClaim lane) {
    return of(one.trigger(), one.admits(), lane, one.reentry(), one.handlers(), one.exits());
  }

  public Contract exits(UnaryOperator<Exit> change) {
    List<Exit> exits = one.exits().stream().map(change).toList();
    return of(one.trigger(), one.admits(), one.lane(), one.reentry(), one.handlers(), exits);
  }

  public Contract ownWrites(OwnWrites heard) {
    Trigger trigger =
        new Trigger(
            one.trigger().event(), one.trigger().milestone(), heard, one.trigger().position());
    return of(trigger, one.admits(), one.lane(), one.reentry(), one.handlers(), one.exits());
  }

  private Contract of(
      Trigger trigger,
      List<EntryClause> admits,
      LaneClaim lane,
      Reentry reentry,
      List<Handler> handlers,
      List<Exit> exits) {
    return new Contract(
        one.id(),
        one.title(),
        one.owner(),
        one.purpose(),
        trigger,
        admits,
        lane,
        reentry,
        one.key(),
        handlers,
        one.declarations(),
        one.path(),
        exits,
        one.position());
  }
}
