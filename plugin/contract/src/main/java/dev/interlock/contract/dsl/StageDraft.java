package dev.interlock.contract.dsl;

import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.Pipeline;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.TeamName;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// What has been said of a stage so far.
public record StageDraft(
    StageName name,
    Optional<TeamName> owner,
    Optional<Duration> dwell,
    Set<StageName> lawfulReturns,
    String staffDoNext,
    Set<ContractId> movers,
    boolean last,
    Position position) {
  public StageDraft {
    lawfulReturns = Set.copyOf(lawfulReturns);
    movers = Set.copyOf(movers);
  }

  /// The team that has the next move here.
  public StageDraft ownedBy(String team) {
    return new StageDraft(
        name,
        Optional.of(new TeamName(team)),
        dwell,
        lawfulReturns,
        staffDoNext,
        movers,
        last,
        position);
  }

  /// By when whoever has the next move has made it: how long a deal may stay at most. When it has
  /// stood for so long, and no run has the next move with it, that is raised once, until it moves
  /// on.
  public StageDraft dwellsAtMost(Duration span) {
    return new StageDraft(
        name, owner, Optional.of(span), lawfulReturns, staffDoNext, movers, last, position);
  }

  /// Earlier stages to which a deal may go back from here.
  public StageDraft mayReturnTo(StageName first, StageName... more) {
    Set<StageName> returns = Distinct.both(first, more);
    returns.addAll(lawfulReturns);
    return new StageDraft(name, owner, dwell, returns, staffDoNext, movers, last, position);
  }

  /// What staff do with a deal that stands here.
  public StageDraft staffDo(String next) {
    return new StageDraft(name, owner, dwell, lawfulReturns, next, movers, last, position);
  }

  /// The contracts by which deals are moved on from here, each by its name. Where none is named,
  /// any may whose owner is the stage's team.
  public StageDraft movedOnBy(String first, String... more) {
    Set<ContractId> named = new LinkedHashSet<>(movers);
    Distinct.both(first, more).forEach(contract -> named.add(new ContractId(contract)));
    return new StageDraft(name, owner, dwell, lawfulReturns, staffDoNext, named, last, position);
  }

  /// The work ends here.
  public StageDraft asLast() {
    return new StageDraft(name, owner, dwell, lawfulReturns, staffDoNext, movers, true, position);
  }

  Pipeline.Stage stage() {
    return new Pipeline.Stage(
        name, owner, dwell, lawfulReturns, staffDoNext, movers, last, position);
  }
}
