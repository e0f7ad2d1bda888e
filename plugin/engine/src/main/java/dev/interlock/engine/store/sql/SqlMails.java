package dev.interlock.engine.store.sql;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.contact.MessageId;
import dev.interlock.core.run.CommandId;
import dev.interlock.core.run.RunId;
import dev.interlock.engine.store.Mails;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

record SqlMails(Scope scope) implements Mails {
  private static final String THIS_ONE =
      """
      WHERE installation = ?1
        AND contact = (SELECT contact FROM run WHERE installation = ?1 AND run = ?2)
        AND run = (SELECT number FROM run WHERE installation = ?1 AND run = ?2)
        AND number = ?3
      """;
  private static final String GOES_TO = "UPDATE message SET recipient = ?4\n" + THIS_ONE;
  private static final String NUMBERED = "UPDATE message SET mail = ?4\n" + THIS_ONE;
  private static final String ASKED =
      "UPDATE message SET header = coalesce(?4, header), asked = asked + 1\n" + THIS_ONE;
  private static final String COLUMNS =
      """
      SELECT run.run, message.number, message.contact, message.message, message.mail,
             message.header, message.asked, message.at
      FROM message JOIN run ON run.number = message.run
      """;
  // two questions, since each has an index of its own
  private static final String BY_HEADER =
      COLUMNS + "WHERE message.installation = ?1 AND message.header = ?2";
  private static final String BY_MAIL =
      COLUMNS + "WHERE message.installation = ?1 AND message.mail = ?2";
  private static final String TO =
      COLUMNS
          + """
          WHERE message.installation = ?1 AND message.recipient = ?2 AND message.at >= ?3
          ORDER BY message.at DESC
          LIMIT ?4
          """;

  @Override
  public void goesTo(InstallationId installation, CommandId command, String recipient) {
    change(installation, GOES_TO, command, Optional.of(recipient));
  }

  @Override
  public void numbered(InstallationId installation, CommandId command, String reference) {
    change(installation, NUMBERED, command, Optional.of(reference));
  }

  @Override
  public void asked(InstallationId installation, CommandId command, Optional<String> header) {
    change(installation, ASKED, command, header);
  }

  private void change(
      InstallationId installation, String sql, CommandId command, Optional<String> value) {
    scope.update(
        installation,
        sql,
        values -> values.name(command.run()).number(command.number()).maybe(value));
  }

  @Override
  public List<Mail> named(InstallationId installation, Collection<String> names) {
    return names.stream()
        .flatMap(name ->
            List.of(BY_HEADER, BY_MAIL).stream()
                .flatMap(sql ->
                    scope
                        .list(installation, sql, values -> values.text(name), SqlMails::mail)
                        .stream()))
        .distinct()
        .toList();
  }

  @Override
  public List<Mail> to(InstallationId installation, String recipient, Instant since, int limit) {
    return scope.list(
        installation,
        TO,
        values -> values.text(recipient).time(since).number(limit),
        SqlMails::mail);
  }

  private static Mail mail(Row row) throws SQLException {
    return new Mail(
        new CommandId(row.name("run", RunId::new), row.count("number")),
        row.name("contact", ContactId::new),
        row.maybe("message", MessageId::new),
        row.maybe("mail", text -> text),
        row.maybe("header", text -> text),
        row.count("asked"),
        row.time("at"));
  }
}
