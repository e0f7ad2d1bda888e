package dev.interlock.engine.json;

import dev.interlock.contract.model.Assignee;
import dev.interlock.contract.model.TeamName;

/// How it is written down who is meant.
final class AssigneeForm {
  private AssigneeForm() {}

  static Out write(Assignee assignee) {
    return switch (assignee) {
      case Assignee.Team(var team) -> Out.is("team").name("team", team);
      case Assignee.Owner _ -> Out.is("owner");
      case Assignee.ContactsAssignee _ -> Out.is("contacts-assignee");
    };
  }

  static Assignee read(In in) {
    String word = in.word();
    return switch (word) {
      case "team" -> new Assignee.Team(in.name("team", TeamName::new));
      case "owner" -> new Assignee.Owner();
      case "contacts-assignee" -> new Assignee.ContactsAssignee();
      default -> throw In.unknown("assignee", word);
    };
  }
}
