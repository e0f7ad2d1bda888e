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
import java.util.List;
import java.util.Optional;

record SqlStays(Scope scope) implements Stays {
  private static final String OURSELVES = "Interlock";
  private static final String ALL =
      """
      SELECT contact, deal, pipeline, stage, since, due_at, nullif(told, '') AS told
      FROM stay WHERE installation = ?1
      """;
  private static final String FIND = ALL + " AND contact = ?2 AND deal = ?3";
  private static final String DUE = ALL + " AND due_at <= ?2 ORDER BY due_at LIMIT ?3";
  private static final String IN = ALL + " AND pipeline = ?2 AND stage = ?3";
  private static final String NEXT =
      "SELECT min(due_at) AS at FROM stay WHERE installation = ? AND due_at > ?";
  private static final String STAGES =
      "SELECT DISTINCT pipeline, stage FROM stay WHERE installation = ?";
  private static final String PUT =
      """
      INSERT INTO stay (installation, contact, deal, pipeline, stage, since, due_at, told)
      VALUES (?, ?, ?, ?, ?, ?, ?, '')
      """;
  private static final String THE_SAME =
      """
      WHERE installation = ?1 AND contact = ?2 AND deal = ?3 AND pipeline = ?4 AND stage = ?5
        AND since = ?6
      """;
  private static final String REMOVE = "DELETE FROM stay " + THE_SAME;
  private static final String LATER = "UPDATE stay SET due_at = ?7 " + THE_SAME;
  private static final String TELL =
      "UPDATE stay SET due_at = ?7, told = ?8 " + THE_SAME + " AND told = ''";
  private static final String RECALL = "UPDATE stay SET due_at = ?7, told = '' " + THE_SAME;
  private static final String LIMITED =
      """
      UPDATE stay SET due_at = CASE told WHEN '' THEN since + ?4 ELSE ?5 END
      WHERE installation = ?1 AND pipeline = ?2 AND stage = ?3
      """;

  @Override
  public Optional<Stay> find(InstallationId installation, ContactId contact, DealId deal) {
    return scope.one(installation, FIND, sql -> sql.name(contact).name(deal), SqlStays::stay);
  }

  @Override
  public void begins(InstallationId installation, Stay stay, Instant at) {
    find(installation, stay.contact(), stay.deal())
        .ifPresent(before -> ends(installation, before, at));
    scope.update(installation, PUT, sql -> named(sql, stay).alarm(Optional.of(stay.due())));
  }

  @Override
  public boolean ends(InstallationId installation, Stay stay, Instant at) {
    Optional<Stay> now = asItIs(installation, stay);
    now.ifPresent(there -> settle(installation, there, at));
    return scope.update(installation, REMOVE, sql -> named(sql, stay)) > 0;
  }

  @Override
  public void later(InstallationId installation, Stay stay, Instant due) {
    scope.update(installation, LATER, sql -> named(sql, stay).alarm(Optional.of(due)));
  }

  @Override
  public void tell(
      InstallationId installation, Stay stay, String words, Instant at, Instant again) {
    int told =
        scope.update(
            installation, TELL, sql -> named(sql, stay).alarm(Optional.of(again)).text(words));
    if (told > 0) {
      var attention =
          new Attention(Optional.empty(), Optional.of(stay.contact()), Concern.OVERSTAYED, words);
      new SqlNotices(scope).attend(installation, attention, at);
    }
  }

  @Override
  public void recall(InstallationId installation, Stay stay, Instant at, Instant due) {
    asItIs(installation, stay).ifPresent(there -> settle(installation, there, at));
    scope.update(installation, RECALL, sql -> named(sql, stay).alarm(Optional.of(due)));
  }

  /// What is told of it may have changed since it was read.
  private Optional<Stay> asItIs(InstallationId installation, Stay stay) {
    return find(installation, stay.contact(), stay.deal())
        .filter(now -> now.stage().equals(stay.stage()) && now.since().equals(stay.since()));
  }

  private void settle(InstallationId installation, Stay stay, Instant at) {
    stay.told()
        .ifPresent(words ->
            new SqlNotices(scope).attended(installation, stay.contact(), words, OURSELVES, at));
  }

  @Override
  public List<Stay> due(InstallationId installation, Instant now, int limit) {
    return scope.list(installation, DUE, sql -> sql.time(now).number(limit), SqlStays::stay);
  }

  @Override
  public Optional<Instant> next(InstallationId installation, Instant after) {
    return scope
        .one(installation, NEXT, sql -> sql.time(after), row -> row.maybeTime("at"))
        .flatMap(at -> at);
  }

  @Override
  public List<StageRef> stages(InstallationId installation) {
    return scope.list(installation, STAGES, _ -> {}, SqlStays::stage);
  }

  @Override
  public List<Stay> in(InstallationId installation, StageRef stage) {
    return scope.list(
        installation, IN, sql -> sql.name(stage.pipeline()).name(stage.stage()), SqlStays::stay);
  }

  @Override
  public void limited(InstallationId installation, StageRef stage, Duration limit, Instant now) {
    scope.update(
        installation,
        LIMITED,
        sql ->
            sql.name(stage.pipeline())
                .name(stage.stage())
                .number(Times.stored(Instant.EPOCH.plus(limit)))
                .time(now));
  }

  private static Binding named(Binding sql, Stay stay) throws SQLException {
    return sql.name(stay.contact())
        .name(stay.deal())
        .name(stay.stage().pipeline())
        .name(stay.stage().stage())
        .time(stay.since());
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
        row.time("due_at"),
        row.maybe("told", String::new));
  }
}
