package dev.interlock.app.command;

import dev.interlock.app.Surroundings;
import dev.interlock.app.casebook.Casebook;
import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.gate.Running;
import dev.interlock.app.settings.Key;
import dev.interlock.app.wiring.DataFile;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.engine.read.Records;
import dev.interlock.engine.store.StoreException;
import dev.interlock.engine.store.sql.SqliteReading;
import dev.interlock.engine.store.sql.StoreConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
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

  /// Whether it was named on the command line.
  boolean isSaid() {
    return folder != null;
  }

  /// Where it is.
  Path path(Surroundings surroundings) {
    return Optional.ofNullable(folder).orElseGet(() -> surroundings.settings().path(Key.DATA_DIR));
  }

  /// Asks the casebook of the account in it.
  <T> T ask(Surroundings surroundings, Function<Casebook, T> question) {
    return read(
        surroundings,
        (records, installation) ->
            question.apply(new Casebook(records, installation, surroundings.clock())));
  }

  /// Asks the records in it.
  <T> T read(Surroundings surroundings, Question<T> question) {
    return open(
        surroundings, (records, wanted) -> question.of(records, installation(records, wanted)));
  }

  /// Asks the records of all accounts in it.
  <T> T readAll(Surroundings surroundings, Function<Records, T> question) {
    return open(surroundings, (records, _) -> question.apply(records));
  }

  /// What runs for the account in it; nothing where nothing ever went live.
  Running running(Surroundings surroundings) {
    return Files.exists(database(surroundings))
        ? open(
            surroundings,
            (records, wanted) ->
                records.installations().isEmpty()
                    ? Running.nothing()
                    : Running.of(records, installation(records, wanted)))
        : Running.nothing();
  }

  private <T> T open(Surroundings surroundings, BiFunction<Records, Optional<String>, T> question) {
    try (var reading = SqliteReading.open(StoreConfig.of(database(surroundings)))) {
      return question.apply(
          reading.records(), surroundings.settings().text(Key.HIGHLEVEL_LOCATION_ID));
    } catch (StoreException problem) {
      throw new CannotRunException(String.valueOf(problem.getMessage()), problem);
    }
  }

  private Path database(Surroundings surroundings) {
    return DataFile.in(path(surroundings));
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
