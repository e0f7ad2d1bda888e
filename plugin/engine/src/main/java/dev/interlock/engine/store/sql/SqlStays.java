package dev.interlock.engine.store.sql;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.StageRef;
import dev.interlock.core.run.Effect.Concern;
import dev.interlock.engine.store.Notices.Attention;
import dev.interlock.engine.store.Stays;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

record SqlStays(Scope scope) implements Stays {
  private static final String OURSELVES = "Interlock";
  private static final String ALL =
      """
      SELECT contact, deal, pipeline, stage, since, allowed, attention IS NOT NULL AS told
      FROM stay WHERE installation = ?1
      """;
  private static final String OF = ALL + " AND contact = ?2";
  private static final String FIND = OF + " AND deal = ?3";
  static final String DUE =
      ALL + " AND attention IS NULL AND due_at <= ?2 ORDER BY due_at LIMIT ?3";
  static final String DUE_AGAIN =
      ALL + " AND attention IS NOT NULL AND due_at <= ?2 ORDER BY due_at LIMIT ?3";

  /// What is not over yet cannot be due to be looked at again either.
  static final String TOO_EARLY =
      ALL + " AND attention IS NOT NULL AND due_at > ?2 AND since + allowed > ?2 LIMIT ?3";

  static final String SHORTER = ALL + " AND pipeline = ?2 AND stage = ?3 AND allowed < ?4 LIMIT ?5";
  static final String LONGER = ALL + " AND pipeline = ?2 AND stage = ?3 AND allowed > ?4 LIMIT ?5";
  static final String AFTER =
      ALL + " AND pipeline = ?2 AND stage = ?3 AND allowed = ?4 AND since > ?5 LIMIT ?6";
  static final String NEXT =
      """
      SELECT min(due_at) AS at FROM stay
      WHERE installation = ? AND attention IS NULL AND due_at > ?
      """;
  static final String NEXT_STAGE =
      """
      SELECT pipeline, stage FROM stay
      WHERE installation = ? AND pipeline = ? AND stage > ? ORDER BY stage LIMIT 1
      """;
  static final String NEXT_PIPELINE =
      """
      SELECT pipeline, stage FROM stay
      WHERE installation = ? AND pipeline > ? ORDER BY pipeline, stage LIMIT 1
      """;
  private static final String PUT =
      """
      INSERT INTO stay (installation, contact, deal, pipeline, stage, since, allowed, due_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String THE_SAME =
      """
      WHERE installation = ?1 AND contact = ?2 AND deal = ?3 AND pipeline = ?4 AND stage = ?5
        AND since = ?6
      """;
  private static final String REMOVE = "DELETE FROM stay " + THE_SAME;
  private static final String TOLD =
      "UPDATE stay SET due_at = ?7, attention = (SELECT max(number) FROM attention) " + THE_SAME;
  private static final String LOOK_AGAIN =
      "UPDATE stay SET due_at = ?7 " + THE_SAME + " AND attention IS NOT NULL";
  private static final String WAITS =
      "UPDATE stay SET due_at = NULL " + THE_SAME + " AND attention IS NULL";
  static final String FREE =
      """
      UPDATE stay SET due_at = since + allowed
      WHERE installation = ? AND contact = ? AND due_at IS NULL
      """;
  private static final String ALLOW = "UPDATE stay SET allowed = ?7 " + THE_SAME;
  private static final String DUE_ANEW =
      "UPDATE stay SET allowed = ?7, due_at = ?8, attention = NULL " + THE_SAME;
  private static final String SETTLE =
      """
      UPDATE attention SET settled_by = ?7, settled_at = ?8
      WHERE settled_at IS NULL AND number = (SELECT attention FROM stay
      """
          + THE_SAME
          + ")";

  @Override
  public Optional<Stay> find(InstallationId installation, ContactId contact, DealId deal) {
    return scope.one(installation, FIND, sql -> sql.name(contact).name(deal), SqlStays::stay);
  }

  @Override
  public List<Stay> of(InstallationId installation, ContactId contact) {
    return scope.list(installation, OF, sql -> sql.name(contact), SqlStays::stay);
  }

  @Override
  public void begins(InstallationId installation, Stay stay, Instant at) {
    find(installation, stay.contact(), stay.deal())
        .ifPresent(before -> ends(installation, before, at));
    scope.update(
        installation,
        PUT,
        sql -> named(sql, stay).number(stored(stay.limit())).alarm(Optional.of(stay.due())));
  }

  @Override
  public boolean ends(InstallationId installation, Stay stay, Instant at) {
    settle(installation, stay, at);
    return scope.update(installation, REMOVE, sql -> named(sql, stay)) > 0;
  }

  @Override
  public void tell(
      InstallationId installation, Stay stay, String words, Instant at, Instant again) {
    if (asItIs(installation, stay).filter(now -> !now.isTold()).isEmpty()) {
      return;
    }
    var attention =
        new Attention(Optional.empty(), Optional.of(stay.contact()), Concern.OVERSTAYED, words);
    new SqlNotices(scope).attend(installation, attention, at);
    scope.update(installation, TOLD, sql -> named(sql, stay).time(again));
  }

  @Override
  public void waits(InstallationId installation, Stay stay) {
    scope.update(installation, WAITS, sql -> named(sql, stay));
  }

  @Override
  public boolean free(InstallationId installation, ContactId contact) {
    return scope.update(installation, FREE, sql -> sql.name(contact)) > 0;
  }

  @Override
  public void lookAgain(InstallationId installation, Stay stay, Instant again) {
    scope.update(installation, LOOK_AGAIN, sql -> named(sql, stay).time(again));
  }

  @Override
  public void limited(InstallationId installation, Stay stay, Duration limit, Instant now) {
    Instant due = stay.since().plus(limit);
    if (asItIs(installation, stay).filter(Stay::isTold).isPresent() && !due.isAfter(now)) {
      scope.update(installation, ALLOW, sql -> named(sql, stay).number(stored(limit)));
      return;
    }
    settle(installation, stay, now);
    scope.update(
        installation,
        DUE_ANEW,
        sql -> named(sql, stay).number(stored(limit)).alarm(Optional.of(due)));
  }

  /// What is known of it may have changed since it was read.
  private Optional<Stay> asItIs(InstallationId installation, Stay stay) {
    return find(installation, stay.contact(), stay.deal())
        .filter(now -> now.stage().equals(stay.stage()) && now.since().equals(stay.since()));
  }

  private void settle(InstallationId installation, Stay stay, Instant at) {
    scope.update(installation, SETTLE, sql -> named(sql, stay).text(OURSELVES).time(at));
  }

  @Override
  public List<Stay> due(InstallationId installation, Instant now, int limit) {
    return scope.list(installation, DUE, sql -> sql.time(now).number(limit), SqlStays::stay);
  }

  @Override
  public List<Stay> dueAgain(InstallationId installation, Instant now, int limit) {
    return scope.list(installation, DUE_AGAIN, sql -> sql.time(now).number(limit), SqlStays::stay);
  }

  @Override
  public Optional<Instant> next(InstallationId installation, Instant after) {
    return scope
        .one(installation, NEXT, sql -> sql.time(after), row -> row.maybeTime("at"))
        .flatMap(at -> at);
  }

  /// Asked for one after the other: all rows would be gone through for all of them at once.
  @Override
  public List<StageRef> stages(InstallationId installation) {
    var all = new ArrayList<StageRef>();
    Optional<StageRef> next = stageAfter(installation, "", "");
    while (next.isPresent()) {
      StageRef stage = next.get();
      all.add(stage);
      next = stageAfter(installation, stage.pipeline().text(), stage.stage().text());
    }
    return all;
  }

  private Optional<StageRef> stageAfter(
      InstallationId installation, String pipeline, String stage) {
    return scope
        .one(installation, NEXT_STAGE, sql -> sql.text(pipeline).text(stage), SqlStays::stage)
        .or(() ->
            scope.one(installation, NEXT_PIPELINE, sql -> sql.text(pipeline), SqlStays::stage));
  }

  @Override
  public List<Stay> in(InstallationId installation, StageRef stage, int limit) {
    // by the index of limits, of which SQLite would make no use if none were asked for
    return scope.list(
        installation, LONGER, sql -> in(sql, stage).number(-1).number(limit), SqlStays::stay);
  }

  @Override
  public List<Stay> otherwise(
      InstallationId installation, StageRef stage, Duration limit, int most) {
    return Stream.of(SHORTER, LONGER)
        .flatMap(which ->
            scope
                .list(
                    installation,
                    which,
                    sql -> in(sql, stage).number(stored(limit)).number(most),
                    SqlStays::stay)
                .stream())
        .limit(most)
        .toList();
  }

  @Override
  public List<Stay> after(
      InstallationId installation, StageRef stage, Duration limit, Instant moment, int most) {
    return scope.list(
        installation,
        AFTER,
        sql -> in(sql, stage).number(stored(limit)).time(moment).number(most),
        SqlStays::stay);
  }

  @Override
  public List<Stay> tooEarly(InstallationId installation, Instant now, int most) {
    return scope.list(installation, TOO_EARLY, sql -> sql.time(now).number(most), SqlStays::stay);
  }

  private static Binding in(Binding sql, StageRef stage) throws SQLException {
    return sql.name(stage.pipeline()).name(stage.stage());
  }

  private static Binding named(Binding sql, Stay stay) throws SQLException {
    return in(sql.name(stay.contact()).name(stay.deal()), stay.stage()).time(stay.since());
  }

  private static long stored(Duration span) {
    return Times.stored(Instant.EPOCH.plus(span));
  }

  private static StageRef stage(Row row) throws SQLException {
    return new StageRef(row.name("pipeline", PipelineName::new), row.name("stage", StageName::new));
  }

  private static Stay stay(Row row) throws SQLException {
    return new Stay(
        row.name("contact", ContactId::new),
        row.name("deal", DealId::new),
        stage(row),
        row.time("since"),
        Duration.between(Instant.EPOCH, row.time("allowed")),
        row.claim("told"));
  }
}
