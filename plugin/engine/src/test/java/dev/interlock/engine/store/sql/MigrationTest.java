package dev.interlock.engine.store.sql;

import static dev.interlock.engine.store.Samples.ANN;
import static dev.interlock.engine.store.Samples.HASH;
import static dev.interlock.engine.store.Samples.HERE;
import static dev.interlock.engine.store.Samples.NOON;
import static dev.interlock.engine.store.Samples.run;
import static dev.interlock.engine.store.Samples.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.interlock.contract.contact.Known;
import dev.interlock.contract.contact.MessageId;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Channel;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.run.CommandId;
import dev.interlock.core.run.Entry;
import dev.interlock.core.run.Memory;
import dev.interlock.core.run.Outcome;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.RunId;
import dev.interlock.core.run.Standing;
import dev.interlock.crm.Deed;
import dev.interlock.crm.Remembered;
import dev.interlock.engine.json.StoredForm;
import dev.interlock.engine.read.JournalLine;
import dev.interlock.engine.store.Accounts.Account;
import dev.interlock.engine.store.Intents.Intent;
import dev.interlock.engine.store.Ledger;
import dev.interlock.engine.store.Runs;
import dev.interlock.engine.store.Tables;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A database of an earlier version is brought up to date with everything that is in it.
class MigrationTest {
  private static final RunId RUN = new RunId("r1");
  private static final CommandId FIRST = new CommandId(RUN, 1);

  @TempDir Path folder;

  @Test
  void commandsAndMessagesOfTheFirstVersionAreFoundByTheirContact() throws SQLException {
    Path file = folder.resolve("interlock.db");
    asOfTheFirstVersion(file);

    try (var store = SqliteStore.open(StoreConfig.of(file))) {
      List<Intent> tried =
          store.read((Tables tables) -> tables.intents().tried(HERE, ANN, NOON.minusSeconds(1)));
      assertThat(tried)
          .singleElement()
          .satisfies(intent -> {
            assertThat(intent.command()).isEqualTo(say(RUN, 1));
            assertThat(intent.contact()).isEqualTo(ANN);
            assertThat(intent.deed()).contains(new Deed.SendSms("Hi Ann"));
            assertThat(intent.triedAt()).contains(NOON);
          });
      assertThat(store.read((Tables tables) -> tables.ledger().since(HERE, ANN, NOON)))
          .extracting(Ledger.Entry::command)
          .containsExactly(FIRST);
      assertThat(store.read((Tables tables) -> tables.ledger().messages(HERE, ANN)))
          .containsExactly(new MessageId("m1"));
    }
  }

  @Test
  void thatAnAccountIsErasedIsKnownNoLongerByTheWordsOfAReason() throws SQLException {
    Path file = folder.resolve("interlock.db");
    String row = "INSERT INTO account VALUES ('%s', 'a', '', 'REMOVED', '%s', '', %d, 0)";
    long noon = Times.stored(NOON);
    try (var connection = DriverManager.getConnection(asOfVersion(file, "10"));
        var statement = connection.createStatement()) {
      statement.execute(
          row.formatted("gone", "the app was uninstalled, and what was stored is erased", noon));
      statement.execute(row.formatted("kept", "the app was uninstalled", noon));
    }

    try (var store = SqliteStore.open(StoreConfig.of(file))) {
      assertThat(store.read((Tables tables) -> tables.accounts().all()))
          .extracting(account -> account.id().text(), Account::reason, Account::erasedAt)
          .containsExactly(
              tuple("gone", "the app was uninstalled", Optional.of(NOON)),
              tuple("kept", "the app was uninstalled", Optional.empty()));
    }
  }

  @Test
  void theJournalOfBeforePhrasesIsReadLineByLine() throws SQLException {
    Path file = folder.resolve("interlock.db");
    asOfTheFirstVersion(file);
    String line = "INSERT INTO journal VALUES (%d, 1, 7, %d, '%s', '%s', '%s')";
    try (var connection = DriverManager.getConnection(asOfVersion(file, "15"));
        var statement = connection.createStatement()) {
      statement.execute(line.formatted(3, Times.stored(NOON), "ENTERED", "", "He said \"hi\"."));
      statement.execute(line.formatted(4, Times.stored(NOON), "STEP", "hello", "1 text."));
      statement.execute(
          line.formatted(9, Times.stored(NOON.plusSeconds(1)), "WAITING", "a-day", "Waits."));
    }

    try (var store = SqliteStore.open(StoreConfig.of(file))) {
      store
          .write(tables -> {
            var last = new Entry(Entry.Kind.STEP, "on", "Goes on.");
            tables.journal().add(HERE, RUN, List.of(last), NOON.plusSeconds(2));
            return true;
          })
          .join();

      assertThat(store.records().run(HERE, RUN).orElseThrow().journal())
          .containsExactly(
              new JournalLine(RUN, NOON, Entry.Kind.ENTERED, "", "He said \"hi\"."),
              new JournalLine(RUN, NOON, Entry.Kind.STEP, "hello", "1 text."),
              new JournalLine(RUN, NOON.plusSeconds(1), Entry.Kind.WAITING, "a-day", "Waits."),
              new JournalLine(RUN, NOON.plusSeconds(2), Entry.Kind.STEP, "on", "Goes on."));
    }
  }

  /// Everything in its row, word for word, as it was written before phrases had gaps.
  @Test
  void whatWasWrittenBeforePhrasesHadGapsIsReadAndGoesOn() throws SQLException {
    Path file = folder.resolve("interlock.db");
    asOfTheFirstVersion(file);
    long noon = Times.stored(NOON);
    try (var connection = DriverManager.getConnection(asOfVersion(file, "16"));
        var statement = connection.createStatement()) {
      for (String sql :
          List.of(
              "INSERT INTO phrase VALUES (5, 1, 'a call was missed')",
              """
              INSERT INTO event VALUES
                (1, 1, 'e1', '%s', %d, %2$d, 'OUTSIDE', '{"is":"call-missed"}', '5')
              """
                  .formatted(ANN, noon),
              """
              INSERT INTO contact VALUES
                (1, '%1$s', 4, '{"tagged":true,"asOf":[{"of":"%1$s","at":%2$d}]}', 'Ann')
              """
                  .formatted(ANN, noon),
              "UPDATE intent SET outcome = '{\"is\":\"done\",\"message\":\"m1\"}'",
              "UPDATE run SET memory ="
                  + " '{\"commands\":1,\"sent\":[{\"at\":\"hello\",\"channel\":\"SMS\",\"message\":\"m1\","
                  + "\"when\":%1$d}],\"causedAt\":%1$d}', standing =".formatted(noon)
                  + " '{\"is\":\"waiting\",\"at\":\"a-day\",\"since\":%d,\"until\":%d}', alarm_at = %2$d"
                      .formatted(noon, noon + 1))) {
        statement.execute(sql);
      }
    }
    Standing waits = new Standing.Waiting(new NodeId("a-day"), NOON, NOON.plusNanos(1_000));
    var sent = new Memory.Sent(new NodeId("hello"), Channel.SMS, new MessageId("m1"), NOON);

    try (var store = SqliteStore.open(StoreConfig.of(file))) {
      Runs.Stored before =
          store.read((Tables tables) -> tables.runs().underWay(HERE, ANN)).getFirst();
      assertThat(before.run().standing()).isEqualTo(waits);
      assertThat(before.run().memory().sent()).containsExactly(sent);
      assertThat(store.read((Tables tables) -> tables.runs().due(HERE, NOON.plusSeconds(1), 9)))
          .extracting(Runs.Due::run, Runs.Due::alarm)
          .containsExactly(tuple(RUN, NOON.plusNanos(1_000)));
      assertThat(store.read((Tables tables) -> tables.intents().find(HERE, FIRST)))
          .flatMap(Intent::outcome)
          .contains(new Outcome.Done(Optional.of(new MessageId("m1")), Optional.empty()));
      assertThat(store.read((Tables tables) -> tables.contacts().find(HERE, ANN)).remembered())
          .isEqualTo(
              new Remembered(
                  Known.said(Set.of()), Map.of(), Map.of(), Map.of(), Map.of(ANN.text(), NOON)));
      assertThat(store.records().story(HERE, ANN).orElseThrow().events())
          .singleElement()
          .satisfies(event -> {
            assertThat(event.words()).isEqualTo("a call was missed");
            assertThat(event.what()).contains(new Happening.CallMissed(Optional.empty(), false));
          });

      store
          .write(tables -> {
            tables.runs().replace(HERE, before, before.run().at(waits), NOON.plusSeconds(1));
            return true;
          })
          .join();
      assertThat(store.read((Tables tables) -> tables.runs().find(HERE, RUN)))
          .map(Runs.Stored::run)
          .contains(before.run());
    }
  }

  private static String asOfVersion(Path file, String version) {
    String url = "jdbc:sqlite:" + file;
    Flyway.configure(MigrationTest.class.getClassLoader())
        .dataSource(url, "", "")
        .locations("classpath:migrations/sqlite")
        .target(version)
        .loggers("slf4j")
        .load()
        .migrate();
    return url;
  }

  private static void asOfTheFirstVersion(Path file) throws SQLException {
    String url = asOfVersion(file, "1");
    Run run = run("r1", ANN);
    long noon = Times.stored(NOON);
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      for (String sql :
          List.of(
              "INSERT INTO installation VALUES (1, '%s', 'Europe/London', %d, NULL, NULL)"
                  .formatted(HERE, noon),
              "INSERT INTO operation_version VALUES (1, 1, 'o', 'text', 1, %d)".formatted(noon),
              "INSERT INTO contract_version VALUES (1, 1, '%s', '%s', 'title', 'text', 1, 1, %d)"
                  .formatted(run.contract(), HASH, noon),
              """
              INSERT INTO run VALUES (7, 1, 'r1', '%s', '%s', 1, 'contact', 'event-1', %d, '%s',
                '%s', 'WAITING', NULL, NULL, 0, NULL, NULL, NULL, %3$d, 1)
              """
                  .formatted(
                      ANN,
                      run.contract(),
                      noon,
                      StoredForm.of(run.id(), run.standing()),
                      StoredForm.of(run.memory())),
              """
              INSERT INTO intent VALUES (7, 1, 1, '%s', 'hello', 3, '%s', 1, 'DONE', 0, %d, %3$d,
                '%s', %3$d, %3$d, NULL, %3$d)
              """
                  .formatted(
                      ANN,
                      StoredForm.of(say(RUN, 1).doing()),
                      noon,
                      StoredForm.of(new Deed.SendSms("Hi Ann"))),
              "INSERT INTO message VALUES (7, 1, 1, '%s', 'SMS', 'greeting', %d, 'm1')"
                  .formatted(ANN, noon))) {
        statement.execute(sql);
      }
    }
  }
}
