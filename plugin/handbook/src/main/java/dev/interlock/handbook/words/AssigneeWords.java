package dev.interlock.handbook.words;

import dev.interlock.contract.model.Assignee;

/// People and teams in words.
public final class AssigneeWords {
  private AssigneeWords() {}

  /// What the owner of a workflow is called where nobody says which team that is.
  public static final String OWNER = "the owner of this workflow";

  /// As in `Front desk`, `the owner of this workflow`.
  public static String who(Assignee assignee) {
    return who(assignee, OWNER);
  }

  /// The same, where it is known what the owner is called.
  public static String who(Assignee assignee, String owner) {
    return switch (assignee) {
      case Assignee.Team(var team) -> team.text();
      case Assignee.Owner _ -> owner;
      case Assignee.ContactsAssignee _ -> "whoever they are assigned to (else " + owner + ")";
    };
  }
}
