package dev.interlock.app.account;

import dev.interlock.app.settings.Settings;
import dev.interlock.crm.inventory.Provisioning;
import java.time.InstantSource;

/// How an account is reached to be looked through and fitted out.
@FunctionalInterface
public interface AccountAccess {

  /// Opens it. Nothing is called yet.
  ///
  /// @throws dev.interlock.app.console.CannotRunException when a setting is missing or wrong
  Reached open(Settings settings, InstantSource clock);

  /// An account within reach, until it is closed.
  ///
  /// @param id as people give it in the settings
  /// @param connection what is closed
  record Reached(String id, Provisioning account, Runnable connection) implements AutoCloseable {
    @Override
    public void close() {
      connection.run();
    }
  }
}
