package dev.interlock.engine.store.sql;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.LaneName;
import dev.interlock.core.EventsInWords;
import dev.interlock.core.run.RunId;
import dev.interlock.engine.json.StoredForm;
import dev.interlock.engine.read.EntryLine;
import dev.interlock.engine.read.LaneBook;
import dev.interlock.engine.read.LaneLine;
import dev.interlock.engine.read.RunSummary;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/// Questions about who holds lanes, and who waits for them.
record LaneReading(Scope scope) {
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
  private static final String LANES_OF_RUN = LANES + "AND run.run = ? ORDER BY lane_lock.lane";
  private static final String LANES_OF_CONTACT =
      LANES + "AND lane_lock.contact = ? ORDER BY lane_lock.lane";
  private static final String ENTRIES =
      """
      SELECT entry_waiting.lane, entry_waiting.contact,
             coalesce(contact.name, entry_waiting.contact) AS contact_name,
             entry_waiting.contract, entry_waiting.body, entry_waiting.priority,
             entry_waiting.since
      FROM entry_waiting
        LEFT JOIN contact
          ON contact.installation = entry_waiting.installation
            AND contact.contact = entry_waiting.contact
      WHERE entry_waiting.installation = ?
      """;

  /// As they are let in.
  private static final String IN_ORDER =
      "ORDER BY entry_waiting.priority DESC, entry_waiting.since, entry_waiting.contract ";

  private static final String FIRST_ENTRIES = ENTRIES + IN_ORDER + "LIMIT ?";
  private static final String ENTRIES_OF = ENTRIES + "AND entry_waiting.contact = ? " + IN_ORDER;

  List<LaneLine> held(InstallationId installation) {
    return scope.list(installation, ALL_LANES, _ -> {}, LaneReading::lane);
  }

  List<LaneLine> heldBy(InstallationId installation, RunId run) {
    return scope.list(installation, LANES_OF_RUN, sql -> sql.name(run), LaneReading::lane);
  }

  List<EntryLine> entriesOf(InstallationId installation, ContactId contact) {
    return scope.list(installation, ENTRIES_OF, sql -> sql.name(contact), LaneReading::entry);
  }

  LaneBook book(InstallationId installation) {
    return new LaneBook(
        held(installation),
        entries(installation, Integer.MAX_VALUE),
        new RunReading(scope).inTurn(installation, Integer.MAX_VALUE));
  }

  /// The same of those for whom somebody waits, of each kind so many.
  LaneBook waiting(InstallationId installation, int limit, boolean alsoInTurn) {
    List<EntryLine> entering = entries(installation, limit);
    List<RunSummary> inTurn =
        alsoInTurn ? new RunReading(scope).inTurn(installation, limit) : List.of();
    List<LaneLine> held =
        Stream.concat(
                entering.stream().map(EntryLine::contact), inTurn.stream().map(RunSummary::contact))
            .distinct()
            .flatMap(contact -> heldWith(installation, contact).stream())
            .toList();
    return new LaneBook(held, entering, inTurn);
  }

  private List<LaneLine> heldWith(InstallationId installation, ContactId contact) {
    return scope.list(installation, LANES_OF_CONTACT, sql -> sql.name(contact), LaneReading::lane);
  }

  private List<EntryLine> entries(InstallationId installation, int limit) {
    return scope.list(installation, FIRST_ENTRIES, sql -> sql.number(limit), LaneReading::entry);
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

  private static EntryLine entry(Row row) throws SQLException {
    return new EntryLine(
        row.name("lane", LaneName::new),
        row.name("contact", ContactId::new),
        row.text("contact_name"),
        row.name("contract", ContractId::new),
        EventsInWords.words(row.name("body", StoredForm::event).what()),
        row.count("priority"),
        row.time("since"));
  }
}
