package dev.interlock.app.order;

import dev.interlock.app.account.Surveyor.Wanted;
import java.util.List;

/// What the command line asks a server about the accounts of a fleet. What is asked for is never
/// about a run, so it is no order.
sealed interface Inquiry {

  /// Which accounts there are.
  record Accounts() implements Inquiry {}

  /// How an account stands to contracts.
  record Plan(String account, Wanted wanted) implements Inquiry {}

  /// What an account lacks is to be made.
  record Make(String account, Wanted wanted, List<String> things, String by) implements Inquiry {
    public Make {
      things = List.copyOf(things);
    }
  }
}
