package dev.interlock.engine.desk;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.text.ContentHash;
import dev.interlock.contract.text.ContractText;
import dev.interlock.contract.text.OperationText;
import dev.interlock.engine.store.Store;
import dev.interlock.engine.store.StoreException;
import dev.interlock.engine.store.Tables;
import dev.interlock.engine.store.Versions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The contract versions of one installation: those that take new entries, and those that runs stay
/// on, which are read from the store when the jar they came in is gone.
public final class Editions {
  private final InstallationId installation;
  private final Store store;
  private final List<Edition> active;
  private final Set<ContractId> before;
  private final Map<String, Edition> byHash = new ConcurrentHashMap<>();

  private Editions(
      InstallationId installation, Store store, List<Edition> active, Set<ContractId> before) {
    this.installation = installation;
    this.store = store;
    this.active = active;
    this.before = Set.copyOf(before);
    active.forEach(edition -> byHash.put(key(edition.id(), edition.hash()), edition));
  }

  /// Stores the set's versions and makes them those that take new entries.
  static Editions load(Installation installation, Store store, Instant now) {
    ContractSet set = installation.contracts();
    List<Edition> active =
        set.contracts().stream()
            .map(contract -> Edition.of(ContentHash.of(contract).hex(), contract))
            .toList();
    var loaded =
        new Versions.Loaded(
            ContentHash.of(set.operation()).hex(),
            stored(set.operation()),
            active.stream().map(Editions::stored).toList());
    Set<ContractId> before =
        store
            .write(tables -> {
              tables.installations().put(installation.id(), installation.location().zone(), now);
              Set<ContractId> taking = tables.versions().active(installation.id());
              tables.versions().activate(installation.id(), loaded, now);
              return taking;
            })
            .join();
    return new Editions(installation.id(), store, active, before);
  }

  private static String stored(Operation operation) {
    String text = OperationText.writeWithPositions(operation);
    requireSame(operation, OperationText.read(text));
    return text;
  }

  private static Versions.Version stored(Edition edition) {
    Contract contract = edition.contract();
    String text = ContractText.writeWithPositions(contract);
    requireSame(contract, ContractText.read(text));
    return new Versions.Version(contract.id(), edition.hash(), contract.title(), text);
  }

  /// A run outlives the jar that its contract came in, so what is stored has to be the very thing
  /// that was verified.
  private static void requireSame(Object verified, Object readBack) {
    if (!verified.equals(readBack)) {
      throw new StoreException(
          StoreException.Kind.OTHER, "what is stored does not read back as " + verified);
    }
  }

  /// Those that take new entries, in the order of the set.
  public List<Edition> active() {
    return active;
  }

  /// The one that takes new entries into the contract.
  public Optional<Edition> active(ContractId contract) {
    return active.stream().filter(edition -> edition.id().equals(contract)).findFirst();
  }

  /// Whether the contract took no entries before these were loaded: what passed until then is not
  /// made up for.
  public boolean isFresh(ContractId contract) {
    return !before.contains(contract);
  }

  /// The version that a run stays on.
  public Edition of(ContractId contract, String hash) {
    return byHash.computeIfAbsent(key(contract, hash), _ -> read(contract, hash));
  }

  private Edition read(ContractId contract, String hash) {
    String text =
        store
            .read((Tables tables) -> tables.versions().text(installation, contract, hash))
            .orElseThrow(() ->
                new StoreException(
                    StoreException.Kind.OTHER,
                    "the version " + hash + " of " + contract + " is not stored"));
    return Edition.of(hash, ContractText.read(text));
  }

  private static String key(ContractId contract, String hash) {
    return contract + " " + hash;
  }
}
