package dev.interlock.app.casebook;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.text.ContractText;
import dev.interlock.contract.text.ContractTextException;
import dev.interlock.core.program.Program;
import dev.interlock.engine.read.Records;
import dev.interlock.engine.read.VersionLine;
import dev.interlock.handbook.words.Titles;
import dev.interlock.handbook.words.Words;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Every contract version that ever ran, read back from the store. Thread-safe.
final class Versions {
  private final Records records;
  private final InstallationId installation;
  private final Map<Key, Optional<Program>> programs = new ConcurrentHashMap<>();

  private record Key(ContractId contract, String hash) {}

  Versions(Records records, InstallationId installation) {
    this.records = records;
    this.installation = installation;
  }

  /// The program of a version; empty when its text was written by another Interlock and cannot be
  /// read by this one.
  Optional<Program> program(ContractId contract, String hash) {
    return programs.computeIfAbsent(new Key(contract, hash), this::read);
  }

  private Optional<Program> read(Key key) {
    try {
      return records
          .contractText(installation, key.contract(), key.hash())
          .map(ContractText::read)
          .map(Program::of);
    } catch (ContractTextException unreadable) {
      return Optional.empty();
    }
  }

  /// What contracts are called, now or by their last version.
  Titles titles() {
    return new Titles(
        records.versions(installation).stream()
            .collect(
                Collectors.toMap(
                    VersionLine::contract, VersionLine::title, (active, _) -> active)));
  }

  Words words() {
    return Words.of(titles());
  }
}
