package dev.interlock.engine.store.sql;

import dev.interlock.engine.store.Accounts;
import dev.interlock.engine.store.Allowances;
import dev.interlock.engine.store.Announcements;
import dev.interlock.engine.store.Clocks;
import dev.interlock.engine.store.Contacts;
import dev.interlock.engine.store.Events;
import dev.interlock.engine.store.ForeignActs;
import dev.interlock.engine.store.Inbox;
import dev.interlock.engine.store.Installations;
import dev.interlock.engine.store.Intents;
import dev.interlock.engine.store.Journal;
import dev.interlock.engine.store.Lanes;
import dev.interlock.engine.store.Ledger;
import dev.interlock.engine.store.Mails;
import dev.interlock.engine.store.Notices;
import dev.interlock.engine.store.Rounds;
import dev.interlock.engine.store.Runs;
import dev.interlock.engine.store.Secrets;
import dev.interlock.engine.store.Stays;
import dev.interlock.engine.store.Subscriptions;
import dev.interlock.engine.store.Sweeps;
import dev.interlock.engine.store.Tables;
import dev.interlock.engine.store.Versions;

/// The tables on one connection.
record SqlTables(Scope scope) implements Tables {
  @Override
  public Installations installations() {
    return new SqlInstallations(scope);
  }

  @Override
  public Versions versions() {
    return new SqlVersions(scope);
  }

  @Override
  public Inbox inbox() {
    return new SqlInbox(scope);
  }

  @Override
  public Events events() {
    return new SqlEvents(scope);
  }

  @Override
  public Contacts contacts() {
    return new SqlContacts(scope);
  }

  @Override
  public Runs runs() {
    return new SqlRuns(scope);
  }

  @Override
  public Lanes lanes() {
    return new SqlLanes(scope);
  }

  @Override
  public Intents intents() {
    return new SqlIntents(scope);
  }

  @Override
  public Ledger ledger() {
    return new SqlLedger(scope);
  }

  @Override
  public Mails mails() {
    return new SqlMails(scope);
  }

  @Override
  public Journal journal() {
    return new SqlJournal(scope);
  }

  @Override
  public Notices notices() {
    return new SqlNotices(scope);
  }

  @Override
  public ForeignActs foreignActs() {
    return new SqlForeignActs(scope);
  }

  @Override
  public Sweeps sweeps() {
    return new SqlSweeps(scope);
  }

  @Override
  public Rounds rounds() {
    return new SqlRounds(scope);
  }

  @Override
  public Accounts accounts() {
    return new SqlAccounts(scope.jdbc());
  }

  @Override
  public Secrets secrets() {
    return new SqlSecrets(scope.jdbc());
  }

  @Override
  public Subscriptions subscriptions() {
    return new SqlSubscriptions(scope.jdbc());
  }

  @Override
  public Announcements announcements() {
    return new SqlAnnouncements(scope);
  }

  @Override
  public Stays stays() {
    return new SqlStays(scope);
  }

  @Override
  public Allowances allowances() {
    return new SqlAllowances(scope);
  }

  @Override
  public Clocks clocks() {
    return new SqlClocks(scope);
  }
}
