package dev.interlock.crm.highlevel.wire;

/// Whether a call has changed something in the CRM, as far as its answer tells.
public enum Effect {
  /// Nothing was changed: the call only looked, never left, or was refused.
  IMPOSSIBLE,
  /// The CRM did it, even if its answer could not be read.
  CERTAIN,
  /// It may or may not have happened: look before doing it again.
  IN_DOUBT;

  static Effect of(Operation operation, Failure failure) {
    if (operation.isRead()) {
      return IMPOSSIBLE;
    }
    return switch (failure) {
      case Failure.Unauthorized _, Failure.Forbidden _, Failure.NotFound _, Failure.Conflict _ ->
          IMPOSSIBLE;
      case Failure.Refusal _,
          Failure.RateLimited _,
          Failure.Withheld _,
          Failure.ConnectionFailed _ ->
          IMPOSSIBLE;
      case Failure.Invalid invalid -> afterInvalid(operation, invalid);
      case Failure.ServerError _, Failure.ConnectionLost _, Failure.DeniesSuccess _ -> IN_DOUBT;
      case Failure.TimedOut(var sent) -> sent ? IN_DOUBT : IMPOSSIBLE;
      case Failure.Unreadable _ -> CERTAIN;
      case Failure.Unexpected(var status, _) -> afterUnexpected(status);
    };
  }

  /// A 422 on a new contact has been seen to leave the contact behind all the same.
  private static Effect afterInvalid(Operation operation, Failure.Invalid invalid) {
    boolean makesContacts =
        operation == Operation.CREATE_CONTACT || operation == Operation.UPSERT_CONTACT;
    return makesContacts && invalid.status() == 422 ? IN_DOUBT : IMPOSSIBLE;
  }

  /// A redirect may follow upon a success (303), and a 408 may be a proxy's opinion.
  private static Effect afterUnexpected(int status) {
    boolean refused = status >= 400 && status < 500 && status != 408;
    return refused ? IMPOSSIBLE : IN_DOUBT;
  }
}
