package dev.interlock.verifier;

/// A rule broke off instead of answering, so that nobody can say whether the contracts are sound.
///
/// It is a fault of the verifier, and never of a contract.
public final class RuleFailedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String rule;

  /// @param rule the rule's id, or what stands for all that are proved together
  /// @param cause what broke it off
  RuleFailedException(String rule, Throwable cause) {
    super(
        "%s broke off (%s), so nobody can say whether these contracts are sound. This is a fault of"
                .formatted(rule, cause)
            + " the verifier: please report it with the contracts",
        cause);
    this.rule = rule;
  }

  /// The rule's id, or what stands for all that are proved together.
  public String rule() {
    return rule;
  }
}
