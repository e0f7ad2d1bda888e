package dev.interlock.engine.store.sql;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.ContractId;
import dev.interlock.engine.store.Sweeps;
import java.time.Instant;
import java.util.Optional;

record SqlSweeps(Scope scope) implements Sweeps {
  private static final String PROGRESS =
      """
      SELECT cursor, done_at IS NOT NULL AS done FROM sweep
      WHERE installation = ? AND contract = ? AND slot = ?
      """;
  private static final String LAST_DONE =
      """
      SELECT max(slot) AS slot FROM sweep
      WHERE installation = ? AND contract = ? AND slot >= ? AND slot < ? AND done_at IS NOT NULL
      """;
  private static final String GOES_ON =
      """
      INSERT INTO sweep (installation, contract, slot, cursor) VALUES (?, ?, ?, ?)
      ON CONFLICT (installation, contract, slot) DO UPDATE SET cursor = excluded.cursor
      """;
  private static final String DONE =
      """
      INSERT INTO sweep (installation, contract, slot, cursor, done_at) VALUES (?, ?, ?, '', ?)
      ON CONFLICT (installation, contract, slot) DO UPDATE SET done_at = excluded.done_at
      """;

  @Override
  public Optional<Progress> progress(
      InstallationId installation, ContractId contract, String slot) {
    return scope.one(
        installation,
        PROGRESS,
        sql -> sql.name(contract).text(slot),
        row -> new Progress(row.text("cursor"), row.claim("done")));
  }

  @Override
  public Optional<String> lastDone(
      InstallationId installation, ContractId contract, String series) {
    // 'A' is the first letter after '@'
    return scope
        .one(
            installation,
            LAST_DONE,
            sql -> sql.name(contract).text(series + "@").text(series + "A"),
            row -> row.maybe("slot", String::valueOf))
        .flatMap(slot -> slot);
  }

  @Override
  public void goesOn(InstallationId installation, ContractId contract, String slot, String cursor) {
    scope.update(installation, GOES_ON, sql -> sql.name(contract).text(slot).text(cursor));
  }

  @Override
  public void done(InstallationId installation, ContractId contract, String slot, Instant at) {
    scope.update(installation, DONE, sql -> sql.name(contract).text(slot).time(at));
  }
}
