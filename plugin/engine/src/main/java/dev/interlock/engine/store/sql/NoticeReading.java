package dev.interlock.engine.store.sql;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.ContractId;
import dev.interlock.core.run.Effect.Concern;
import dev.interlock.core.run.RunId;
import dev.interlock.engine.read.AttentionLine;
import dev.interlock.engine.read.AuditLine;
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
}
