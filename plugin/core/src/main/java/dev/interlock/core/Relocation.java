package dev.interlock.core;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.LaneClaim;
import dev.interlock.core.program.Node;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.program.Program;
import dev.interlock.core.run.Decision;
import dev.interlock.core.run.Entry;
import dev.interlock.core.run.Memory;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.Standing;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Moves runs from one version of a contract to another.
///
/// A run is moved where it rests, to a place of the same kind: a wait to a wait, an await to an
/// await, a message held back to a message. What it waits for stays as it was. In its new place it
/// goes on as if it had come there by itself.
///
/// @param named places of the old version that are called otherwise in the new one
public record Relocation(Program from, Program to, Map<NodeId, NodeId> named) {
  public Relocation {
    named = Map.copyOf(named);
  }

  /// Where a place lies in the new version.
  public sealed interface Counterpart {
    record There(NodeId place) implements Counterpart {}

    /// Nowhere.
    ///
    /// @param why as in "it cannot be moved: ..."
    record Nowhere(String why) implements Counterpart {}
  }

  /// What came of moving a run.
  public sealed interface Moved {
    record Done(Decision decision) implements Moved {}

    /// It stays where it is.
    record Stays(String why) implements Moved {}
  }

  /// Why no run at all can be moved, if so.
  public Optional<String> obstacle() {
    Contract old = from.contract();
    Contract fresh = to.contract();
    if (!old.id().equals(fresh.id())) {
      return Optional.of(fresh.id() + " is another contract than " + old.id());
    }
    if (old.key() != fresh.key()) {
      return Optional.of("the new version counts its runs by something else");
    }
    return claim(old).equals(claim(fresh))
        ? misnamed()
        : Optional.of("the new version claims another lane, or with another priority");
  }

  /// A name that is no place is rather a slip than a wish.
  private Optional<String> misnamed() {
    Optional<NodeId> unknown =
        named.keySet().stream().filter(place -> !from.nodes().containsKey(place)).findFirst();
    return unknown
        .map(place -> "its version has no place " + place)
        .or(() ->
            named.values().stream()
                .filter(place -> !to.nodes().containsKey(place))
                .findFirst()
                .map(place -> "the new version has no place " + place));
  }

  /// What a run holds of its lane; how an entrant waits for one is no matter to it.
  private static String claim(Contract contract) {
    return switch (contract.lane()) {
      case LaneClaim.InLane(var lane, _, var priority, _) -> lane + " " + priority;
      case LaneClaim.NoLane _ -> "";
    };
  }

  /// Where a place lies in the new version: under the name that was given for it, else under its
  /// own.
  public Counterpart of(NodeId place) {
    NodeId there = named.getOrDefault(place, place);
    Node old = from.node(place);
    Node fresh = to.nodes().get(there);
    if (fresh == null) {
      return new Counterpart.Nowhere("the new version has no place " + there);
    }
    return fresh.getClass().equals(old.getClass())
        ? new Counterpart.There(there)
        : new Counterpart.Nowhere(there + " is " + words(fresh) + " there, and not " + words(old));
  }

  private static String words(Node node) {
    return switch (node) {
      case Node.SendNode _ -> "a message";
      case Node.ActNode _ -> "another step";
      case Node.WaitNode _ -> "a wait";
      case Node.AwaitNode _ -> "an await";
      case Node.BranchNode _ -> "a branch";
      case Node.SplitNode _ -> "a split";
      case Node.LeaveNode _ -> "an exit";
    };
  }

  /// Moves a run.
  ///
  /// @param hash of the new version
  public Moved move(Run run, String hash, String by) {
    Optional<String> obstacle = obstacle();
    if (obstacle.isPresent()) {
      return new Moved.Stays(obstacle.get());
    }
    return switch (placed(run.standing())) {
      case Placed.Not(var why) -> new Moved.Stays(why);
      case Placed.Here(var standing) -> {
        Memory memory = remembering(run.memory(), run.standing());
        String step = standing.place().map(NodeId::text).orElse("");
        var entry = new Entry(Entry.Kind.OPERATOR, step, words(run, memory, by));
        Run moved = run.following(hash).remembering(memory).at(standing);
        yield new Moved.Done(new Decision(moved, List.of(), List.of(entry), List.of()));
      }
    };
  }

  private static String words(Run run, Memory memory, String by) {
    int lost = run.memory().sent().size() - memory.sent().size();
    return by
        + " moved the run to another version of the workflow."
        + (lost == 0
            ? ""
            : " Should one of "
                + lost
                + " earlier messages not arrive, nothing follows from that.");
  }

  private sealed interface Placed {
    record Here(Standing standing) implements Placed {}

    record Not(String why) implements Placed {}
  }

  private Placed placed(Standing standing) {
    return switch (standing) {
      case Standing.Waiting(var at, var since, var until) ->
          at(at, there -> new Standing.Waiting(there, since, until));
      case Standing.Awaiting(var at, var since, var until) ->
          at(at, there -> new Standing.Awaiting(there, since, until));
      case Standing.Held(var at, var since, var until) ->
          at(at, there -> new Standing.Held(there, since, until));
      case Standing.Paused(var stopped, var since) ->
          switch (placed(stopped)) {
            case Placed.Here(var there) -> new Placed.Here(new Standing.Paused(there, since));
            case Placed.Not not -> not;
          };
      case Standing.Queued _ -> new Placed.Here(standing);
      case Standing.Commanded _ ->
          new Placed.Not("it is in the middle of a step; give the order again a little later");
      case Standing.Ready _ ->
          new Placed.Not("it was paused in the middle of a step; resume it first");
      case Standing.Doubtful _ ->
          new Placed.Not("it is in doubt; `interlock order settle` says what became of it");
      case Standing.Closing _, Standing.Verifying _ ->
          new Placed.Not("it is leaving, and leaves what its version promised");
      case Standing.Ended _, Standing.TurnedAway _ -> new Placed.Not("it is over");
    };
  }

  private interface Replaced {
    Standing at(NodeId there);
  }

  private Placed at(NodeId place, Replaced standing) {
    return switch (of(place)) {
      case Counterpart.There(var there) -> new Placed.Here(standing.at(there));
      case Counterpart.Nowhere(var why) -> new Placed.Not(why);
    };
  }

  /// What was sent is remembered by the step that sent it, since its failure path may follow.
  private Memory remembering(Memory memory, Standing standing) {
    List<Memory.Sent> sent =
        memory.sent().stream()
            .flatMap(one ->
                there(one.at())
                    .map(at -> new Memory.Sent(at, one.channel(), one.message(), one.when()))
                    .stream())
            .toList();
    Optional<Memory.Grant> grant =
        memory
            .grant()
            .filter(one -> standing.place().filter(one.at()::equals).isPresent())
            .flatMap(one ->
                there(one.at())
                    .map(at -> new Memory.Grant(at, one.due(), one.first(), one.attempts())));
    return memory.relocated(sent, grant);
  }

  private Optional<NodeId> there(NodeId place) {
    return from.nodes().containsKey(place) && of(place) instanceof Counterpart.There(var there)
        ? Optional.of(there)
        : Optional.empty();
  }
}
