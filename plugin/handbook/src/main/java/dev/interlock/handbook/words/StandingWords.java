package dev.interlock.handbook.words;

import dev.interlock.contract.model.Contract;
import dev.interlock.core.program.Node;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.program.Program;
import dev.interlock.core.run.Standing;

/// Where a run stands and what comes next, as sentences.
public record StandingWords(Titles titles) {

  /// Where it stands.
  public String where(Program program, Standing standing) {
    return switch (standing) {
      case Standing.Queued _ -> "Waits its turn: another workflow holds the lane.";
      case Standing.Commanded(var at, _) -> "Under way: " + step(program, at) + ".";
      case Standing.Held(var at, _, _) -> "Held back for now: " + step(program, at) + ".";
      case Standing.Waiting(var at, _, _) -> sentence(program, at);
      case Standing.Awaiting(var at, _, _) -> sentence(program, at);
      case Standing.Doubtful(var at, _, var reason, _) ->
          "Nobody can tell whether this was done: "
              + step(program, at)
              + ". "
              + Phrases.sentence(reason);
      case Standing.Ready(var at) -> "Next: " + step(program, at) + ".";
      case Standing.Paused(var stopped, _) ->
          "Stopped by an operator. Before that: " + where(program, stopped);
      case Standing.Closing(var exit, var reason, _, _, _) ->
          "Leaving as " + Phrases.quoted(exit) + ": " + Phrases.sentence(reason);
      case Standing.Verifying(var exit, _, _, _) ->
          "Left as " + Phrases.quoted(exit) + "; the CRM is being read back.";
      case Standing.Ended(var exit, var reason, _, _) ->
          "Over: left as " + Phrases.quoted(exit) + ", because " + Phrases.sentence(reason);
      case Standing.TurnedAway(_, var reason) -> "Never began: " + Phrases.sentence(reason);
    };
  }

  /// What comes next.
  public String next(Program program, Standing standing) {
    return switch (standing) {
      case Standing.Queued _ -> "It begins when the lane is free, or is refused when time is up.";
      case Standing.Commanded _ -> "It goes on when the CRM has answered.";
      case Standing.Held _ -> "The message goes out when it may, if they still qualify.";
      case Standing.Waiting(var at, _, _) -> after(program, at);
      case Standing.Awaiting(var at, _, _) -> after(program, at);
      case Standing.Doubtful _ ->
          "Somebody has to look into the CRM and say whether it happened. It is not done again, and"
              + " counts as failed if nobody says so for "
              + DurationWords.span(Standing.Doubtful.LASTS)
              + ".";
      case Standing.Ready _, Standing.Paused _ -> "It goes on when an operator says so.";
      case Standing.Closing _, Standing.Verifying _ ->
          "The CRM is brought into the promised state and read back.";
      case Standing.Ended(var exit, _, _, _) -> nextAfter(program.contract(), exit.text());
      case Standing.TurnedAway _ -> "Nothing further comes of it.";
    };
  }

  /// Whether the CRM was left as promised.
  public static String proof(Standing.Proof proof) {
    return switch (proof) {
      case Standing.Proof.Verified _ -> "Read back: the CRM is as promised.";
      case Standing.Proof.Unverified(var difference) ->
          "Not as promised: " + Phrases.sentence(difference);
      case Standing.Proof.ContactGone _ -> "The contact is gone from the CRM.";
    };
  }

  private String nextAfter(Contract contract, String exit) {
    return contract.allExits().stream()
        .filter(one -> one.name().text().equals(exit))
        .findFirst()
        .map(one -> new ExitWords(titles).next(one.continuation()))
        .orElse("Nothing further is started.");
  }

  private String after(Program program, NodeId at) {
    return switch (program.node(at)) {
      case Node.AwaitNode await ->
          "If nothing comes until then: " + step(program, await.silence()) + ".";
      case Node.WaitNode wait -> Phrases.sentence(order(program, wait.reached()));
      case Node.SendNode _, Node.ActNode _, Node.BranchNode _ -> "Then it goes on.";
      case Node.SplitNode _, Node.LeaveNode _ -> "Then it goes on.";
    };
  }

  private String sentence(Program program, NodeId at) {
    return Phrases.sentence(order(program, at));
  }

  private String step(Program program, NodeId at) {
    return Phrases.lowered(order(program, at));
  }

  private String order(Program program, NodeId at) {
    StepWords words = new StepWords(titles, program.contract().owner().text());
    return switch (program.node(at)) {
      case Node.SendNode(_, var step, _, _) -> words.order(step);
      case Node.ActNode(_, var step, _, _) -> words.order(step);
      case Node.WaitNode(_, var step, _, _, _) -> words.order(step);
      case Node.AwaitNode(_, var step, _, _) -> words.order(step);
      case Node.BranchNode(_, var step, _, _, _) -> words.order(step);
      case Node.SplitNode(_, var step, _) -> words.order(step);
      case Node.LeaveNode(_, var exit, _) -> "Leave as " + Phrases.quoted(exit);
    };
  }
}
