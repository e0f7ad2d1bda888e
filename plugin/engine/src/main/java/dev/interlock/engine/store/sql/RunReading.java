package dev.interlock.engine.store.sql;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ExitName;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.run.CommandId;
import dev.interlock.core.run.Entry;
import dev.interlock.core.run.RunId;
import dev.interlock.engine.json.StoredForm;
import dev.interlock.engine.read.CommandLine;
import dev.interlock.engine.read.JournalLine;
import dev.interlock.engine.read.NewsLine;
import dev.interlock.engine.read.ProofState;
import dev.interlock.engine.read.RunDetail;
import dev.interlock.engine.read.RunFilter;
import dev.interlock.engine.read.RunState;
import dev.interlock.engine.read.RunSummary;
import dev.interlock.engine.store.Intents;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Questions about runs.
record RunReading(Scope scope) {
  private static final String SUMMARY =
      """
      SELECT run.run, run.contact, coalesce(contact.name, run.contact) AS contact_name,
             run.contract, contract_version.hash, run.run_key, run.begun_at, run.changed_at,
             run.state, run.place, run.alarm_at, run.exit, run.proof, run.ended_at,
             run.calls
      FROM run
        JOIN contract_version ON contract_version.number = run.contract_version
        LEFT JOIN contact
          ON contact.installation = run.installation AND contact.contact = run.contact
      """;
  private static final String RUNS =
      SUMMARY
          + """
          WHERE run.installation = ?1
            AND (?2 IS NULL OR run.contract = ?2)
            AND (?3 IS NULL OR run.contact = ?3)
            AND (?4 IS NULL OR run.exit = ?4)
            AND (?5 IS NULL OR run.state = ?5)
            AND (?6 IS NULL OR run.over = CAST(?6 AS INTEGER))
            AND (?7 IS NULL OR run.place = ?7)
            AND (?8 IS NULL OR contract_version.hash = ?8)
            AND (?9 IS NULL OR run.proof = ?9)
          ORDER BY run.changed_at DESC, run.number DESC
          LIMIT ?10 OFFSET ?11
          """;
  private static final String RUN = SUMMARY + "WHERE run.installation = ? AND run.run = ?";
  private static final String OF_CONTACT =
      SUMMARY
          + """
          WHERE run.installation = ? AND run.contact = ?
          ORDER BY run.begun_at, run.number
          """;
  private static final String IN_TURN =
      SUMMARY
          + """
          WHERE run.installation = ? AND run.over = 0
            -- whoever is paused elsewhere has a place
            AND (run.state = 'QUEUED' OR (run.state = 'PAUSED' AND run.place IS NULL))
          ORDER BY run.number
          LIMIT ?
          """;
  private static final String LINE =
      """
      coalesce(phrase.text, each.value) ->> 0 AS kind,
      coalesce(phrase.text, each.value) ->> 1 AS step,
      coalesce(phrase.text, each.value) ->> 2 AS words
      """;
  private static final String LINES =
      """
      row JOIN json_each(row.lines) AS each
        LEFT JOIN phrase ON each.type = 'integer' AND phrase.number = each.value
      """;
  private static final String JOURNAL =
      """
      WITH row AS (
        SELECT number, at, lines FROM journal
        WHERE run = (SELECT number FROM run WHERE installation = ? AND run = ?))
      SELECT row.at, %s
      FROM %s
      ORDER BY row.number, each.key
      """
          .formatted(LINE, LINES);
  private static final String LATEST =
      """
      WITH row AS (
        SELECT number, run, at, lines FROM journal
        WHERE installation = ?1 ORDER BY number DESC LIMIT ?2)
      SELECT run.run, run.contact, coalesce(contact.name, run.contact) AS contact_name,
             run.contract, row.at, %s
      FROM %s
        JOIN run ON run.number = row.run
        LEFT JOIN contact
          ON contact.installation = run.installation AND contact.contact = run.contact
      ORDER BY row.number DESC, each.key DESC
      LIMIT ?2
      """
          .formatted(LINE, LINES);
  private static final String COMMANDS =
      """
      SELECT number, step, %s AS doing, state, attempts, decided_at, tried_at, done_at, %s AS deed,
             %s AS outcome
      FROM intent
      WHERE run = (SELECT number FROM run WHERE installation = ? AND run = ?)
      ORDER BY number
      """
          .formatted(Phrases.said("doing"), Phrases.said("deed"), Phrases.filled("outcome"));

  List<RunSummary> runs(InstallationId installation, RunFilter filter, int limit, int skip) {
    return scope.list(
        installation,
        RUNS,
        sql ->
            sql.maybe(filter.contract())
                .maybe(filter.contact())
                .maybe(filter.exit())
                .maybe(filter.state().map(RunState::name))
                .maybe(filter.isOver().map(over -> over ? "1" : "0"))
                .maybe(filter.place())
                .maybe(filter.hash())
                .maybe(filter.proof().map(ProofState::name))
                .number(limit)
                .number(skip),
        RunReading::summary);
  }

  Optional<RunDetail> run(InstallationId installation, RunId run) {
    return scope
        .one(installation, RUN, sql -> sql.name(run), RunReading::summary)
        .flatMap(summary -> detail(installation, summary));
  }

  List<RunDetail> runsOf(InstallationId installation, ContactId contact) {
    return scope
        .list(installation, OF_CONTACT, sql -> sql.name(contact), RunReading::summary)
        .stream()
        .flatMap(summary -> detail(installation, summary).stream())
        .toList();
  }

  /// Those that wait in turn, also the paused ones, as they came.
  List<RunSummary> inTurn(InstallationId installation, int limit) {
    return scope.list(installation, IN_TURN, sql -> sql.number(limit), RunReading::summary);
  }

  private Optional<RunDetail> detail(InstallationId installation, RunSummary summary) {
    RunId id = summary.run();
    return new SqlRuns(scope)
        .find(installation, id)
        .map(stored ->
            new RunDetail(
                summary,
                stored.run(),
                journal(installation, id),
                commands(installation, id),
                new LaneReading(scope).heldBy(installation, id)));
  }

  private List<JournalLine> journal(InstallationId installation, RunId run) {
    return scope.list(installation, JOURNAL, sql -> sql.name(run), row -> line(run, row));
  }

  List<NewsLine> latest(InstallationId installation, int limit) {
    return scope.list(
        installation,
        LATEST,
        sql -> sql.number(limit),
        row ->
            new NewsLine(
                row.name("contact", ContactId::new),
                row.text("contact_name"),
                row.name("contract", ContractId::new),
                line(row.name("run", RunId::new), row)));
  }

  private static JournalLine line(RunId run, Row row) throws SQLException {
    return new JournalLine(
        run,
        row.time("at"),
        row.word("kind", Entry.Kind.class),
        row.text("step"),
        row.text("words"));
  }

  private List<CommandLine> commands(InstallationId installation, RunId run) {
    return scope.list(
        installation,
        COMMANDS,
        sql -> sql.name(run),
        row ->
            new CommandLine(
                new CommandId(run, row.count("number")),
                row.text("step"),
                CommandsInWords.what(row.name("doing", StoredForm::doing)),
                row.word("state", Intents.State.class),
                row.count("attempts"),
                row.time("decided_at"),
                row.maybeTime("tried_at"),
                row.maybeTime("done_at"),
                row.maybe("deed", StoredForm::deed).map(CommandsInWords::told).orElse(""),
                row.maybe("outcome", CommandsInWords::outcome).orElse("")));
  }

  private static RunSummary summary(Row row) throws SQLException {
    return new RunSummary(
        row.name("run", RunId::new),
        row.name("contact", ContactId::new),
        row.text("contact_name"),
        row.name("contract", ContractId::new),
        row.text("hash"),
        row.text("run_key"),
        row.time("begun_at"),
        row.time("changed_at"),
        row.word("state", RunState.class),
        row.maybe("place", NodeId::new),
        row.maybeTime("alarm_at"),
        row.maybe("exit", ExitName::new),
        row.maybeWord("proof", ProofState.class),
        row.maybeTime("ended_at"),
        row.number("calls"));
  }
}
