package dev.interlock.engine.store.sql;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.Action;
import dev.interlock.core.run.Command;
import dev.interlock.core.run.CommandId;
import dev.interlock.core.run.Outcome;
import dev.interlock.core.run.RunId;
import dev.interlock.crm.Deed;
import dev.interlock.engine.json.StoredForm;
import dev.interlock.engine.store.Intents;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

record SqlIntents(Scope scope) implements Intents {
  private static final String COLUMNS =
      """
      SELECT run.run, intent.number, intent.step, intent.retries, %s AS doing, run.contact,
             intent.state, intent.attempts, intent.decided_at, intent.next_at, %s AS deed,
             intent.tried_at, %s AS outcome
      FROM intent JOIN run ON run.number = intent.run
      """
          .formatted(
              Phrases.said("intent.doing"),
              Phrases.said("intent.deed"),
              Phrases.filled("intent.outcome"));
  // a subselect, so that the row is found by its primary key
  private static final String THIS_ONE =
      """
      WHERE run = (SELECT number FROM run WHERE installation = ?1 AND run = ?2) AND number = ?3
      """;
  private static final String ADD =
      """
      INSERT INTO intent
        (installation, run, number, step, retries, doing, urgency, state, attempts, decided_at,
         next_at)
      VALUES
        (?1, (SELECT number FROM run WHERE installation = ?1 AND run = ?2), ?3, ?4, ?5, ?6, ?7,
         'PENDING', 0, ?8, ?8)
      """;
  private static final String BEGIN =
      """
      INSERT INTO intent
        (installation, run, number, step, retries, doing, urgency, state, attempts, decided_at,
         next_at, deed, tried_at)
      SELECT
        ?1, run.number, ?3, ?4, ?5, ?6, ?7,
        CASE WHEN waits THEN 'PENDING' ELSE 'CLAIMED' END, 0, ?8, ?8,
        CASE WHEN waits THEN NULL ELSE ?9 END,
        CASE WHEN waits THEN NULL ELSE ?10 END
      FROM (
        SELECT number, EXISTS (
          SELECT 1 FROM intent AS earlier
          WHERE earlier.run = run.number AND earlier.number < ?3 AND earlier.done_at IS NULL)
          AS waits
        FROM run WHERE installation = ?1 AND run = ?2) AS run
      RETURNING state = 'CLAIMED' AS n
      """;
  private static final String FIND =
      COLUMNS + "WHERE run.installation = ? AND run.run = ? AND intent.number = ?";
  private static final String DUE = due("intent.urgency < 2");
  private static final String DUE_ELSEWHERE = due("intent.urgency = 2");
  // each urgency by itself, so that the index finds the first of it without passing all others
  private static final String NEXT_DUE =
      IntStream.rangeClosed(0, 2)
          .mapToObj(
              """
              SELECT min(next_at) AS at FROM (
                SELECT next_at FROM intent
                WHERE installation = ?1 AND urgency = %d AND done_at IS NULL AND next_at > ?2
                  AND state <> 'CLAIMED'
                ORDER BY next_at LIMIT 1)
              """
                  ::formatted)
          .collect(Collectors.joining(" UNION ALL ", "SELECT min(at) AS at FROM (", ")"));
  private static final String CLAIM =
      """
      UPDATE intent
      SET state = 'CLAIMED', deed = ?4, tried_at = ?5
      """
          + THIS_ONE
          + "AND state = 'PENDING'";
  private static final String POSTPONE =
      "UPDATE intent SET state = 'PENDING', attempts = ?4, next_at = ?5 "
          + THIS_ONE
          + "AND state IN ('PENDING', 'CLAIMED', 'IN_DOUBT')";
  private static final String DOUBT =
      "UPDATE intent SET state = 'IN_DOUBT', next_at = ?4 "
          + THIS_ONE
          + "AND state IN ('CLAIMED', 'IN_DOUBT')";
  private static final String HASTEN =
      """
      UPDATE intent SET next_at = ?4
      WHERE run = (SELECT number FROM run WHERE installation = ?1 AND run = ?2) AND number <= ?3
        AND state IN ('PENDING', 'IN_DOUBT') AND next_at > ?4
      """;
  private static final String REPORT =
      "UPDATE intent SET state = 'REPORTED', outcome = ?4, next_at = ?5 "
          + THIS_ONE
          + "AND done_at IS NULL";
  private static final String DONE =
      "UPDATE intent SET state = 'DONE', outcome = ?4, done_at = ?5, next_at = 0 "
          + THIS_ONE
          + "AND done_at IS NULL";
  private static final String DROP =
      "UPDATE intent SET state = 'DROPPED', done_at = ?4 " + THIS_ONE + "AND state = 'PENDING'";
  private static final String PENDING =
      """
      SELECT number FROM intent
      WHERE run = (SELECT number FROM run WHERE installation = ? AND run = ?) AND state = 'PENDING'
      """;
  private static final String DOUBT_CLAIMED =
      """
      UPDATE intent SET state = 'IN_DOUBT', next_at = ?2
      WHERE installation = ?1 AND done_at IS NULL AND state = 'CLAIMED'
      """;

  /// A run writes nothing after its last change, which for one that was reopened is long after its
  /// end; our clock may have been set back meanwhile.
  private static final Duration CLOCK_MAY_DIFFER = Duration.ofDays(1);

  private static final String TRIED =
      COLUMNS
          + """
          WHERE intent.run IN (
              SELECT number FROM run WHERE installation = ?1 AND contact = ?2 AND over = 0
              UNION ALL
              SELECT number FROM run
              WHERE installation = ?1 AND contact = ?2 AND over = 1 AND changed_at >= ?3 - ?4)
            AND intent.tried_at >= ?3
          ORDER BY intent.tried_at DESC
          """;
  private static final String WHAT = "the command";

  @Override
  public void add(InstallationId installation, Command command, Instant now) {
    String doing = doing(installation, command);
    scope.update(installation, ADD, sql -> bind(sql, command, doing, now));
  }

  @Override
  public boolean begin(
      InstallationId installation,
      Command command,
      Optional<Deed> deed,
      Instant now,
      Instant tried) {
    // a reading is no attempt to write, whatever came of it
    Optional<Instant> wrote =
        command.doing() instanceof Command.ReadBack ? Optional.empty() : Optional.of(tried);
    String doing = doing(installation, command);
    Optional<String> told = told(installation, deed);
    return scope.count(
            installation, BEGIN, sql -> bind(sql, command, doing, now).maybe(told).maybeTime(wrote))
        == 1;
  }

  private static String due(String which) {
    return """
    SELECT run.run, intent.number, run.contact, intent.urgency
    FROM intent JOIN run ON run.number = intent.run
    WHERE intent.installation = ?1 AND intent.done_at IS NULL AND intent.state <> 'CLAIMED'
      AND %s AND intent.next_at <= ?2
      AND NOT EXISTS (
        SELECT 1 FROM intent AS earlier
        WHERE earlier.run = intent.run AND earlier.number < intent.number
          AND earlier.done_at IS NULL)
    ORDER BY intent.urgency, intent.next_at
    LIMIT ?3
    """
        .formatted(which);
  }

  private String doing(InstallationId installation, Command command) {
    return scope.kept(installation, StoredForm.of(command.doing()));
  }

  /// What somebody was told is of that person alone.
  private Optional<String> told(InstallationId installation, Optional<Deed> deed) {
    return deed.map(each ->
        CommandsInWords.told(each).isEmpty()
            ? scope.kept(installation, StoredForm.of(each))
            : StoredForm.of(each));
  }

  private static Binding bind(Binding sql, Command command, String doing, Instant now)
      throws SQLException {
    return sql.name(command.id().run())
        .number(command.id().number())
        .text(command.step())
        .number(command.retries())
        .text(doing)
        .number(urgency(command.doing()))
        .time(now);
  }

  /// Leaving frees lanes and tells people, so it goes before everything that begins something. What
  /// goes elsewhere is a queue by itself.
  private static int urgency(Command.Doing doing) {
    return switch (doing) {
      case Command.Ensure _, Command.Tell _, Command.ReadBack _ -> 0;
      case Command.Perform(Action.CallWebhook _) -> 2;
      case Command.Perform _, Command.TickOff _, Command.Say _ -> 1;
    };
  }

  @Override
  public Optional<Intent> find(InstallationId installation, CommandId command) {
    return scope.one(
        installation,
        FIND,
        sql -> sql.name(command.run()).number(command.number()),
        SqlIntents::intent);
  }

  @Override
  public List<Due> due(InstallationId installation, Instant now, int limit) {
    return due(DUE, installation, now, limit);
  }

  @Override
  public List<Due> dueElsewhere(InstallationId installation, Instant now, int limit) {
    return due(DUE_ELSEWHERE, installation, now, limit);
  }

  private List<Due> due(String query, InstallationId installation, Instant now, int limit) {
    return scope.list(
        installation,
        query,
        sql -> sql.time(now).number(limit),
        row ->
            new Due(
                new CommandId(row.name("run", RunId::new), row.count("number")),
                row.name("contact", ContactId::new),
                row.count("urgency") == 0));
  }

  @Override
  public Optional<Instant> nextDue(InstallationId installation, Instant after) {
    return scope
        .one(installation, NEXT_DUE, sql -> sql.time(after), row -> row.maybeTime("at"))
        .flatMap(at -> at);
  }

  @Override
  public boolean claim(
      InstallationId installation, CommandId command, Optional<Deed> deed, Instant tried) {
    Optional<String> told = told(installation, deed);
    return change(installation, CLAIM, command, sql -> sql.maybe(told).time(tried)) == 1;
  }

  @Override
  public void postpone(
      InstallationId installation, CommandId command, int attempts, Instant until) {
    changeOne(installation, POSTPONE, command, sql -> sql.number(attempts).time(until));
  }

  @Override
  public void doubt(InstallationId installation, CommandId command, Instant lookAt) {
    changeOne(installation, DOUBT, command, sql -> sql.time(lookAt));
  }

  @Override
  public void hasten(InstallationId installation, CommandId command, Instant now) {
    change(installation, HASTEN, command, sql -> sql.time(now));
  }

  @Override
  public void report(InstallationId installation, CommandId command, Outcome outcome, Instant now) {
    String known = scope.kept(installation, StoredForm.apart(outcome));
    changeOne(installation, REPORT, command, sql -> sql.text(known).time(now));
  }

  @Override
  public void done(InstallationId installation, CommandId command, Outcome outcome, Instant now) {
    String known = scope.kept(installation, StoredForm.apart(outcome));
    changeOne(installation, DONE, command, sql -> sql.text(known).time(now));
  }

  @Override
  public boolean drop(InstallationId installation, CommandId command, Instant now) {
    return change(installation, DROP, command, sql -> sql.time(now)) == 1;
  }

  @Override
  public List<CommandId> dropOpen(InstallationId installation, RunId run, Instant now) {
    List<CommandId> pending =
        scope.list(
            installation,
            PENDING,
            sql -> sql.name(run),
            row -> new CommandId(run, row.count("number")));
    pending.forEach(command -> drop(installation, command, now));
    return pending;
  }

  @Override
  public int doubtAllClaimed(InstallationId installation, Instant now) {
    return scope.update(installation, DOUBT_CLAIMED, sql -> sql.time(now));
  }

  @Override
  public List<Intent> tried(InstallationId installation, ContactId contact, Instant since) {
    return scope.list(
        installation,
        TRIED,
        sql -> sql.name(contact).time(since).number(CLOCK_MAY_DIFFER.toNanos() / 1_000),
        SqlIntents::intent);
  }

  private int change(InstallationId installation, String sql, CommandId command, Jdbc.Binder rest) {
    return scope.update(
        installation,
        sql,
        values -> rest.bind(values.name(command.run()).number(command.number())));
  }

  private void changeOne(
      InstallationId installation, String sql, CommandId command, Jdbc.Binder rest) {
    scope.updateOne(
        installation,
        sql,
        WHAT + " " + command,
        values -> rest.bind(values.name(command.run()).number(command.number())));
  }

  private static Intent intent(Row row) throws SQLException {
    return new Intent(
        new Command(
            new CommandId(row.name("run", RunId::new), row.count("number")),
            row.text("step"),
            row.count("retries"),
            row.name("doing", StoredForm::doing)),
        row.name("contact", ContactId::new),
        row.word("state", State.class),
        row.count("attempts"),
        row.time("decided_at"),
        row.time("next_at"),
        row.maybe("deed", StoredForm::deed),
        row.maybeTime("tried_at"),
        row.maybe("outcome", StoredForm::outcome).flatMap(outcome -> outcome));
  }
}
