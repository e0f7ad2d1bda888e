package dev.interlock.engine.store.sql;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.engine.store.Installations;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

record SqlInstallations(Scope scope) implements Installations {
  private static final String PUT =
      """
      INSERT INTO installation (installation, zone, added_at)
      VALUES (?, ?, ?)
      ON CONFLICT (installation) DO UPDATE SET zone = excluded.zone
      """;
  private static final String ZONE = "SELECT zone FROM installation WHERE number = ?";
  private static final String IS_IMPORTED =
      """
      SELECT imported_at IS NOT NULL AS n FROM installation WHERE number = ?
      """;
  private static final String CURSOR =
      """
      SELECT import_cursor FROM installation WHERE number = ? AND import_cursor IS NOT NULL
      """;
  private static final String GOES_ON =
      """
      UPDATE installation SET import_cursor = ?2 WHERE number = ?1
      """;
  private static final String DONE =
      """
      UPDATE installation SET imported_at = ?2, import_cursor = NULL WHERE number = ?1
      """;

  @Override
  public void put(InstallationId installation, ZoneId zone, Instant now) {
    scope.jdbc().update(PUT, sql -> sql.name(installation).text(zone.getId()).time(now));
  }

  ZoneId zone(InstallationId installation) {
    return scope
        .one(installation, ZONE, _ -> {}, row -> row.name("zone", ZoneId::of))
        .orElseThrow();
  }

  @Override
  public boolean isImported(InstallationId installation) {
    return scope.count(installation, IS_IMPORTED, _ -> {}) == 1;
  }

  @Override
  public Optional<String> importCursor(InstallationId installation) {
    return scope.one(installation, CURSOR, _ -> {}, row -> row.text("import_cursor"));
  }

  @Override
  public void importGoesOn(InstallationId installation, String cursor) {
    scope.updateOne(installation, GOES_ON, "the installation", sql -> sql.text(cursor));
  }

  @Override
  public void importDone(InstallationId installation, Instant now) {
    scope.updateOne(installation, DONE, "the installation", sql -> sql.time(now));
  }
}
