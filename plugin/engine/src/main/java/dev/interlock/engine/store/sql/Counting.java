package dev.interlock.engine.store.sql;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ExitName;
import dev.interlock.core.program.NodeId;
import dev.interlock.engine.read.CallCount;
import dev.interlock.engine.read.ExitCount;
import dev.interlock.engine.read.PlaceCount;
import dev.interlock.engine.read.ProofState;
import dev.interlock.engine.read.RefusalCount;
import dev.interlock.engine.read.RunState;
import dev.interlock.engine.read.Totals;
import dev.interlock.engine.read.VersionLine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Questions about how many.
record Counting(Scope scope) {
  private static final String INSTALLATIONS =
      "SELECT installation FROM installation ORDER BY installation";
  private static final String TOTALS =
      """
      SELECT
        (SELECT count(*) FROM contact WHERE installation = ?1) AS contacts,
        (SELECT count(*) FROM event WHERE installation = ?1) AS events,
        (SELECT count(*) FROM run WHERE installation = ?1 AND over = 0) AS under_way,
        (SELECT count(*) FROM run WHERE installation = ?1 AND exit IS NOT NULL) AS ended,
        (SELECT count(*) FROM run WHERE installation = ?1 AND proof = 'VERIFIED') AS verified,
        (SELECT count(*) FROM run WHERE installation = ?1 AND proof = 'UNVERIFIED') AS unverified,
        (SELECT count(*) FROM refusal WHERE installation = ?1) AS refusals,
        (SELECT count(*) FROM message WHERE installation = ?1 AND message IS NOT NULL) AS messages,
        (SELECT count(*) FROM attention WHERE installation = ?1 AND settled_at IS NULL) AS attention,
        (SELECT count(*) FROM inbox WHERE installation = ?1 AND trouble IS NULL) AS inbox,
        (SELECT count(*) FROM inbox WHERE installation = ?1 AND trouble IS NOT NULL) AS aside
      """;

  /// Each part is the last row of an index of its own.
  static final String HEARD =
      """
      SELECT max(at) AS at FROM (
        SELECT heard_at AS at FROM event
        WHERE number = (SELECT max(number) FROM event WHERE installation = ?1)
        UNION ALL
        SELECT received_at AS at FROM inbox
        WHERE number =
          (SELECT max(number) FROM inbox WHERE installation = ?1 AND trouble IS NULL)
        UNION ALL
        SELECT received_at AS at FROM inbox
        WHERE number =
          (SELECT max(number) FROM inbox WHERE installation = ?1 AND trouble IS NOT NULL))
      """;

  static final String DRIFTED =
      """
      SELECT installation.installation, found.n FROM
        (SELECT installation, count(*) AS n FROM attention
         WHERE settled_at IS NULL AND concern = 'DRIFTED' GROUP BY installation) found
        JOIN installation ON installation.number = found.installation
      """;
  private static final String EXITS =
      """
      SELECT run.contract, contract_version.hash, run.exit, run.proof, count(*) AS n
      FROM run JOIN contract_version ON contract_version.number = run.contract_version
      WHERE run.installation = ? AND run.exit IS NOT NULL
      GROUP BY run.contract, contract_version.hash, run.exit, run.proof
      ORDER BY run.contract, contract_version.hash, run.exit, run.proof
      """;
  private static final String PLACES =
      """
      SELECT run.contract, contract_version.hash, run.state, run.place, count(*) AS n
      FROM run JOIN contract_version ON contract_version.number = run.contract_version
      WHERE run.installation = ? AND run.over = 0
      GROUP BY run.contract, contract_version.hash, run.state, run.place
      ORDER BY run.contract, contract_version.hash, run.state, run.place
      """;
  private static final String CALLS =
      """
      SELECT contract, count(*) AS n, sum(calls) AS calls FROM
        (SELECT contract, calls FROM run
         WHERE installation = ? AND exit IS NOT NULL ORDER BY number DESC LIMIT 1000)
      GROUP BY contract
      ORDER BY contract
      """;
  private static final String VERSIONS =
      """
      SELECT contract, hash, title, active, added_at,
             (SELECT count(*) FROM run
              WHERE run.contract_version = contract_version.number AND run.over = 0) AS under_way,
             (SELECT count(*) FROM run
              WHERE run.contract_version = contract_version.number AND run.over = 1) AS over
      FROM contract_version
      WHERE installation = ?
      ORDER BY active DESC, contract, added_at DESC, number DESC
      """;
  private static final String REFUSAL_TOTALS =
      """
      SELECT contract, count(*) AS n FROM refusal WHERE installation = ? GROUP BY contract
      """;
  private static final String REFUSALS =
      """
      SELECT refusal.contract, json_extract(reason.value, '$.code') AS code,
             json_extract(reason.value, '$.words') AS words, count(*) AS n
      FROM refusal, json_each(refusal.reasons, '$.reasons') AS reason
      WHERE refusal.installation = ?
      GROUP BY refusal.contract, code, words
      ORDER BY refusal.contract, n DESC, code, words
      """;

  List<InstallationId> installations() {
    return scope
        .jdbc()
        .list(INSTALLATIONS, _ -> {}, row -> row.name("installation", InstallationId::new));
  }

  List<CallCount> callsPerRun(InstallationId installation) {
    return scope.list(
        installation,
        CALLS,
        _ -> {},
        row ->
            new CallCount(
                row.name("contract", ContractId::new), row.number("n"), row.number("calls")));
  }

  Totals totals(InstallationId installation) {
    return scope
        .one(
            installation,
            TOTALS,
            _ -> {},
            row ->
                new Totals(
                    row.number("contacts"),
                    row.number("events"),
                    row.number("under_way"),
                    row.number("ended"),
                    row.number("verified"),
                    row.number("unverified"),
                    row.number("refusals"),
                    row.number("messages"),
                    row.number("attention"),
                    row.number("inbox"),
                    row.number("aside")))
        .orElseThrow();
  }

  Optional<Instant> lastHeard(InstallationId installation) {
    return scope.one(installation, HEARD, _ -> {}, row -> row.maybeTime("at")).flatMap(at -> at);
  }

  Map<InstallationId, Long> drifted() {
    return scope
        .jdbc()
        .list(
            DRIFTED,
            _ -> {},
            row -> Map.entry(row.name("installation", InstallationId::new), row.number("n")))
        .stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  List<ExitCount> exits(InstallationId installation) {
    return scope.list(
        installation,
        EXITS,
        _ -> {},
        row ->
            new ExitCount(
                row.name("contract", ContractId::new),
                row.text("hash"),
                row.name("exit", ExitName::new),
                row.word("proof", ProofState.class),
                row.number("n")));
  }

  List<PlaceCount> places(InstallationId installation) {
    return scope.list(
        installation,
        PLACES,
        _ -> {},
        row ->
            new PlaceCount(
                row.name("contract", ContractId::new),
                row.text("hash"),
                row.word("state", RunState.class),
                row.maybe("place", NodeId::new),
                row.number("n")));
  }

  List<VersionLine> versions(InstallationId installation) {
    return scope.list(
        installation,
        VERSIONS,
        _ -> {},
        row ->
            new VersionLine(
                row.name("contract", ContractId::new),
                row.text("hash"),
                row.text("title"),
                row.claim("active"),
                row.time("added_at"),
                row.number("under_way"),
                row.number("over")));
  }

  List<RefusalCount> refusals(InstallationId installation) {
    return scope.list(
        installation,
        REFUSALS,
        _ -> {},
        row ->
            new RefusalCount(
                row.name("contract", ContractId::new),
                row.text("code"),
                row.text("words"),
                row.number("n")));
  }

  Map<ContractId, Long> refusalTotals(InstallationId installation) {
    return scope
        .list(
            installation,
            REFUSAL_TOTALS,
            _ -> {},
            row -> Map.entry(row.name("contract", ContractId::new), row.number("n")))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
