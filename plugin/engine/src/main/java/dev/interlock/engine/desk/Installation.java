package dev.interlock.engine.desk;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.SettingName;
import dev.interlock.crm.Crm;
import dev.interlock.crm.Inbound;
import java.util.Map;

/// A connected account, with the contracts that run in it.
///
/// @param settings the client's values; one that is missing is empty text
public record Installation(
    ContractSet contracts,
    Crm crm,
    Inbound inbound,
    Map<SettingName, String> settings,
    Location location) {
  public Installation {
    settings = Map.copyOf(settings);
  }

  /// Which account it is.
  public InstallationId id() {
    return crm.installation();
  }

  /// Says nothing of the settings, among which there may be secrets.
  @Override
  public String toString() {
    return "Installation[" + id() + "]";
  }
}
