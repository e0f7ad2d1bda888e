package dev.interlock.contract.dsl;

import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.Declaration;
import dev.interlock.contract.model.EntryClause;
import dev.interlock.contract.model.EntryClause.Demand;
import dev.interlock.contract.model.EntryClause.WhenUnknown;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.Handler;
import dev.interlock.contract.model.LaneClaim;
import dev.interlock.contract.model.LaneName;
import dev.interlock.contract.model.Path;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.model.Reentry;
import dev.interlock.contract.model.RunKey;
import dev.interlock.contract.model.Step;
import dev.interlock.contract.model.TeamName;
import dev.interlock.contract.model.Trigger;
import dev.interlock.contract.model.Trigger.OwnWrites;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What has been said of a contract so far: one record per stage, each holding the one before.
final class Drafts {
  private Drafts() {}

  record Named(ContractId id, Position position) implements Drafting.NeedsTitle {
    @Override
    public NeedsOwner title(String title) {
      return new Titled(this, title);
    }
  }

  record Titled(Named named, String title) implements Drafting.NeedsOwner {
    @Override
    public NeedsPurpose owner(String team) {
      return new Owned(this, new TeamName(team));
    }
  }

  record Owned(Titled titled, TeamName owner) implements Drafting.NeedsPurpose {
    @Override
    public NeedsTrigger purpose(String sentence) {
      return new Purposed(this, sentence);
    }
  }

  record Purposed(Owned owned, String purpose) implements Drafting.NeedsTrigger {
    @Override
    public NeedsEntryFilter startsWhen(EventPattern event, Milestone milestone) {
      return startsWhen(event, milestone, OwnWrites.IGNORED);
    }

    @Override
    public NeedsEntryFilter startsWhen(
        EventPattern event, Milestone milestone, OwnWrites ownWrites) {
      return new Triggered(
          this, new Trigger(event, milestone.sentence(), ownWrites, Position.ofCaller()));
    }
  }

  record Triggered(Purposed purposed, Trigger trigger) implements Drafting.NeedsEntryFilter {
    @Override
    public NeedsLane admits(EntryClause first, EntryClause... more) {
      return new Filtered(this, both(first, more));
    }

    @Override
    public NeedsLane admitsEveryone(String reason) {
      EntryClause everyone =
          new EntryClause(
              Demand.REQUIRE,
              new Condition.Always(),
              reason,
              WhenUnknown.TURN_AWAY,
              Optional.empty(),
              Position.ofCaller());
      return new Filtered(this, List.of(everyone));
    }
  }

  record Filtered(Triggered triggered, List<EntryClause> admits) implements Drafting.NeedsLane {
    @Override
    public NeedsReentry lane(LaneName lane, Occupied whenOccupied) {
      return lane(lane, whenOccupied, new Priority(0));
    }

    @Override
    public NeedsReentry lane(LaneName lane, Occupied whenOccupied, Priority priority) {
      return new Laned(
          this,
          new LaneClaim.InLane(
              lane, whenOccupied.what(), priority.weight(), whenOccupied.orElse()));
    }

    @Override
    public NeedsReentry outsideLanes(String reason) {
      return new Laned(this, new LaneClaim.NoLane(reason));
    }
  }

  record Laned(Filtered filtered, LaneClaim lane) implements Drafting.NeedsReentry {
    @Override
    public NeedsPath reentry(Reentry reentry) {
      return new Pathless(this, reentry, RunKey.CONTACT, List.of(), List.of());
    }
  }

  record Pathless(
      Laned laned,
      Reentry reentry,
      RunKey key,
      List<Handler> handlers,
      List<Declaration> declarations)
      implements Drafting.NeedsPath {
    @Override
    public NeedsPath keyedBy(RunKey other) {
      return new Pathless(laned, reentry, other, handlers, declarations);
    }

    @Override
    public NeedsPath throughout(Handler first, Handler... more) {
      return new Pathless(laned, reentry, key, joined(handlers, both(first, more)), declarations);
    }

    @Override
    public NeedsPath ignores(EventPattern event, String reason) {
      return declaring(new Declaration.Ignores(event, reason, Position.ofCaller()));
    }

    @Override
    public NeedsPath besides(String contract, String reason) {
      return declaring(
          new Declaration.Besides(new ContractId(contract), reason, Position.ofCaller()));
    }

    @Override
    public NeedsPath waives(Declaration.Waives waiver) {
      return declaring(waiver);
    }

    @Override
    public NeedsPath changed(LocalDate on, String what) {
      return declaring(new Declaration.Changed(on, what, Position.ofCaller()));
    }

    @Override
    public NeedsExits path(Step first, Step... more) {
      return new Exitless(this, new Path(both(first, more)));
    }

    private NeedsPath declaring(Declaration declaration) {
      return new Pathless(
          laned, reentry, key, handlers, joined(declarations, List.of(declaration)));
    }
  }

  record Exitless(Pathless pathless, Path path) implements Drafting.NeedsExits {
    @Override
    public Complete exits(Exit first, Exit... more) {
      return new Whole(this, both(first, more));
    }
  }

  record Whole(Exitless exitless, List<Exit> exits) implements Drafting.Complete {
    @Override
    public Contract build() {
      Pathless pathless = exitless.pathless();
      Filtered filtered = pathless.laned().filtered();
      Purposed purposed = filtered.triggered().purposed();
      Owned owned = purposed.owned();
      Named named = owned.titled().named();
      return new Contract(
          named.id(),
          owned.titled().title(),
          owned.owner(),
          purposed.purpose(),
          filtered.triggered().trigger(),
          filtered.admits(),
          pathless.laned().lane(),
          pathless.reentry(),
          pathless.key(),
          pathless.handlers(),
          pathless.declarations(),
          exitless.path(),
          exits,
          named.position());
    }
  }

  @SafeVarargs
  static <T> List<T> both(T first, T... more) {
    List<T> all = new ArrayList<>(List.of(first));
    for (T another : more) {
      all.add(another);
    }
    return List.copyOf(all);
  }

  static <T> List<T> joined(List<T> some, List<T> others) {
    List<T> all = new ArrayList<>(some);
    all.addAll(others);
    return List.copyOf(all);
  }
}
