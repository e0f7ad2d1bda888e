package dev.interlock.app.command;

import dev.interlock.app.Surroundings;
import dev.interlock.app.casebook.Casebook;
import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.settings.Key;
import dev.interlock.app.wiring.Interlock;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.engine.read.Records;
import dev.interlock.engine.store.StoreException;
import dev.interlock.engine.store.sql.SqliteReading;
import dev.interlock.engine.store.sql.StoreConfig;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The data folder that a command looks into; a server may be at work in it.
final class DataFolder {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The data folder (default: INTERLOCK_DATA_DIR, else data).")
  private @Nullable Path folder;

  /// Asks the casebook of the account in it.
  <T> T ask(Surroundings surroundings, Function<Casebook, T> question) {
    return read(
        surroundings,
        (records, installation) ->
            question.apply(new Casebook(records, installation, surroundings.clock())));
  }

  /// Asks the records in it.
  <T> T read(Surroundings surroundings, Question<T> question) {
    var settings = surroundings.settings();
    var data = Optional.ofNullable(folder).orElseGet(() -> settings.path(Key.DATA_DIR));
    try (var reading = SqliteReading.open(StoreConfig.of(data.resolve(Interlock.DATABASE)))) {
      var records = reading.records();
      return question.of(records, installation(records, settings.text(Key.HIGHLEVEL_LOCATION_ID)));
    } catch (StoreException problem) {
      throw new CannotRunException(String.valueOf(problem.getMessage()), problem);
    }
  }

  private static InstallationId installation(Records records, Optional<String> wanted) {
    var all = records.installations();
    if (wanted.isEmpty() && all.size() > 1) {
      throw new CannotRunException(
          "this data folder has several accounts; say which with " + Key.HIGHLEVEL_LOCATION_ID);
    }
    return all.stream()
        .filter(each -> wanted.map(each.text()::equals).orElse(true))
        .findFirst()
        .orElseThrow(() ->
            new CannotRunException(
                "nothing has run for " + wanted.orElse("any account") + " in this data folder"));
  }

  /// A question about one account.
  @FunctionalInterface
  interface Question<T> {
    T of(Records records, InstallationId installation);
  }
}
