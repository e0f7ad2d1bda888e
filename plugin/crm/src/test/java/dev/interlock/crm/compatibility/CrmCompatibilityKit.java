package dev.interlock.crm.compatibility;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/// All scenarios that an adapter has to pass.
public abstract class CrmCompatibilityKit
    implements ReadingScenarios, HappeningScenarios, DeedScenarios, DealScenarios, DoubtScenarios {
  private final List<CrmBackdoor> accounts = new ArrayList<>();

  /// Opens a new account with what [KitAccount] lists in it, and nobody. What the CRM under it can
  /// never do is aborted by an assumption.
  protected abstract CrmBackdoor open(Weather weather);

  @Override
  public final CrmBackdoor account(Weather weather) {
    var account = open(weather);
    accounts.add(account);
    return account;
  }

  @AfterEach
  final void closeAccounts() {
    accounts.forEach(CrmBackdoor::close);
    accounts.clear();
  }
}
