package dev.interlock.engine.store.sql;

import dev.interlock.engine.store.Body;
import dev.interlock.engine.store.Secrets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

record SqlSecrets(Jdbc jdbc) implements Secrets {
  private static final String FIND = "SELECT sealed, version, kept_at FROM secret WHERE secret = ?";
  private static final String NAMES = "SELECT secret FROM secret ORDER BY secret";
  private static final String ADD =
      """
      INSERT INTO secret (secret, sealed, version, kept_at) VALUES (?, ?, 1, ?)
      ON CONFLICT (secret) DO NOTHING
      """;
  private static final String REPLACE =
      """
      UPDATE secret SET sealed = ?2, version = version + 1, kept_at = ?3
      WHERE secret = ?1 AND version = ?4
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
  public void remove(String name) {
    jdbc.update(REMOVE, sql -> sql.text(name));
  }
}
