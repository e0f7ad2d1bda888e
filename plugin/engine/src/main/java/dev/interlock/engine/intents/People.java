package dev.interlock.engine.intents;

import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.model.Assignee;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.TeamName;
import java.util.List;
import java.util.Optional;

/// Finds the user who is meant. The members of a team take turns by contact: the same contact
/// always meets the same member.
///
/// @param owner the team that answers for the contract
record People(Operation operation, TeamName owner, ContactSnapshot contact) {

  /// The user's name; empty when nobody is meant by it.
  Optional<String> named(Assignee assignee) {
    return switch (assignee) {
      case Assignee.Team(var team) -> member(team);
      case Assignee.Owner() -> member(owner);
      case Assignee.ContactsAssignee() -> contact.assignee().or(() -> member(owner));
    };
  }

  private Optional<String> member(TeamName team) {
    List<String> members = operation.team(team).map(Operation.Team::members).orElse(List.of());
    return members.isEmpty()
        ? Optional.empty()
        : Optional.of(members.get(turn(contact.id().text(), members.size())));
  }

  /// By the contact's id alone, which no JVM and no restart changes.
  private static int turn(String contact, int members) {
    return Math.floorMod(contact.hashCode(), members);
  }
}
