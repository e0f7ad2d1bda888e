package dev.interlock.simulation;

import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.Message;
import dev.interlock.contract.model.PurposeName;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.StageRef;
import dev.interlock.core.View;
import dev.interlock.core.run.Admission.Reason;
import dev.interlock.core.run.Command;
import dev.interlock.core.run.Effect.Concern;
import dev.interlock.core.run.Entry;
import dev.interlock.core.run.Outcome;
import dev.interlock.core.run.Standing.Proof;
import dev.interlock.simulation.script.Act;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One thing that happened in a story.
public sealed interface Fact {
  // What others did.

  /// A beat of the script was played.
  ///
  /// @param beat its number, from 0
  record Played(int beat, Act act) implements Fact {}

  /// Contracts were told of an event; those that were under way heard it, and then each contract's
  /// door was asked.
  record Told(DomainEvent event, Origin origin, List<Who> underWay) implements Fact {
    public Told {
      underWay = List.copyOf(underWay);
    }
  }

  // What became of the contact at a contract's door.

  record Began(Who who, String key, Cause cause) implements Fact {}

  record Refused(ContractId contract, Cause cause, List<Reason> reasons) implements Fact {
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }

  /// The contact waits in turn for the lane.
  record Queued(Who who, Instant until, Cause cause) implements Fact {}

  /// Waiting in turn came to nothing.
  record TurnedAway(Who who, String reason) implements Fact {}

  /// The run has to leave the lane to another contract.
  record Displaced(Who who, ContractId by) implements Fact {}

  // What runs did.

  /// The run answered an event: by an arm, a handler, or the path for a message that failed.
  ///
  /// @param at the place at which it stood
  record Answered(Who who, String event, String at) implements Fact {}

  /// The event passed the run by: nothing listens for it there.
  ///
  /// @param at the place at which it stood; empty while it was leaving or waiting in turn
  /// @param waits whether it stood in a waiting step, or at a message that is held back
  record PassedBy(Who who, DomainEvent event, String at, boolean waits) implements Fact {}

  /// The run decided to have something done, on what was known then.
  record Given(Who who, Command command, View view) implements Fact {}

  /// The command has an outcome.
  ///
  /// @param view as it was then, with what the command itself has changed
  record Came(Who who, Command command, Outcome outcome, View view) implements Fact {}

  /// The command is not begun any more.
  record Dropped(Who who, Command command) implements Fact {}

  /// The contact got a message.
  ///
  /// @param purpose as declared or, for one of ours, contract and step; empty when nobody says
  /// @param message empty when it is none of ours
  /// @param at when it went out; earlier than this fact is known when it had been in doubt
  record Sent(
      Author by,
      Channel channel,
      Optional<PurposeName> purpose,
      Optional<Message> message,
      Instant at)
      implements Fact {}

  /// A message of ours did not go out, or not yet.
  record NotSent(Who who, String step, Channel channel, Why why, String words) implements Fact {}

  /// Why a message did not go out.
  enum Why {
    /// One for the same purpose went out lately.
    SUPPRESSED,
    /// The contact opted out, or has no address.
    BLOCKED,
    /// Quiet hours or a limit hold it back for a while.
    HELD,
    /// It would have been held back for too long.
    EXPIRED
  }

  /// The run goes on, or waits, by a condition of which the CRM does not say whether it holds.
  ///
  /// @param step the branch that it went on by, the await whose arm asks, or `throughout` for a
  ///   handler
  record Unsaid(Who who, String step) implements Fact {
    /// The place of a handler.
    public static final String THROUGHOUT = "throughout";
  }

  /// An attribute of the contact is another one than before; keys are those of
  /// [dev.interlock.core.Attributes]. Empty values are absent.
  record Written(Author by, String attribute, Optional<String> before, Optional<String> after)
      implements Fact {}

  /// The deal stands elsewhere than before; [Written] says so, too.
  ///
  /// @param from empty when the deal was made by this
  record StageMoved(Author by, Optional<StageName> from, StageRef to) implements Fact {}

  /// A run tried to move the deal back, which the operation does not declare, and was refused.
  record MovedBack(Who who, String step, StageName from, StageRef to) implements Fact {}

  /// The run begins to leave by the exit.
  record Leaving(Who who, ExitName exit) implements Fact {}

  /// The run is over.
  ///
  /// @param contact as the CRM has them at that moment
  /// @param openTasks titles of the tasks of the run that are open at that moment
  record Left(
      Who who,
      ExitName exit,
      String reason,
      Proof proof,
      ContactSnapshot contact,
      List<String> openTasks)
      implements Fact {
    public Left {
      openTasks = List.copyOf(openTasks);
    }
  }

  // What is for people, and how it stands.

  /// A line of the run's journal.
  record Noted(Who who, Entry entry) implements Fact {}

  /// Somebody has to look at this.
  record Attention(Who who, Concern concern, String words) implements Fact {}

  /// Nothing more happens by itself at this moment.
  record Rests(Situation situation) implements Fact {}
}
