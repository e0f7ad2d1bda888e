package dev.interlock.engine.store.sql;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.engine.read.DayLine;
import dev.interlock.engine.store.Allowances;
import java.util.Optional;
import java.util.OptionalLong;

record SqlAllowances(Scope scope) implements Allowances {
  private static final long UNSAID = 0;
  private static final String SAID =
      """
      INSERT INTO allowance (installation, most, left, turns_at, said_at) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (installation) DO UPDATE SET
        most = excluded.most, left = excluded.left, turns_at = excluded.turns_at,
        said_at = excluded.said_at
      """;
  private static final String LAST =
      """
      SELECT most, left, turns_at, said_at FROM allowance WHERE installation = ?
      """;

  @Override
  public void said(InstallationId installation, DayLine day) {
    scope.update(
        installation,
        SAID,
        sql ->
            sql.number(day.most().orElse(UNSAID))
                .number(day.left())
                .maybeTime(day.turns())
                .time(day.at()));
  }

  private static OptionalLong most(long stored) {
    return stored == UNSAID ? OptionalLong.empty() : OptionalLong.of(stored);
  }

  Optional<DayLine> last(InstallationId installation) {
    return scope.one(
        installation,
        LAST,
        _ -> {},
        row ->
            new DayLine(
                most(row.number("most")),
                row.number("left"),
                row.maybeTime("turns_at"),
                row.time("said_at")));
  }
}
