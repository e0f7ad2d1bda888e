package dev.interlock.verifier.prove.world;

import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.PurposeName;
import dev.interlock.contract.model.StageRef;
import dev.interlock.core.program.NodeId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a move is, for properties and for stories.
public sealed interface Event {

  /// The contact, staff, an automation or the calendar does something.
  record Acts(WorldAct act) implements Event {}

  /// Something changes of which nobody in particular is the cause.
  record Drifts(Attribute attribute, int value) implements Event {}

  /// So much time passes that something counts as long ago.
  record TimePasses(Duration span) implements Event {}

  /// Other versions of contracts take entries from now on.
  record GoesLive() implements Event {}

  /// The contact is let in.
  record Begins(Seat seat) implements Event {}

  /// The contact is turned away at the door, or after waiting in turn.
  record Refused(ContractId contract) implements Event {}

  /// The contact waits in turn.
  record Queues(Seat seat) implements Event {}

  /// A run of lower priority has to leave.
  record Displaces(ContractId by, Seat holder) implements Event {}

  /// A colleague ends a run by hand.
  record Withdraws(Seat seat) implements Event {}

  /// A run hears something and goes on from it, or nobody listens.
  record Hears(Seat seat, NodeId place, WorldAct act, By by) implements Event {}

  /// A message turns out not to have been delivered.
  record Undelivered(Seat seat, NodeId sender) implements Event {}

  /// A step is done, or is not.
  ///
  /// @param limb which choice or share, from 0; 0 for every other way
  record Does(Seat seat, NodeId place, Way way, int limb, Marks marks) implements Event {}

  /// A run leaves by an exit, and has made its promises true.
  record Leaves(Seat seat, NodeId place, ExitName exit, Marks marks) implements Event {}

  /// A contract outside the study does something of its own.
  record Outside(ContractId contract, String words, List<Write> writes) implements Event {}

  /// Who in a contract answers what a run hears.
  sealed interface By {
    /// An await's arm, numbered from 0.
    record Arm(int number) implements By {}

    /// A run-wide handler, numbered from 0.
    record Handler(int number) implements By {}

    record Nobody() implements By {}
  }

  /// How a run leaves a place.
  enum Way {
    DONE,
    REFUSED,
    BLOCKED,
    NO_LONGER_ADMITTED,
    REACHED,
    PAST,
    GONE,
    SILENCE,
    CHOSEN,
    OTHERWISE,
    UNKNOWN,
    DRAWN
  }

  /// What a move leaves in the CRM or with the contact.
  ///
  /// @param sent the channel and purpose of the message that goes out
  /// @param backward the stage to which a deal would have been moved back
  record Marks(List<Write> writes, Optional<Sent> sent, Optional<StageRef> backward) {
    static final Marks NONE = new Marks(List.of(), Optional.empty(), Optional.empty());

    static Marks writing(List<Write> writes) {
      return new Marks(writes, Optional.empty(), Optional.empty());
    }
  }

  /// An attribute gets a value.
  record Write(Attribute attribute, String value) {}

  /// A message goes out.
  record Sent(Channel channel, PurposeName purpose) {}
}
