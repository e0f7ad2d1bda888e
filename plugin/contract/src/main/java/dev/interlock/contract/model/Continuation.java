package dev.interlock.contract.model;

import java.util.Optional;

/// What may come after an exit.
public sealed interface Continuation {

  /// Nothing of ours: the contact is the business's.
  record Nothing() implements Continuation {}

  /// The contact is sent into another contract at once; `orElse` is the exit's next best action
  /// when that contract does not admit them.
  record RoutesTo(ContractId contract, Optional<String> orElse) implements Continuation {}

  /// What is the next valid action, in words or as a contract's name; nothing is started.
  record Next(String action) implements Continuation {
    public Next {
      action = Texts.required("the next action", action);
    }
  }
}
