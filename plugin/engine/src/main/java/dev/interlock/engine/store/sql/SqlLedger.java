package dev.interlock.engine.store.sql;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.contact.MessageId;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.PurposeName;
import dev.interlock.core.run.CommandId;
import dev.interlock.core.run.RunId;
import dev.interlock.engine.store.Ledger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

record SqlLedger(Scope scope) implements Ledger {
  private static final String SINCE =
      """
      SELECT run.run, message.number, message.channel, message.purpose, message.at
      FROM message JOIN run ON run.number = message.run
      WHERE message.installation = ? AND message.contact = ? AND message.at >= ?
      ORDER BY message.at
      """;
  private static final String SENDER =
      """
      SELECT run.run, message.number
      FROM message JOIN run ON run.number = message.run
      WHERE message.installation = ? AND message.contact = ? AND message.message = ?
      """;
  private static final String MESSAGES =
      """
      SELECT message FROM message
      WHERE installation = ? AND contact = ? AND message IS NOT NULL
      """;
  private static final String UNNUMBERED =
      """
      SELECT number FROM message
      WHERE installation = ? AND contact = ? AND message IS NULL
      LIMIT 1
      """;
  private static final String ADD =
      """
      INSERT INTO message (installation, contact, run, number, channel, purpose, at)
      VALUES
        (?1, ?2, (SELECT number FROM run WHERE installation = ?1 AND run = ?3), ?4, ?5, ?6, ?7)
      """;
  private static final String ACCEPTED =
      """
      UPDATE message SET message = ?4, at = ?5
      WHERE installation = ?1 AND contact = (SELECT contact FROM run WHERE installation = ?1 AND run = ?2)
        AND run = (SELECT number FROM run WHERE installation = ?1 AND run = ?2) AND number = ?3
      """;
  private static final String STRIKE =
      """
      DELETE FROM message
      WHERE installation = ?1 AND contact = (SELECT contact FROM run WHERE installation = ?1 AND run = ?2)
        AND run = (SELECT number FROM run WHERE installation = ?1 AND run = ?2) AND number = ?3
      """;

  @Override
  public List<Entry> since(InstallationId installation, ContactId contact, Instant moment) {
    return scope.list(
        installation,
        SINCE,
        sql -> sql.name(contact).time(moment),
        row ->
            new Entry(
                new CommandId(row.name("run", RunId::new), row.count("number")),
                row.word("channel", Channel.class),
                row.name("purpose", PurposeName::new),
                row.time("at")));
  }

  @Override
  public Optional<CommandId> sender(
      InstallationId installation, ContactId contact, MessageId message) {
    return scope.one(
        installation,
        SENDER,
        sql -> sql.name(contact).name(message),
        row -> new CommandId(row.name("run", RunId::new), row.count("number")));
  }

  @Override
  public Set<MessageId> messages(InstallationId installation, ContactId contact) {
    return Set.copyOf(
        scope.list(
            installation,
            MESSAGES,
            sql -> sql.name(contact),
            row -> row.name("message", MessageId::new)));
  }

  @Override
  public boolean hasUnnumbered(InstallationId installation, ContactId contact) {
    return scope
        .one(installation, UNNUMBERED, sql -> sql.name(contact), row -> row.count("number"))
        .isPresent();
  }

  @Override
  public void add(InstallationId installation, ContactId contact, Entry entry) {
    scope.update(
        installation,
        ADD,
        sql ->
            sql.name(contact)
                .name(entry.command().run())
                .number(entry.command().number())
                .text(entry.channel().name())
                .name(entry.purpose())
                .time(entry.at()));
  }

  @Override
  public void accepted(
      InstallationId installation, CommandId command, MessageId message, Instant at) {
    scope.updateOne(
        installation,
        ACCEPTED,
        "the message",
        sql -> sql.name(command.run()).number(command.number()).name(message).time(at));
  }

  @Override
  public void strike(InstallationId installation, CommandId command) {
    scope.update(installation, STRIKE, sql -> sql.name(command.run()).number(command.number()));
  }
}
