package dev.interlock.engine.store.sql;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.model.ContractId;
import dev.interlock.engine.json.StoredForm;
import dev.interlock.engine.read.ContactLine;
import dev.interlock.engine.read.ContactStory;
import dev.interlock.engine.read.EventLine;
import dev.interlock.engine.read.RefusalLine;
import dev.interlock.engine.read.RunDetail;
import dev.interlock.engine.store.Contacts;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Questions about contacts.
record StoryReading(Scope scope) {
  private static final String EVENTS =
      """
      SELECT event, occurred_at, heard_at, provenance, %s AS body, %s AS words
      FROM event
      WHERE installation = ? AND contact = ?
      ORDER BY number
      """
          .formatted(Phrases.said("body"), Phrases.said("words"));
  private static final String REFUSAL =
      """
      SELECT refusal.contact, coalesce(contact.name, refusal.contact) AS contact_name,
             refusal.contract, contract_version.hash, refusal.cause, %s AS cause_words,
             refusal.at, refusal.reasons
      FROM refusal
        JOIN contract_version ON contract_version.number = refusal.contract_version
        LEFT JOIN contact
          ON contact.installation = refusal.installation AND contact.contact = refusal.contact
        LEFT JOIN event
          ON event.installation = refusal.installation AND event.event = refusal.cause
      WHERE refusal.installation = ?
      """
          .formatted(Phrases.said("event.words"));
  private static final String REFUSALS = REFUSAL + "ORDER BY refusal.number DESC LIMIT ?";
  private static final String REFUSALS_BY =
      REFUSAL + "AND refusal.contract = ? ORDER BY refusal.number DESC LIMIT ?";
  private static final String REFUSALS_OF =
      REFUSAL + "AND refusal.contact = ? ORDER BY refusal.number";
  private static final String CONTACTS =
      """
      SELECT contact.contact, coalesce(contact.name, contact.contact) AS name,
             (SELECT count(*) FROM run
              WHERE run.installation = contact.installation AND run.contact = contact.contact
                AND run.over = 0) AS under_way,
             (SELECT count(*) FROM run
              WHERE run.installation = contact.installation AND run.contact = contact.contact
                AND run.over = 1) AS over
      FROM contact
      WHERE contact.installation = ?1
        AND (?2 = '' OR instr(lower(coalesce(contact.name, '')), lower(?2)) > 0
          OR instr(contact.contact, ?2) > 0)
      ORDER BY name, contact.contact
      LIMIT ?3
      """;

  Optional<ContactStory> story(InstallationId installation, ContactId contact) {
    Contacts.Stored stored = new SqlContacts(scope).find(installation, contact);
    List<EventLine> events =
        scope.list(installation, EVENTS, sql -> sql.name(contact), StoryReading::event);
    List<RunDetail> runs = new RunReading(scope).runsOf(installation, contact);
    List<RefusalLine> refusals =
        scope.list(installation, REFUSALS_OF, sql -> sql.name(contact), StoryReading::refusal);
    if (stored.version() == 0 && events.isEmpty() && runs.isEmpty() && refusals.isEmpty()) {
      return Optional.empty();
    }
    String name = stored.name().isEmpty() ? contact.text() : stored.name();
    return Optional.of(
        new ContactStory(
            contact,
            name,
            events,
            refusals,
            new LaneReading(scope).entriesOf(installation, contact),
            runs));
  }

  List<RefusalLine> refusals(
      InstallationId installation, Optional<ContractId> contract, int limit) {
    return contract
        .map(wanted ->
            scope.list(
                installation,
                REFUSALS_BY,
                sql -> sql.name(wanted).number(limit),
                StoryReading::refusal))
        .orElseGet(() ->
            scope.list(installation, REFUSALS, sql -> sql.number(limit), StoryReading::refusal));
  }

  List<ContactLine> contacts(InstallationId installation, String containing, int limit) {
    return scope.list(
        installation,
        CONTACTS,
        sql -> sql.text(containing.strip()).number(limit),
        row ->
            new ContactLine(
                row.name("contact", ContactId::new),
                row.text("name"),
                row.number("under_way"),
                row.number("over")));
  }

  private static EventLine event(Row row) throws SQLException {
    return new EventLine(
        row.text("event"),
        row.time("occurred_at"),
        row.time("heard_at"),
        row.word("provenance", Provenance.class),
        row.text("words"),
        row.maybe("body", StoredForm::happening));
  }

  private static RefusalLine refusal(Row row) throws SQLException {
    return new RefusalLine(
        row.name("contact", ContactId::new),
        row.text("contact_name"),
        row.name("contract", ContractId::new),
        row.text("hash"),
        row.text("cause"),
        row.textOr("cause_words", ""),
        row.time("at"),
        row.name("reasons", StoredForm::reasons));
  }
}
