package dev.interlock.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.interlock.engine.store.StoreException;
import dev.interlock.engine.store.sql.SqliteStore;
import dev.interlock.engine.store.sql.StoreConfig;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// Whoever waits for a large database to be brought up to date knows for what.
class OlderDatabaseTest {
  private final Logger log = (Logger) LoggerFactory.getLogger("dev.interlock.engine.store.sql");
  private final ListAppender<ILoggingEvent> said = new ListAppender<>();

  @TempDir Path folder;

  @BeforeEach
  void listen() {
    log.setLevel(Level.INFO);
    said.start();
    log.addAppender(said);
  }

  @AfterEach
  void leave() {
    log.detachAppender(said);
    log.setLevel(null);
  }

  private List<String> opened() {
    said.list.clear();
    try {
      SqliteStore.open(StoreConfig.of(folder.resolve("interlock.db"))).close();
    } catch (StoreException twice) {
      // a table that is there already cannot be made again: what matters was said before
      assertThat(said.list).isNotEmpty();
    }
    return said.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  @Test
  void thatTablesAreBroughtUpToDateIsSaidBefore() throws SQLException {
    assertThat(opened()).as("a new one").noneMatch(words -> words.contains("older"));
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder + "/interlock.db");
        var statement = connection.createStatement()) {
      statement.execute(
          """
          DELETE FROM flyway_schema_history
          WHERE installed_rank = (SELECT max(installed_rank) FROM flyway_schema_history)
          """);
    }

    assertThat(opened())
        .singleElement()
        .asString()
        .contains("written by an older Interlock", "may take some minutes");
  }
}
