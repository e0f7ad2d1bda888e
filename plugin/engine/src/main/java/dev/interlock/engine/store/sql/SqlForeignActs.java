package dev.interlock.engine.store.sql;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.EventPattern.Hand;
import dev.interlock.contract.model.EventPattern.HandAct;
import dev.interlock.engine.read.ForeignCount;
import dev.interlock.engine.store.ForeignActs;
import java.time.Instant;
import java.util.List;

record SqlForeignActs(Scope scope) implements ForeignActs {
  private static final String KNOWN =
      """
      SELECT 1 AS n FROM foreign_act
      WHERE installation = ? AND at >= ? AND hand = ? AND act = ?
      LIMIT 1
      """;
  private static final String ADD =
      """
      INSERT INTO foreign_act (installation, at, event, contact, hand, act)
      VALUES (?, ?, ?, ?, ?, ?)
      """;
  private static final String FORGET = "DELETE FROM foreign_act WHERE installation = ? AND at < ?";
  private static final String COUNTS =
      """
      SELECT hand, act, count(*) AS n FROM foreign_act
      WHERE installation = ? AND at >= ?
      GROUP BY hand, act
      ORDER BY hand, act
      """;

  @Override
  public boolean add(InstallationId installation, Act act, Instant since, Instant now) {
    boolean isFirst =
        scope
            .one(
                installation,
                KNOWN,
                sql -> sql.time(since).text(act.hand().name()).text(act.act().name()),
                row -> row.number("n"))
            .isEmpty();
    scope.update(installation, FORGET, sql -> sql.time(now.minus(KEPT)));
    scope.update(
        installation,
        ADD,
        sql ->
            sql.time(now)
                .text(act.event())
                .name(act.contact())
                .text(act.hand().name())
                .text(act.act().name()));
    return isFirst;
  }

  List<ForeignCount> counts(InstallationId installation, Instant since) {
    return scope.list(
        installation,
        COUNTS,
        sql -> sql.time(since),
        row ->
            new ForeignCount(
                row.word("hand", Hand.class), row.word("act", HandAct.class), row.number("n")));
  }
}
