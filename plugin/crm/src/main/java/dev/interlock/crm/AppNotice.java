package dev.interlock.crm;

import dev.interlock.contract.contact.InstallationId;
import java.time.Instant;
import java.util.Optional;

/// What a CRM tells about our app itself: in which accounts it is installed. It comes in any order,
/// several times, or not at all.
public sealed interface AppNotice {
  /// When the CRM says that it was sent.
  Optional<Instant> sentAt();

  /// The app was installed in an account.
  ///
  /// @param company the agency that it is of; empty where the CRM does not say
  /// @param version of the app; empty where the CRM does not say
  record Installed(InstallationId account, String company, String version, Optional<Instant> sentAt)
      implements AppNotice {}

  /// An agency installed the app; for which of its accounts has to be asked.
  record InstalledByAgency(String company, Optional<Instant> sentAt) implements AppNotice {}

  /// The app was uninstalled from an account.
  record Uninstalled(InstallationId account, Optional<Instant> sentAt) implements AppNotice {}

  /// The app was uninstalled from all accounts of an agency.
  record UninstalledByAgency(String company, Optional<Instant> sentAt) implements AppNotice {}

  /// An account got another version of the app.
  record Updated(InstallationId account, String version, Optional<Instant> sentAt)
      implements AppNotice {}
}
