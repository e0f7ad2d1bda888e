package dev.interlock.contract.model;

/// What a step does when the CRM does not do what it asked.
///
/// @param retries how often to try again after a passing fault, before it counts as refused
/// @param refused the CRM refused for good, or the retries are used up
/// @param blocked a message may not be sent: opted out, no address, or expired while held
/// @param undelivered a message was accepted and later reported as not delivered, while the run
///   stands in a waiting step, or has a later command under way, at whose end it is heard; a path
///   without an exit at its end leaves by `failed`, since what followed the message has been done
///   already
public record OnFailure(
    int retries, Consequence refused, Consequence blocked, Consequence undelivered) {
  public OnFailure {
    if (retries < 0 || retries > 20) {
      throw new ContractException(retries + " retries; say 0 to 20");
    }
  }

  /// Try three times, then leave by the contract's `failed` exit.
  public static OnFailure usual(Position position) {
    return always(3, new Consequence.Take(Path.of(new Step.Leave(Exits.FAILED, position))));
  }

  /// The same, with another consequence of a message that may not be sent.
  public OnFailure onBlocked(Consequence consequence) {
    return new OnFailure(retries, refused, consequence, undelivered);
  }

  /// The same, with another consequence of a message reported as not delivered.
  public OnFailure onUndelivered(Consequence consequence) {
    return new OnFailure(retries, refused, blocked, consequence);
  }

  /// Whether it makes no difference how it failed.
  public boolean sameForAll() {
    return refused.equals(blocked) && refused.equals(undelivered);
  }

  /// The same consequence however it failed.
  public static OnFailure always(int retries, Consequence consequence) {
    return new OnFailure(retries, consequence, consequence, consequence);
  }
}
