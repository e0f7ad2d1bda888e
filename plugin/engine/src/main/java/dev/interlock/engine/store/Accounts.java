package dev.interlock.engine.store;

import dev.interlock.contract.contact.InstallationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Accounts in which our app is, or was, installed, with how it stands with each.
public interface Accounts {
  /// All of them, by name.
  List<Account> all();

  Optional<Account> find(InstallationId id);

  /// Adds an account, or replaces what is known of it.
  void put(Account account);

  /// An account.
  ///
  /// @param company the agency that it is of; empty while it is not known
  /// @param reason why it is in this state, for people
  /// @param appVersion of our app in it; empty where it is not known
  /// @param since when it came into this state
  /// @param told the moment of the latest install, entry or uninstall that is known: what the CRM
  ///   sent before it is late. 1970 while none is
  /// @param erasedAt when what was stored of it was erased, since it uninstalled the app; empty
  ///   where that is kept
  record Account(
      InstallationId id,
      String company,
      String name,
      State state,
      String reason,
      String appVersion,
      Instant since,
      Instant told,
      Optional<Instant> erasedAt) {

    /// The same in another state, from a moment on; nothing where it is in that state already.
    public Account in(State other, String why, Instant now) {
      return other == state && why.equals(reason)
          ? this
          : new Account(
              id,
              company,
              name,
              other,
              why,
              appVersion,
              other == state ? since : now,
              told,
              erasedAt.filter(_ -> other == state));
    }

    /// The same, where a moment is that of the latest news.
    public Account told(Instant moment) {
      return new Account(id, company, name, state, reason, appVersion, since, moment, erasedAt);
    }

    /// The same, of which nothing else is stored any more.
    public Account erased(Instant now) {
      return new Account(
          id, company, name, state, reason, appVersion, since, told, Optional.of(now));
    }

    public Account called(String otherName) {
      return new Account(id, company, otherName, state, reason, appVersion, since, told, erasedAt);
    }

    public Account of(String otherCompany) {
      return new Account(id, otherCompany, name, state, reason, appVersion, since, told, erasedAt);
    }

    public Account inVersion(String version) {
      return new Account(id, company, name, state, reason, version, since, told, erasedAt);
    }
  }

  /// How it stands with an account.
  enum State {
    /// It installed our app, and no token was had for it yet.
    PENDING,
    /// Its tokens can be had.
    CONNECTED,
    /// They cannot be had any more, although nobody said that the app was uninstalled.
    DISCONNECTED,
    /// The app was uninstalled.
    REMOVED
  }
}
