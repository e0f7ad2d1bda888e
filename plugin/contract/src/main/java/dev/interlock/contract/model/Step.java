package dev.interlock.contract.model;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/// One step of a path. A path is a tree: an arm or branch whose path does not end by an exit goes
/// on with what follows the step that it belongs to.
public sealed interface Step {
  /// The step's name, unique in the contract.
  StepName name();

  /// Where the author said it.
  Position position();

  /// Write to the contact.
  record Send(
      StepName name,
      Message message,
      SendTerms terms,
      String why,
      OnFailure onFailure,
      Position position)
      implements Step {

    /// The same step, with its reason.
    public Send why(String reason) {
      return new Send(name, message, terms, reason, onFailure, position);
    }

    /// The same step, trying this often and then taking the consequence.
    public Send onFailure(Retries retries, Consequence consequence) {
      return failing(OnFailure.always(retries.times(), consequence));
    }

    /// The same step, with another consequence when the message may not be sent.
    public Send onBlocked(Consequence consequence) {
      return failing(onFailure.onBlocked(consequence));
    }

    /// The same step, with another consequence when the message is reported as not delivered.
    public Send onUndelivered(Consequence consequence) {
      return failing(onFailure.onUndelivered(consequence));
    }

    /// The same step, for a declared purpose.
    public Send purpose(String purpose) {
      return on(terms.purpose(new PurposeName(purpose)));
    }

    /// The same step, asking the contact for these answers.
    public Send asking(SendTerms.Ask first, SendTerms.Ask... more) {
      return on(terms.asks(EnumSet.of(first, more)));
    }

    /// The same step, not sent at all when a policy would hold it back for longer.
    public Send expiresAfter(Duration span) {
      return on(terms.expiresAfter(span));
    }

    /// The same step, allowed after an opt-out from another channel, for this reason.
    public Send afterOptOut(String reason) {
      return on(terms.afterOptOut(reason));
    }

    /// The same step, allowed in quiet hours, for this reason, while what led to it happened no
    /// longer ago than [SendTerms#FRESH]; after that it waits like any other.
    public Send evenInQuietHours(String reason) {
      return on(terms.urgent(reason));
    }

    private Send on(SendTerms other) {
      return new Send(name, message, other, why, onFailure, position);
    }

    private Send failing(OnFailure other) {
      return new Send(name, message, terms, why, other, position);
    }
  }

  /// Do something in the CRM, or tell a person.
  record Act(StepName name, Action action, String why, OnFailure onFailure, Position position)
      implements Step {

    /// The same step under another name than the one made from what it does.
    public Act named(String other) {
      return new Act(new StepName(other), action, why, onFailure, position);
    }

    /// The same step, with its reason.
    public Act why(String reason) {
      return new Act(name, action, reason, onFailure, position);
    }

    /// The same step, trying this often and then taking the consequence.
    public Act onFailure(Retries retries, Consequence consequence) {
      return new Act(name, action, why, OnFailure.always(retries.times(), consequence), position);
    }
  }

  /// Let time pass. `body` is what the wait was for: it runs when the moment is reached.
  record Wait(StepName name, Pause pause, Path body, String why, Position position)
      implements Step {
    /// The same step, with its reason.
    public Wait why(String reason) {
      return new Wait(name, pause, body, reason, position);
    }
  }

  /// Wait for the first of several events, or for silence.
  record Await(StepName name, List<Arm> arms, Silence silence, String why, Position position)
      implements Step {
    public Await {
      arms = List.copyOf(arms);
    }

    /// The same step, with its reason.
    public Await why(String reason) {
      return new Await(name, arms, silence, reason, position);
    }
  }

  /// Go on by the contact's state. Arms are tried in order; unknown in a guard skips to `unknown`,
  /// or to `otherwise` where that is absent.
  record Branch(
      StepName name,
      List<Choice> choices,
      Path otherwise,
      Optional<Path> unknown,
      String why,
      Position position)
      implements Step {
    public Branch {
      choices = List.copyOf(choices);
    }

    /// The same step, with its reason.
    public Branch why(String reason) {
      return new Branch(name, choices, otherwise, unknown, reason, position);
    }
  }

  /// Go on by lot: the same contact always draws the same share of the same contract and step.
  record Split(StepName name, List<Share> shares, String why, Position position) implements Step {
    public Split {
      shares = List.copyOf(shares);
    }

    /// The same step, with its reason.
    public Split why(String reason) {
      return new Split(name, shares, reason, position);
    }
  }

  /// Do the body a fixed number of times; an exit inside ends it early.
  record Repeat(StepName name, int times, Path body, String why, Position position)
      implements Step {
    public Repeat {
      if (times < 1 || times > 50) {
        throw new ContractException("repeat " + times + " times; say 1 to 50");
      }
    }

    /// The same step, with its reason.
    public Repeat why(String reason) {
      return new Repeat(name, times, body, reason, position);
    }
  }

  /// Leave the contract by an exit. Its name as a step is the exit's.
  record Leave(ExitName exit, Position position) implements Step {
    @Override
    public StepName name() {
      return new StepName(exit.text());
    }
  }

  /// What an await does when one event comes first.
  record Arm(EventPattern event, Condition guard, Path path, String why, Position position) {}

  /// What an await does when nothing came until the deadline.
  record Silence(Deadline deadline, Path path, String why, Position position) {}

  /// One arm of a branch.
  record Choice(Condition guard, Path path, String why, Position position) {}

  /// One share of a split, in percent.
  record Share(int percent, Path path, Position position) {
    public Share {
      if (percent < 1 || percent > 100) {
        throw new ContractException("a share of " + percent + " %; say 1 to 100");
      }
    }
  }
}
