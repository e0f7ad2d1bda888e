package dev.interlock.contract.model;

import java.util.List;

/// The endings that every run has, whether its contract words them or not.
public final class Exits {
  public static final ExitName FAILED = new ExitName("failed");
  public static final ExitName DISPLACED = new ExitName("displaced");
  public static final ExitName WITHDRAWN = new ExitName("withdrawn");

  private static final List<Exit> STANDARD =
      List.of(
          standard(
              FAILED,
              ExitKind.FAILED,
              "A step could not be carried out, and the owner was told.",
              List.of(new Assignee.Owner())),
          standard(
              DISPLACED,
              ExitKind.DISPLACED,
              "A more important workflow took the contact over.",
              List.of()),
          standard(
              WITHDRAWN,
              ExitKind.WITHDRAWN,
              "The run was ended from outside: by an operator, because the contact is gone, or"
                  + " because the contact no longer qualifies.",
              List.of()));

  private Exits() {}

  /// The exits that stand in for `failed`, `displaced` and `withdrawn` where a contract does not
  /// word them itself.
  public static List<Exit> standard() {
    return STANDARD;
  }

  private static Exit standard(
      ExitName name, ExitKind kind, String meaning, List<Assignee> notifies) {
    return new Exit(
        name,
        kind,
        meaning,
        List.of(),
        List.of(),
        notifies,
        new Continuation.Nothing(),
        Position.unknown());
  }
}
