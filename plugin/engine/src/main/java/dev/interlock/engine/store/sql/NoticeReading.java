package dev.interlock.engine.store.sql;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.LaneName;
import dev.interlock.core.run.Effect.Concern;
import dev.interlock.core.run.RunId;
import dev.interlock.engine.read.AttentionLine;
import dev.interlock.engine.read.AuditLine;
import dev.interlock.engine.read.LaneLine;
import java.sql.SQLException;
import java.util.List;

/// Questions about what concerns operators.
record NoticeReading(Scope scope) {
  private static final String ATTENTION =
      """
      SELECT run.run, run.contract, attention.contact, attention.concern, attention.words,
             attention.raised_at
      FROM attention LEFT JOIN run ON run.number = attention.run
      WHERE attention.installation = ? AND attention.settled_at IS NULL
      ORDER BY attention.number
      """;
  private static final String LANES =
      """
      SELECT lane_lock.lane, lane_lock.contact,
             coalesce(contact.name, lane_lock.contact) AS contact_name,
             run.run, run.contract, lane_lock.priority, lane_lock.since
      FROM lane_lock
        JOIN run ON run.number = lane_lock.run
        LEFT JOIN contact
          ON contact.installation = lane_lock.installation
            AND contact.contact = lane_lock.contact
      WHERE lane_lock.installation = ?
      """;
  private static final String ALL_LANES = LANES + "ORDER BY lane_lock.since";
  private static final String LANES_OF = LANES + "AND run.run = ? ORDER BY lane_lock.lane";
  private static final String AUDIT =
      """
      SELECT audit.at, audit.who, audit.what, run.run, audit.contact
      FROM audit LEFT JOIN run ON run.number = audit.run
      WHERE audit.installation = ?
      ORDER BY audit.number DESC
      LIMIT ?
      """;

  List<AttentionLine> attention(InstallationId installation) {
    return scope.list(
        installation,
        ATTENTION,
        _ -> {},
        row ->
            new AttentionLine(
                row.maybe("run", RunId::new),
                row.maybe("contract", ContractId::new),
                row.maybe("contact", ContactId::new),
                row.word("concern", Concern.class),
                row.text("words"),
                row.time("raised_at")));
  }

  List<LaneLine> lanes(InstallationId installation) {
    return scope.list(installation, ALL_LANES, _ -> {}, NoticeReading::lane);
  }

  List<LaneLine> lanesOf(InstallationId installation, RunId run) {
    return scope.list(installation, LANES_OF, sql -> sql.name(run), NoticeReading::lane);
  }

  List<AuditLine> audit(InstallationId installation, int limit) {
    return scope.list(
        installation,
        AUDIT,
        sql -> sql.number(limit),
        row ->
            new AuditLine(
                row.time("at"),
                row.text("who"),
                row.text("what"),
                row.maybe("run", RunId::new),
                row.maybe("contact", ContactId::new)));
  }

  private static LaneLine lane(Row row) throws SQLException {
    return new LaneLine(
        row.name("lane", LaneName::new),
        row.name("contact", ContactId::new),
        row.text("contact_name"),
        row.name("run", RunId::new),
        row.name("contract", ContractId::new),
        row.count("priority"),
        row.time("since"));
  }
}
