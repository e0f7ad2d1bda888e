package dev.interlock.engine.store.sql;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.ExitName;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.RunId;
import dev.interlock.crm.Ending;
import dev.interlock.engine.store.Accounts;
import dev.interlock.engine.store.Announcements;
import dev.interlock.engine.store.Subscriptions.Subscription;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

record SqlAnnouncements(Scope scope) implements Announcements {
  private static final String ADD =
      """
      INSERT INTO announcement
        (installation, run, subscription, exit, meaning, deal, ended_at, state, attempts, next_at,
         words)
      VALUES
        (?1, (SELECT number FROM run WHERE installation = ?1 AND run = ?2), ?3, ?4, ?5, ?6, ?7,
         'OPEN', 0, ?7, '')
      ON CONFLICT (run, subscription) DO NOTHING
      """;
  private static final String DUE =
      """
      SELECT run.run, run.contact, run.contract, told.subscription, told.exit, told.meaning,
             told.deal, told.ended_at, told.attempts,
             coalesce(told.again_at, told.ended_at) AS since
      FROM announcement told JOIN run ON run.number = told.run
      WHERE told.installation = ? AND told.state = 'OPEN' AND told.next_at <= ?
      ORDER BY told.next_at, told.run, told.subscription
      LIMIT ?
      """;
  private static final String NEXT =
      """
      SELECT min(next_at) AS at FROM announcement
      WHERE installation = ? AND state = 'OPEN' AND next_at > ?
      """;
  private static final String LATER =
      """
      UPDATE announcement SET attempts = ?4, next_at = ?5, words = ?6
      WHERE run = (SELECT number FROM run WHERE installation = ?1 AND run = ?2)
        AND subscription = ?3 AND state = 'OPEN'
      """;
  private static final String SETTLED =
      """
      UPDATE announcement SET state = ?4, words = ?5
      WHERE run = (SELECT number FROM run WHERE installation = ?1 AND run = ?2)
        AND subscription = ?3 AND state = 'OPEN'
      """;
  private static final String DROP =
      """
      UPDATE announcement SET state = 'DROPPED', words = ?2
      WHERE installation = (SELECT number FROM installation WHERE installation = ?1)
        AND state = 'OPEN'
      """;
  static final String FAILED =
      """
      SELECT run.run, run.contact, run.contract, told.subscription, told.exit, told.ended_at,
             told.words
      FROM announcement told JOIN run ON run.number = told.run
      WHERE told.installation = ?1 AND told.state = 'FAILED'
      ORDER BY told.ended_at
      """;
  private static final String AGAIN =
      """
      UPDATE announcement SET state = 'OPEN', attempts = 0, next_at = ?4, again_at = ?4
      WHERE run = (SELECT number FROM run WHERE installation = ?1 AND run = ?2)
        AND subscription = ?3 AND state = 'FAILED'
      """;
  private static final String LET_BE =
      """
      UPDATE announcement SET state = 'DROPPED', words = ?4
      WHERE run = (SELECT number FROM run WHERE installation = ?1 AND run = ?2)
        AND subscription = ?3 AND state = 'FAILED'
      """;
  static final String FORGET =
      """
      DELETE FROM announcement
      WHERE (run, subscription) IN (
        SELECT run, subscription FROM announcement
        WHERE installation = ?1 AND state IN ('TOLD', 'DROPPED') AND ended_at < ?2
        LIMIT ?3)
      """;
  private static final String WAITING =
      """
      SELECT count(*) AS n FROM announcement
      WHERE installation = (SELECT number FROM installation WHERE installation = ?1)
        AND state = 'OPEN'
      """;

  @Override
  public int ended(
      InstallationId installation, Run run, Exit exit, Optional<DealId> deal, Instant at) {
    List<Subscription> all = new SqlSubscriptions(scope.jdbc()).of(installation);
    if (all.isEmpty() || isRemoved(installation)) {
      return 0;
    }
    return all.stream()
        .filter(each -> each.waitsFor(run.contract(), exit.name()))
        .mapToInt(each ->
            scope.update(
                installation,
                ADD,
                sql ->
                    sql.name(run.id())
                        .text(each.id())
                        .name(exit.name())
                        .text(exit.meaning())
                        .maybe(deal)
                        .time(at)))
        .sum();
  }

  private boolean isRemoved(InstallationId installation) {
    return new SqlAccounts(scope.jdbc())
        .find(installation)
        .filter(account -> account.state() == Accounts.State.REMOVED)
        .isPresent();
  }

  @Override
  public List<Open> due(InstallationId installation, Instant now, int limit) {
    return scope.list(
        installation, DUE, sql -> sql.time(now).number(limit), SqlAnnouncements::open);
  }

  @Override
  public Optional<Instant> next(InstallationId installation, Instant after) {
    return scope
        .one(installation, NEXT, sql -> sql.time(after), row -> row.maybeTime("at"))
        .flatMap(at -> at);
  }

  @Override
  public void later(
      InstallationId installation, Open open, int attempts, Instant next, String words) {
    scope.update(
        installation,
        LATER,
        sql ->
            sql.name(open.run())
                .text(open.ending().trigger())
                .number(attempts)
                .time(next)
                .text(words));
  }

  @Override
  public boolean settled(InstallationId installation, Open open, State state, String words) {
    return scope.update(
            installation,
            SETTLED,
            sql -> sql.name(open.run()).text(open.ending().trigger()).name(state).text(words))
        == 1;
  }

  @Override
  public int dropOpen(InstallationId installation, String words) {
    return scope.jdbc().update(DROP, sql -> sql.name(installation).text(words));
  }

  @Override
  public long waiting(InstallationId installation) {
    return scope
        .jdbc()
        .one(WAITING, sql -> sql.name(installation), row -> row.number("n"))
        .orElse(0L);
  }

  @Override
  public List<Failed> failed(InstallationId installation) {
    return scope.list(
        installation,
        FAILED,
        _ -> {},
        row ->
            new Failed(
                row.name("run", RunId::new),
                row.name("contact", ContactId::new),
                row.name("contract", ContractId::new),
                row.name("exit", ExitName::new),
                row.text("subscription"),
                row.time("ended_at"),
                row.text("words")));
  }

  @Override
  public boolean again(InstallationId installation, RunId run, String trigger, Instant now) {
    return scope.update(installation, AGAIN, sql -> sql.name(run).text(trigger).time(now)) == 1;
  }

  @Override
  public boolean letBe(InstallationId installation, RunId run, String trigger, String words) {
    return scope.update(installation, LET_BE, sql -> sql.name(run).text(trigger).text(words)) == 1;
  }

  @Override
  public int forget(InstallationId installation, Instant before, int limit) {
    return scope.update(installation, FORGET, sql -> sql.time(before).number(limit));
  }

  private static Open open(Row row) throws SQLException {
    RunId run = row.name("run", RunId::new);
    String trigger = row.text("subscription");
    var ending =
        new Ending(
            run + "/" + trigger,
            trigger,
            row.name("contact", ContactId::new),
            row.name("contract", ContractId::new),
            row.name("exit", ExitName::new),
            row.text("meaning"),
            row.maybe("deal", DealId::new),
            row.time("ended_at"));
    return new Open(run, ending, row.count("attempts"), row.time("since"));
  }
}
