package dev.interlock.app.account;

import dev.interlock.app.account.AccountAccess.Reached;
import dev.interlock.app.console.Console;
import dev.interlock.app.preflight.Acceptance;
import dev.interlock.app.preflight.AccountPlan;
import dev.interlock.app.preflight.AccountPlanData;
import dev.interlock.app.preflight.AccountPlanText;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.crm.inventory.Creatable;
import dev.interlock.crm.inventory.Inventory;
import dev.interlock.crm.inventory.Made;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Looking through one account for one set of contracts, as often as it takes.
///
/// @param values the client's own, by the names of settings
/// @param today the day by which what is accepted ends
/// @param zone the business's, where it is another one than the CRM says
public record AccountRound(
    Reached reached,
    ContractSet set,
    BindingsFile bindings,
    Map<String, String> values,
    Optional<ZoneId> zone,
    Patience patience,
    LocalDate today) {
  public AccountRound {
    values = Map.copyOf(values);
  }

  /// Reads the account and compares; what names mean in it is remembered for the next time.
  ///
  /// @throws dev.interlock.app.console.CannotRunException when it cannot be read
  public AccountPlan plan() {
    // before the CRM is called: what is damaged here is not cured by reading
    var before = bindings.read();
    var channels = AccountPlan.channels(set);
    Inventory inventory = patience.read(reached.id(), () -> reached.account().inventory(channels));
    var plan = AccountPlan.of(set, inventory, before, reached.account().guide(), values, zone);
    bindings.write(plan.bindings(before)).ifPresent(patience.tell());
    return plan;
  }

  /// Makes one thing.
  public Made make(Creatable thing) {
    return patience.make(() -> reached.account().make(thing));
  }

  /// Prints a plan for people.
  public void print(AccountPlan plan, Console console) {
    new AccountPlanText(console, reached.account().guide()).print(plan, words(), accepted());
  }

  /// A plan for machines.
  public AccountPlanData data(AccountPlan plan) {
    return AccountPlanData.of(plan, ids(), reached.account().guide(), accepted());
  }

  private List<Acceptance> accepted() {
    return Acceptance.in(set, today);
  }

  private List<String> ids() {
    return set.contracts().stream().map(contract -> contract.id().text()).toList();
  }

  private String words() {
    int count = set.contracts().size();
    return "for %s of %s: %s"
        .formatted(
            count == 1 ? "1 contract" : count + " contracts",
            set.operation().name(),
            String.join(", ", ids()));
  }
}
