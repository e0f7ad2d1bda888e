package dev.interlock.engine.store.sql;

import static dev.interlock.engine.store.Samples.HERE;
import static dev.interlock.engine.store.Samples.NOON;
import static dev.interlock.engine.store.Samples.missedCall;
import static dev.interlock.engine.store.Samples.run;
import static dev.interlock.engine.store.Samples.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.MessageId;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.TagName;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.run.CommandId;
import dev.interlock.core.run.Entry;
import dev.interlock.core.run.Memory;
import dev.interlock.core.run.Outcome;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.RunId;
import dev.interlock.core.run.Standing;
import dev.interlock.crm.Deed;
import dev.interlock.engine.read.EventLine;
import dev.interlock.engine.read.RunDetail;
import dev.interlock.engine.store.Intents.Intent;
import dev.interlock.engine.store.Runs;
import dev.interlock.engine.store.Samples;
import dev.interlock.engine.store.Store;
import dev.interlock.engine.store.Tables;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What many rows have in common is stored once, and nobody who reads notices.
class PhrasesTest {
  private static final int MANY = 6;
  private static final Entry ENTERED =
      new Entry(Entry.Kind.ENTERED, "", "Entered: \"they\" called");
  private static final Entry SENDS = new Entry(Entry.Kind.STEP, "hello", "1 text is sent.");

  private static final String MISSED = "2 calls were missed";

  @TempDir Path folder;
  private Store store;

  @BeforeEach
  void open() {
    store = SqliteStore.open(StoreConfig.of(folder.resolve("interlock.db")));
    Samples.furnish(store);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private List<String> column(String sql) throws SQLException {
    var found = new ArrayList<String>();
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder + "/interlock.db");
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private static Run of(int number) {
    return run("r" + number, new ContactId("c" + number));
  }

  private static CommandId command(int number) {
    return new CommandId(of(number).id(), 1);
  }

  private static Instant at(int number) {
    return NOON.plusSeconds(number);
  }

  private static Standing end(int number) {
    return new Standing.Ended(
        new ExitName("booked"), "the path led here", at(number), new Standing.Proof.Verified());
  }

  /// A run from its beginning to its end.
  private void live(int number) {
    store
        .write(tables -> {
          Run run = of(number);
          tables.events().add(HERE, missedCall("e" + number, run.contact()), MISSED, NOON);
          tables.runs().add(HERE, run, NOON);
          tables.journal().add(HERE, run.id(), List.of(ENTERED, SENDS), NOON);
          tables.journal().add(HERE, run.id(), List.of(), NOON);
          tables
              .intents()
              .begin(HERE, say(run.id(), 1), Optional.of(new Deed.SendSms("Hi Ann")), NOON, NOON);
          tables.intents().done(HERE, command(number), new Outcome.AlreadySo(), NOON);
          Runs.Stored stored = tables.runs().find(HERE, run.id()).orElseThrow();
          tables.runs().replace(HERE, stored, run.at(end(number)), at(number));
          return true;
        })
        .join();
  }

  @Test
  void whatManyRunsDoAndSayIsReadAsItWasWritten() {
    IntStream.range(0, MANY).forEach(this::live);

    for (int number = 0; number < MANY; number++) {
      RunId id = of(number).id();
      assertThat(store.records().story(HERE, of(number).contact()).orElseThrow().events())
          .extracting(EventLine::words)
          .containsExactly(MISSED);
      RunDetail detail = store.records().run(HERE, id).orElseThrow();
      assertThat(detail.run()).isEqualTo(of(number).at(end(number)));
      assertThat(detail.journal())
          .extracting(line -> new Entry(line.kind(), line.step(), line.words()))
          .containsExactly(ENTERED, SENDS);
      assertThat(detail.commands())
          .singleElement()
          .satisfies(line -> {
            assertThat(line.what()).isEqualTo("Sends a text message");
            assertThat(line.told()).isEqualTo("Hi Ann");
            assertThat(line.result()).isEqualTo("It was so already");
          });
      CommandId command = command(number);
      Intent intent =
          store.read((Tables tables) -> tables.intents().find(HERE, command)).orElseThrow();
      assertThat(intent.command()).isEqualTo(say(id, 1));
      assertThat(intent.outcome()).contains(new Outcome.AlreadySo());
    }
    assertThat(store.records().latest(HERE, 3))
        .extracting(news -> news.line().words())
        .containsExactly(SENDS.words(), ENTERED.words(), SENDS.words());
  }

  @Test
  void whatManyRowsHaveInCommonIsStoredOnce() throws SQLException {
    IntStream.range(0, MANY).forEach(this::live);

    assertThat(column("SELECT text FROM phrase")).hasSize(9).doesNotHaveDuplicates();
    for (String repeated :
        List.of(
            "SELECT doing FROM intent ORDER BY run DESC LIMIT 2",
            "SELECT words FROM event ORDER BY number DESC LIMIT 2",
            "SELECT outcome FROM intent ORDER BY run DESC LIMIT 2",
            "SELECT standing FROM run ORDER BY number DESC LIMIT 2",
            "SELECT memory FROM run ORDER BY number DESC LIMIT 2",
            "SELECT body FROM event ORDER BY number DESC LIMIT 2",
            "SELECT lines FROM journal ORDER BY number DESC LIMIT 2")) {
      assertThat(column(repeated)).hasSize(2).allMatch(each -> each.matches("[\\[\\]0-9,]+"));
    }
  }

  @Test
  void whatSomebodyWasToldStaysWithThatPerson() throws SQLException {
    IntStream.range(0, MANY).forEach(this::live);

    assertThat(column("SELECT text FROM phrase")).noneMatch(text -> text.contains("Ann"));
    assertThat(column("SELECT deed FROM intent")).allMatch(deed -> deed.contains("Ann"));
  }

  private static Instant accepted(int number) {
    return at(number).plusMillis(number);
  }

  private static Outcome numbered(int number) {
    return new Outcome.Done(
        Optional.of(new MessageId("message \"" + number + "\"")), Optional.empty());
  }

  private static Run waits(int number) {
    Run run = of(number);
    Memory memory =
        run.memory()
            .sending(
                new Memory.Sent(
                    new NodeId("hello"),
                    Channel.SMS,
                    new MessageId("message \"" + number + "\""),
                    accepted(number)))
            .causedBy(at(number));
    return run.remembering(memory)
        .at(new Standing.Waiting(new NodeId("a-day"), at(number), at(number).plusSeconds(60)));
  }

  /// A message is sent, and then the run waits.
  private void sends(int number) {
    store
        .write(tables -> {
          Run run = of(number);
          tables.runs().add(HERE, run, NOON);
          tables.intents().begin(HERE, say(run.id(), 1), Optional.empty(), NOON, NOON);
          tables.intents().done(HERE, command(number), numbered(number), NOON);
          Runs.Stored stored = tables.runs().find(HERE, run.id()).orElseThrow();
          tables.runs().replace(HERE, stored, waits(number), at(number));
          return true;
        })
        .join();
  }

  @Test
  void whatIsOfOneRunAloneFillsTheGapsOfWhatManyHaveInCommon() throws SQLException {
    IntStream.range(0, MANY).forEach(this::sends);

    for (int number = 0; number < MANY; number++) {
      CommandId command = command(number);
      Run expected = waits(number);
      assertThat(store.read((Tables tables) -> tables.runs().find(HERE, expected.id())))
          .map(Runs.Stored::run)
          .contains(expected);
      assertThat(store.read((Tables tables) -> tables.runs().underWay(HERE, expected.contact())))
          .extracting(Runs.Stored::run)
          .containsExactly(expected);
      Intent intent =
          store.read((Tables tables) -> tables.intents().find(HERE, command)).orElseThrow();
      assertThat(intent.outcome()).contains(numbered(number));
    }
    assertThat(store.read((Tables tables) -> tables.runs().due(HERE, at(MANY + 60), MANY)))
        .extracting(Runs.Due::alarm)
        .containsExactlyElementsOf(
            IntStream.range(0, MANY).mapToObj(number -> at(number).plusSeconds(60)).toList());
    assertThat(column("SELECT text FROM phrase")).noneMatch(text -> text.contains("message \\"));
    assertThat(column("SELECT memory FROM run ORDER BY number DESC LIMIT 1"))
        .singleElement()
        .asString()
        .matches("\\[\\d+,\"message \\\\\"5\\\\\"\",\\d+,\\d+]");
  }

  @Test
  void aTagThatIsAddedToManyIsAPhrase() throws SQLException {
    for (int number = 0; number < MANY; number++) {
      CommandId id = command(number);
      store
          .write(tables -> {
            tables.runs().add(HERE, run(id.run().text(), new ContactId(id.run().text())), NOON);
            tables.intents().add(HERE, say(id.run(), 1), NOON);
            return tables
                .intents()
                .claim(HERE, id, Optional.of(new Deed.AddTag(new TagName("known"))), NOON);
          })
          .join();
      assertThat(
              store.read((Tables tables) -> tables.intents().find(HERE, id)).orElseThrow().deed())
          .contains(new Deed.AddTag(new TagName("known")));
    }

    assertThat(column("SELECT deed FROM intent ORDER BY run DESC LIMIT 1"))
        .allMatch(deed -> deed.matches("[0-9]+"));
  }

  @Test
  void whereManyRunsStandIsAPhraseAndEachHasACommandOfItsOwn() throws SQLException {
    for (int number = 0; number < MANY; number++) {
      Run run = of(number).at(new Standing.Commanded(new NodeId("hello"), command(number)));
      store
          .write(tables -> {
            tables.runs().add(HERE, run, NOON);
            return run;
          })
          .join();
      assertThat(store.read((Tables tables) -> tables.runs().underWay(HERE, run.contact())))
          .extracting(Runs.Stored::run)
          .containsExactly(run);
    }

    assertThat(column("SELECT standing FROM run ORDER BY number DESC LIMIT 2"))
        .allMatch(standing -> standing.matches("[0-9]+"));
  }

  /// The number of a phrase that was taken back with its unit would mean another one later.
  @Test
  void aPhraseThatWasNotStoredAfterAllHasNoNumber() throws SQLException {
    String said = "SELECT text FROM phrase WHERE text LIKE '[%'";
    live(0);
    live(1);
    assertThat(column(said)).isEmpty();
    assertThatThrownBy(() ->
            store
                .write(tables -> {
                  tables.runs().add(HERE, of(2), NOON);
                  tables.journal().add(HERE, of(2).id(), List.of(ENTERED), NOON);
                  throw new IllegalStateException("a bug");
                })
                .join())
        .hasRootCauseMessage("a bug");
    assertThat(column(said)).isEmpty();

    for (int number = 3; number < MANY; number++) {
      live(number);
      assertThat(store.records().run(HERE, of(number).id()).orElseThrow().journal())
          .extracting(line -> line.words())
          .containsExactly(ENTERED.words(), SENDS.words());
    }
  }

  @Test
  void aPhraseIsKnownAgainAfterARestart() throws SQLException {
    IntStream.range(0, MANY).forEach(this::live);
    close();
    open();
    IntStream.range(MANY, 2 * MANY).forEach(this::live);

    assertThat(column("SELECT text FROM phrase")).hasSize(9).doesNotHaveDuplicates();
    assertThat(store.records().run(HERE, of(2 * MANY - 1).id()).orElseThrow().run())
        .isEqualTo(of(2 * MANY - 1).at(end(2 * MANY - 1)));
  }

  @Test
  void phrasesGoWithTheirInstallation() throws SQLException {
    IntStream.range(0, MANY).forEach(this::live);

    store.erase(HERE);

    assertThat(column("SELECT text FROM phrase")).isEmpty();
    Samples.furnish(store);
    IntStream.range(0, MANY).forEach(this::live);
    assertThat(store.records().run(HERE, of(MANY - 1).id()).orElseThrow().run())
        .isEqualTo(of(MANY - 1).at(end(MANY - 1)));
  }

  @Test
  void whatIsMetOnceInALongWhileIsNoPhrase() throws SQLException {
    var messages =
        IntStream.range(0, 10)
            .mapToObj(each -> "%d".formatted(each).repeat(60_000))
            .map(long_ -> new Entry(Entry.Kind.STEP, "", long_))
            .toList();
    live(0);
    for (int round = 0; round < MANY; round++) {
      messages.forEach(entry ->
          store
              .write(tables -> {
                tables.journal().add(HERE, of(0).id(), List.of(entry), NOON);
                return true;
              })
              .join());
    }

    assertThat(column("SELECT text FROM phrase WHERE text LIKE '[%'")).isEmpty();
  }
}
