package dev.interlock.contract.dsl;

import dev.interlock.contract.model.Pipeline;
import dev.interlock.contract.model.Position;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.TeamName;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// What has been said of a stage so far.
public record StageDraft(
    StageName name,
    Optional<TeamName> owner,
    Optional<Duration> dwell,
    Set<StageName> lawfulReturns,
    String staffDoNext,
    boolean last,
    Position position) {
  public StageDraft {
    lawfulReturns = Set.copyOf(lawfulReturns);
  }

  /// The team that has the next move here.
  public StageDraft ownedBy(String team) {
    return new StageDraft(
        name, Optional.of(new TeamName(team)), dwell, lawfulReturns, staffDoNext, last, position);
  }

  /// How long a deal may stay before somebody is told.
  public StageDraft dwellsAtMost(Duration span) {
    return new StageDraft(
        name, owner, Optional.of(span), lawfulReturns, staffDoNext, last, position);
  }

  /// Earlier stages to which a deal may go back from here.
  public StageDraft mayReturnTo(StageName first, StageName... more) {
    Set<StageName> returns = Distinct.both(first, more);
    returns.addAll(lawfulReturns);
    return new StageDraft(name, owner, dwell, returns, staffDoNext, last, position);
  }

  /// What staff do with a deal that stands here.
  public StageDraft staffDo(String next) {
    return new StageDraft(name, owner, dwell, lawfulReturns, next, last, position);
  }

  /// The work ends here.
  public StageDraft asLast() {
    return new StageDraft(name, owner, dwell, lawfulReturns, staffDoNext, true, position);
  }

  Pipeline.Stage stage() {
    return new Pipeline.Stage(name, owner, dwell, lawfulReturns, staffDoNext, last, position);
  }
}
