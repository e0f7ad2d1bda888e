package dev.interlock.engine.store.sql;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.crm.Cursor;
import dev.interlock.crm.Sighting;
import dev.interlock.crm.Sighting.Kind;
import dev.interlock.crm.Span;
import dev.interlock.engine.store.Rounds;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

record SqlRounds(Scope scope) implements Rounds {
  private static final String WATCH =
      """
      INSERT INTO round
        (installation, kind, watched, through, next_at, vain, obstacle, met, told, found)
      VALUES (?1, ?2, ?3, ?3, ?3, 0, '', 0, 0, 0)
      ON CONFLICT (installation, kind) DO UPDATE SET next_at = excluded.next_at
      """;
  private static final String UNWATCH =
      """
      DELETE FROM round WHERE installation = ? AND kind = ?
      """;
  private static final String ALL =
      """
      SELECT kind, watched, through, since, until, page, next_at, looked_at, vain, obstacle,
        met, told, found
      FROM round
      WHERE installation = ?
      ORDER BY kind
      """;
  private static final String SEEN =
      """
      INSERT INTO sighting (installation, kind, sighting, at) VALUES (?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;
  private static final String FORGET =
      """
      DELETE FROM sighting WHERE installation = ? AND kind = ? AND at < ?
      """;
  private static final String MET =
      """
      UPDATE round SET met = met + ?3, told = told + ?4 WHERE installation = ?1 AND kind = ?2
      """;
  private static final String TOLD =
      """
      UPDATE round SET told = told + 1 WHERE installation = ? AND kind = ?
      """;
  private static final String FOUND =
      """
      UPDATE round SET found = found + 1 WHERE installation = ? AND kind = ?
      """;
  private static final String GOES_ON =
      """
      UPDATE round SET since = ?3, until = ?4, page = ?5, vain = 0, obstacle = ''
      WHERE installation = ?1 AND kind = ?2
      """;
  private static final String THROUGH =
      """
      UPDATE round
      SET through = ?3, since = NULL, until = NULL, page = NULL, looked_at = ?4, next_at = ?5,
        vain = 0, obstacle = ''
      WHERE installation = ?1 AND kind = ?2
      """;
  private static final String STOPPED =
      """
      UPDATE round SET page = ?3, next_at = ?4, obstacle = ?5,
        vain = CASE WHEN ?5 = '' THEN 0 ELSE vain + 1 END
      WHERE installation = ?1 AND kind = ?2
      """;
  private static final String HASTEN =
      """
      UPDATE round SET next_at = ?2 WHERE installation = ?1 AND obstacle <> '' AND next_at > ?2
      """;

  @Override
  public void watch(InstallationId installation, Kind kind, Instant now) {
    scope.update(installation, WATCH, sql -> sql.name(kind.name()).time(now));
  }

  @Override
  public void unwatch(InstallationId installation, Kind kind) {
    scope.update(installation, UNWATCH, sql -> sql.name(kind.name()));
  }

  @Override
  public List<Round> all(InstallationId installation) {
    return scope.list(installation, ALL, _ -> {}, SqlRounds::round);
  }

  private static Round round(Row row) throws SQLException {
    Instant watched = row.time("watched");
    return new Round(
        row.word("kind", Kind.class),
        watched,
        row.time("through"),
        leg(row, watched),
        row.time("next_at"),
        row.maybeTime("looked_at"),
        row.count("vain"),
        row.text("obstacle"),
        new Count(row.number("met"), row.number("told"), row.number("found")));
  }

  private static Optional<Leg> leg(Row row, Instant watched) throws SQLException {
    Optional<Instant> since = row.maybeTime("since");
    Optional<Instant> until = row.maybeTime("until");
    Optional<Cursor> page = row.maybe("page", Cursor::new);
    return since.isPresent() && until.isPresent()
        ? Optional.of(
            new Leg(new Span(watched, since.get()), until.get(), page.orElse(Cursor.start())))
        : Optional.empty();
  }

  @Override
  public boolean isNew(InstallationId installation, Sighting sighting) {
    return scope.update(
            installation,
            SEEN,
            sql ->
                sql.name(sighting.kind().name())
                    .text(sighting.thing() + "/" + sighting.state())
                    .time(sighting.at()))
        > 0;
  }

  @Override
  public void met(InstallationId installation, Kind kind, long met, long told) {
    scope.update(installation, MET, sql -> sql.name(kind.name()).number(met).number(told));
  }

  @Override
  public void became(InstallationId installation, Kind kind, boolean found) {
    scope.update(installation, found ? FOUND : TOLD, sql -> sql.name(kind.name()));
  }

  @Override
  public void goesOn(InstallationId installation, Kind kind, Leg leg) {
    scope.update(
        installation,
        GOES_ON,
        sql ->
            sql.name(kind.name())
                .time(leg.span().since())
                .time(leg.until())
                .text(leg.page().text()));
  }

  @Override
  public void through(
      InstallationId installation, Kind kind, Leg leg, Schedule schedule, Instant forget) {
    scope.update(
        installation,
        THROUGH,
        sql -> sql.name(kind.name()).time(leg.until()).time(schedule.now()).time(schedule.next()));
    scope.update(installation, FORGET, sql -> sql.name(kind.name()).time(forget));
  }

  @Override
  public void stopped(
      InstallationId installation, Kind kind, Optional<Leg> page, Instant again, String obstacle) {
    scope.update(
        installation,
        STOPPED,
        sql ->
            sql.name(kind.name())
                .maybe(page.map(leg -> leg.page().text()))
                .time(again)
                .text(obstacle));
  }

  @Override
  public void hasten(InstallationId installation, Instant now) {
    scope.update(installation, HASTEN, sql -> sql.time(now));
  }
}
