package dev.interlock.app.account;

import dev.interlock.app.preflight.AccountPlanData;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How one account of several stands to contracts, as far as it could be asked. A server tells it
/// to the command line as JSON.
///
/// @param versions the hashes of the contracts that it was held against, by their names
/// @param plan empty where it could not be asked
/// @param why it could not be asked; empty where it could
/// @param text the plan for people; empty without a plan
/// @param things what can be made, each as its kind and its name
/// @param made what was made before the plan
public record Survey(
    String account,
    String name,
    Map<String, String> versions,
    Optional<AccountPlanData> plan,
    String why,
    String text,
    List<String> things,
    List<Making> made) {
  public Survey {
    versions = Map.copyOf(versions);
    things = List.copyOf(things);
    made = List.copyOf(made);
  }

  /// Of an account that could not be asked.
  public static Survey unasked(String account, String name, String why) {
    return new Survey(account, name, Map.of(), Optional.empty(), why, "", List.of(), List.of());
  }
}
