package dev.interlock.engine.store.sql;

import dev.interlock.engine.store.Body;
import dev.interlock.engine.store.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

record SqlSecrets(Jdbc jdbc) implements Secrets {
  /// One that ends later than that was taken by a clock that was ahead, and has been set back.
  private static final Duration LONGER_THAN_ANY_TURN = Duration.ofHours(1);

  private static final String FIND = "SELECT sealed, version, kept_at FROM secret WHERE secret = ?";
  private static final String NAMES = "SELECT secret FROM secret ORDER BY secret";
  private static final String ADD =
      """
      INSERT INTO secret (secret, sealed, version, kept_at) VALUES (?, ?, 1, ?)
      ON CONFLICT (secret) DO NOTHING
      """;
  private static final String REPLACE =
      """
      UPDATE secret
      SET sealed = ?2, version = version + 1, kept_at = ?3, turn_of = NULL, turn_ends = NULL
      WHERE secret = ?1 AND version = ?4
      """;
  private static final String RESEAL =
      "UPDATE secret SET sealed = ?2 WHERE secret = ?1 AND version = ?3";
  private static final String TAKE =
      """
      UPDATE secret SET turn_of = ?3, turn_ends = ?5
      WHERE secret = ?1 AND version = ?2
        AND (turn_of IS NULL OR turn_of = ?3 OR turn_ends <= ?4 OR turn_ends > ?6)
      """;
  private static final String REMOVE = "DELETE FROM secret WHERE secret = ?";

  @Override
  public Optional<Sealed> find(String name) {
    return jdbc.one(
        FIND,
        sql -> sql.text(name),
        row ->
            new Sealed(Body.of(row.bytes("sealed")), row.number("version"), row.time("kept_at")));
  }

  @Override
  public List<String> names() {
    return jdbc.list(NAMES, _ -> {}, row -> row.text("secret"));
  }

  @Override
  public boolean put(String name, long seen, byte[] sealed, Instant keptAt) {
    return seen == 0
        ? jdbc.update(ADD, sql -> sql.text(name).bytes(sealed).time(keptAt)) == 1
        : jdbc.update(REPLACE, sql -> sql.text(name).bytes(sealed).time(keptAt).number(seen)) == 1;
  }

  @Override
  public boolean reseal(String name, long seen, byte[] sealed) {
    return jdbc.update(RESEAL, sql -> sql.text(name).bytes(sealed).number(seen)) == 1;
  }

  @Override
  public boolean take(String name, long seen, Turn turn) {
    return jdbc.update(
            TAKE,
            sql ->
                sql.text(name)
                    .number(seen)
                    .text(turn.of())
                    .time(turn.begins())
                    .time(turn.ends())
                    .time(turn.begins().plus(LONGER_THAN_ANY_TURN)))
        == 1;
  }

  @Override
  public void remove(String name) {
    jdbc.update(REMOVE, sql -> sql.text(name));
  }
}
