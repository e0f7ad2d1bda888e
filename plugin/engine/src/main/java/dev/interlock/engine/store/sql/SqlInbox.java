package dev.interlock.engine.store.sql;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.engine.store.Body;
import dev.interlock.engine.store.Inbox;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

record SqlInbox(Scope scope) implements Inbox {
  private static final String KNOW =
      """
      INSERT INTO delivery (installation, delivery, received_at)
      VALUES (?, ?, ?)
      ON CONFLICT DO NOTHING
      """;
  private static final String PUT =
      """
      INSERT INTO inbox (installation, delivery, order_key, kind, body, received_at)
      VALUES (?, ?, ?, ?, ?, ?)
      RETURNING number
      """;
  private static final String WAITING =
      """
      SELECT number, order_key FROM inbox
      WHERE installation = ? AND trouble IS NULL AND number > ?
      ORDER BY number
      LIMIT ?
      """;
  private static final String DEPTH =
      """
      SELECT count(*) AS n FROM inbox WHERE installation = ? AND trouble IS NULL
      """;
  private static final String FIND =
      """
      SELECT delivery, order_key, kind, body, received_at FROM inbox
      WHERE installation = ? AND number = ? AND trouble IS NULL
      """;
  private static final String REMOVE =
      """
      DELETE FROM inbox WHERE installation = ? AND number = ?
      """;
  private static final String SET_ASIDE =
      """
      UPDATE inbox SET trouble = ?3 WHERE installation = ?1 AND number = ?2
      """;
  private static final String ASIDE =
      """
      SELECT number, order_key, kind, received_at, trouble FROM inbox
      WHERE installation = ? AND trouble IS NOT NULL
      ORDER BY number
      """;
  private static final String QUEUE_AGAIN =
      """
      INSERT INTO inbox (installation, delivery, order_key, kind, body, received_at)
      SELECT installation, delivery, order_key, kind, body, received_at FROM inbox
      WHERE installation = ? AND number = ? AND trouble IS NOT NULL
      """;

  @Override
  public Optional<Long> put(InstallationId installation, Delivery delivery) {
    Instant at = delivery.receivedAt();
    if (scope.update(installation, KNOW, sql -> sql.text(delivery.id()).time(at)) == 0) {
      return Optional.empty();
    }
    return scope.one(
        installation,
        PUT,
        sql ->
            sql.text(delivery.id())
                .text(delivery.orderKey())
                .text(delivery.kind())
                .bytes(delivery.body().bytes())
                .time(at),
        row -> row.number("number"));
  }

  @Override
  public List<Ticket> waiting(InstallationId installation, long after, int limit) {
    return scope.list(
        installation,
        WAITING,
        sql -> sql.number(after).number(limit),
        row -> new Ticket(row.number("number"), row.text("order_key")));
  }

  @Override
  public int depth(InstallationId installation) {
    return Math.toIntExact(scope.count(installation, DEPTH, _ -> {}));
  }

  @Override
  public Optional<Delivery> find(InstallationId installation, long number) {
    return scope.one(
        installation,
        FIND,
        sql -> sql.number(number),
        row ->
            new Delivery(
                row.text("delivery"),
                row.text("order_key"),
                row.text("kind"),
                Body.of(row.bytes("body")),
                row.time("received_at")));
  }

  @Override
  public void remove(InstallationId installation, long number) {
    scope.updateOne(installation, REMOVE, "the delivery", sql -> sql.number(number));
  }

  @Override
  public List<Aside> aside(InstallationId installation) {
    return scope.list(
        installation,
        ASIDE,
        _ -> {},
        row ->
            new Aside(
                new Ticket(row.number("number"), row.text("order_key")),
                row.text("kind"),
                row.time("received_at"),
                row.text("trouble")));
  }

  @Override
  public boolean takeUp(InstallationId installation, long number) {
    boolean isAside = scope.update(installation, QUEUE_AGAIN, sql -> sql.number(number)) > 0;
    if (isAside) {
      remove(installation, number);
    }
    return isAside;
  }

  @Override
  public void setAside(InstallationId installation, long number, String trouble) {
    scope.updateOne(
        installation, SET_ASIDE, "the delivery", sql -> sql.number(number).text(trouble));
  }
}
