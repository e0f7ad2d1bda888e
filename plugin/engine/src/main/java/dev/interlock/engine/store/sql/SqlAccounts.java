package dev.interlock.engine.store.sql;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.engine.store.Accounts;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

record SqlAccounts(Jdbc jdbc) implements Accounts {
  private static final String COLUMNS =
      "SELECT account, company, name, state, reason, app_version, since, told, erased_at FROM account ";
  private static final String PUT =
      """
      INSERT INTO account (account, company, name, state, reason, app_version, since, told,
        erased_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (account) DO UPDATE SET
        company = excluded.company, name = excluded.name, state = excluded.state,
        reason = excluded.reason, app_version = excluded.app_version, since = excluded.since,
        told = excluded.told, erased_at = excluded.erased_at
      """;

  @Override
  public List<Account> all() {
    return jdbc.list(COLUMNS + "ORDER BY name, account", _ -> {}, SqlAccounts::account);
  }

  @Override
  public Optional<Account> find(InstallationId id) {
    return jdbc.one(COLUMNS + "WHERE account = ?", sql -> sql.name(id), SqlAccounts::account);
  }

  @Override
  public void put(Account account) {
    jdbc.update(
        PUT,
        sql ->
            sql.name(account.id())
                .text(account.company())
                .text(account.name())
                .name(account.state())
                .text(account.reason())
                .text(account.appVersion())
                .time(account.since())
                .time(account.told())
                .maybeTime(account.erasedAt()));
  }

  private static Account account(Row row) throws SQLException {
    return new Account(
        row.name("account", InstallationId::new),
        row.text("company"),
        row.text("name"),
        row.word("state", State.class),
        row.text("reason"),
        row.text("app_version"),
        row.time("since"),
        row.time("told"),
        row.maybeTime("erased_at"));
  }
}
