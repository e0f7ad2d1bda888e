package dev.interlock.handbook.words;

import dev.interlock.contract.model.Assignee;

/// People and teams in words.
public final class AssigneeWords {
  private AssigneeWords() {}

  /// As in `Front desk`, `the owner of this workflow`.
  public static String who(Assignee assignee) {
    return switch (assignee) {
      case Assignee.Team(var team) -> team.text();
      case Assignee.Owner _ -> "the owner of this workflow";
      case Assignee.ContactsAssignee _ ->
          "whoever they are assigned to (else the owner of this workflow)";
    };
  }
}
