package dev.interlock.engine.store.sql;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ExitName;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.RunId;
import dev.interlock.core.run.Standing;
import dev.interlock.core.run.Surroundings;
import dev.interlock.engine.json.StoredForm;
import dev.interlock.engine.read.ProofState;
import dev.interlock.engine.read.RunState;
import dev.interlock.engine.store.Runs;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

record SqlRuns(Scope scope) implements Runs {
  private static final String VERSIONS =
      """
      SELECT DISTINCT contract_version.contract, contract_version.hash
      FROM run JOIN contract_version ON contract_version.number = run.contract_version
      WHERE run.installation = ? AND run.over = 0
      """;

  /// An end that is a phrase lacks its moment.
  private static final String STANDING =
      """
      CASE WHEN run.over = 1 AND %1$s THEN json_set(%2$s, '$.at', run.ended_at) ELSE %3$s END
      """
          .formatted(
              Phrases.isNumber("run.standing"),
              Phrases.said("run.standing"),
              Phrases.filled("run.standing"));

  private static final String COLUMNS =
      """
      SELECT run.run, run.contact, run.contract, contract_version.hash, run.run_key, run.cause,
             run.begun_at, %s AS standing, %s AS memory, run.version
      FROM run JOIN contract_version ON contract_version.number = run.contract_version
      """
          .formatted(STANDING, Phrases.filled("run.memory"));
  private static final String UNDER_WAY =
      COLUMNS
          + """
          WHERE run.installation = ? AND run.contact = ? AND run.over = 0
          ORDER BY run.number
          """;
  private static final String FIND = COLUMNS + "WHERE run.installation = ? AND run.run = ?";
  private static final String ENDED =
      """
      SELECT contract, run_key, exit, ended_at FROM run
      WHERE installation = ? AND contact = ? AND over = 1 AND exit IS NOT NULL
      ORDER BY ended_at DESC
      """;
  private static final String ADD =
      """
      INSERT INTO run
        (installation, run, contact, contract, contract_version, run_key, cause, begun_at,
         standing, memory, state, place, alarm_at, over, exit, proof, ended_at, changed_at, version,
         calls)
      VALUES
        (?1, ?2, ?3, ?4,
         (SELECT number FROM contract_version WHERE installation = ?1 AND contract = ?4 AND hash = ?5),
         ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, 1, ?19)
      """;
  private static final String REPLACE =
      """
      UPDATE run
      SET standing = ?4, memory = ?5, state = ?6, place = ?7, alarm_at = ?8, over = ?9, exit = ?10,
          proof = ?11, ended_at = ?12, changed_at = ?13, version = version + 1, calls = calls + ?14
      WHERE installation = ?1 AND run = ?2 AND version = ?3
      """;
  private static final String FOLLOW =
      """
      UPDATE run
      SET contract_version =
        (SELECT number FROM contract_version WHERE installation = ?1 AND contract = ?3 AND hash = ?4)
      WHERE installation = ?1 AND run = ?2
      """;
  private static final String CALLED =
      """
      UPDATE run SET calls = calls + ?3 WHERE installation = ?1 AND run = ?2
      """;
  private static final String DUE =
      """
      SELECT run, contact, %s AS standing FROM run
      WHERE installation = ? AND alarm_at <= ?
      ORDER BY alarm_at, number
      LIMIT ?
      """
          .formatted(Phrases.filled("standing"));
  private static final String NEXT_ALARM =
      """
      SELECT min(alarm_at) AS at FROM run WHERE installation = ? AND alarm_at > ?
      """;

  @Override
  public List<Stored> underWay(InstallationId installation, ContactId contact) {
    return scope.list(installation, UNDER_WAY, sql -> sql.name(contact), SqlRuns::stored);
  }

  @Override
  public List<Surroundings.Past> ended(InstallationId installation, ContactId contact) {
    return scope.list(
        installation,
        ENDED,
        sql -> sql.name(contact),
        row ->
            new Surroundings.Past(
                row.name("contract", ContractId::new),
                row.text("run_key"),
                row.name("exit", ExitName::new),
                row.time("ended_at")));
  }

  @Override
  public Optional<Stored> find(InstallationId installation, RunId run) {
    return scope.one(installation, FIND, sql -> sql.name(run), SqlRuns::stored);
  }

  @Override
  public void add(InstallationId installation, Run run, int calls, Instant now) {
    String standing = kept(installation, run);
    String memory = scope.kept(installation, StoredForm.apart(run.memory()));
    scope.update(
        installation,
        ADD,
        sql -> {
          sql.name(run.id())
              .name(run.contact())
              .name(run.contract())
              .text(run.contractHash())
              .text(run.key())
              .text(run.cause())
              .time(run.begunAt());
          bindState(sql, run, standing, memory, now);
          sql.number(calls);
        });
  }

  @Override
  public void replace(
      InstallationId installation, Stored before, Run after, int calls, Instant now) {
    String standing = kept(installation, after);
    String memory = scope.kept(installation, StoredForm.apart(after.memory()));
    scope.updateOne(
        installation,
        REPLACE,
        "the run " + after.id(),
        sql -> {
          sql.name(after.id()).number(before.version());
          bindState(sql, after, standing, memory, now);
          sql.number(calls);
        });
  }

  @Override
  public void follow(InstallationId installation, Run run) {
    scope.updateOne(
        installation,
        FOLLOW,
        "the run " + run.id(),
        sql -> sql.name(run.id()).name(run.contract()).text(run.contractHash()));
  }

  @Override
  public void called(InstallationId installation, RunId run, int calls) {
    scope.update(installation, CALLED, sql -> sql.name(run).number(calls));
  }

  @Override
  public List<Due> due(InstallationId installation, Instant now, int limit) {
    return scope.list(installation, DUE, sql -> sql.time(now).number(limit), row -> due(row, now));
  }

  private static Due due(Row row, Instant now) throws SQLException {
    RunId id = row.name("run", RunId::new);
    Standing standing = row.name("standing", written -> StoredForm.standing(id, written));
    return new Due(id, row.name("contact", ContactId::new), standing.alarm().orElse(now));
  }

  @Override
  public Set<OnVersion> versions(InstallationId installation) {
    return Set.copyOf(
        scope.list(
            installation,
            VERSIONS,
            _ -> {},
            row -> new OnVersion(row.name("contract", ContractId::new), row.text("hash"))));
  }

  @Override
  public Optional<Instant> nextAlarm(InstallationId installation, Instant after) {
    return scope
        .one(installation, NEXT_ALARM, sql -> sql.time(after), row -> row.maybeTime("at"))
        .flatMap(at -> at);
  }

  static Stored stored(Row row) throws SQLException {
    RunId id = row.name("run", RunId::new);
    return new Stored(
        new Run(
            id,
            row.name("contact", ContactId::new),
            row.name("contract", ContractId::new),
            row.text("hash"),
            row.text("run_key"),
            row.text("cause"),
            row.time("begun_at"),
            row.name("standing", written -> StoredForm.standing(id, written)),
            row.name("memory", StoredForm::memory)),
        row.number("version"));
  }

  /// Without its moments it is the same for many runs.
  private String kept(InstallationId installation, Run run) {
    String whole = StoredForm.of(run.id(), run.standing());
    return switch (run.standing()) {
      case Standing.Commanded _, Standing.Ready _ -> scope.kept(installation, whole);
      case Standing.Closing _, Standing.Verifying _ -> scope.kept(installation, whole);
      case Standing.Ended ended -> {
        OptionalLong phrase = scope.phrase(installation, StoredForm.withoutMoment(ended));
        yield phrase.isPresent() ? Long.toString(phrase.getAsLong()) : whole;
      }
      case Standing.Queued _, Standing.Held _, Standing.Waiting _, Standing.Awaiting _ ->
          scope.kept(installation, StoredForm.apart(run.id(), run.standing()));
      case Standing.Doubtful _, Standing.Paused _, Standing.TurnedAway _ -> whole;
    };
  }

  private static void bindState(
      Binding sql, Run run, String standingKept, String memory, Instant now) throws SQLException {
    Standing standing = run.standing();
    Optional<Standing.Ended> ended =
        standing instanceof Standing.Ended over ? Optional.of(over) : Optional.empty();
    sql.text(standingKept)
        .text(memory)
        .name(RunState.of(standing).name())
        .maybe(standing.place())
        .alarm(standing.alarm())
        .claim(standing.isOver())
        .maybe(ended.map(Standing.Ended::exit))
        .maybe(ended.map(over -> ProofState.of(over.proof()).name()))
        .maybeTime(endedAt(standing))
        .time(now);
  }

  private static Optional<Instant> endedAt(Standing standing) {
    return switch (standing) {
      case Standing.Ended(_, _, var at, _) -> Optional.of(at);
      case Standing.TurnedAway(var at, _) -> Optional.of(at);
      case Standing.Queued _, Standing.Commanded _, Standing.Held _ -> Optional.empty();
      case Standing.Waiting _, Standing.Awaiting _, Standing.Doubtful _ -> Optional.empty();
      case Standing.Ready _, Standing.Paused _ -> Optional.empty();
      case Standing.Closing _, Standing.Verifying _ -> Optional.empty();
    };
  }
}
