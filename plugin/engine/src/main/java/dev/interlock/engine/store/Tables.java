package dev.interlock.engine.store;

/// The tables within one transaction, by concern. Not to be kept beyond it.
public interface Tables {
  Installations installations();

  Versions versions();

  Inbox inbox();

  Events events();

  Contacts contacts();

  Runs runs();

  Lanes lanes();

  Intents intents();

  Ledger ledger();

  Mails mails();

  Journal journal();

  Notices notices();

  ForeignActs foreignActs();

  Sweeps sweeps();

  Rounds rounds();

  Accounts accounts();

  Secrets secrets();

  Subscriptions subscriptions();

  Announcements announcements();

  Stays stays();

  Allowances allowances();

  Clocks clocks();
}
