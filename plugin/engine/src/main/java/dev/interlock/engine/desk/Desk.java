package dev.interlock.engine.desk;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.Operation;
import dev.interlock.crm.Crm;
import dev.interlock.engine.store.Store;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/// Everything at hand while working for one installation.
///
/// What lies on it changes when other contracts go live. Whoever asks more than once and needs
/// answers that belong together asks [#asItIs()].
public final class Desk {
  private final AtomicReference<Furniture> furniture;

  private record Furniture(Installation installation, Editions editions) {}

  private Desk(Furniture furniture) {
    this.furniture = new AtomicReference<>(furniture);
  }

  /// Loads the installation's contracts into the store and sets the desk up.
  public static Desk furnish(Installation installation, Store store, Instant now) {
    return new Desk(new Furniture(installation, Editions.load(installation, store, now)));
  }

  /// Loads other contracts into the store, and from then on has them at hand. When they cannot be
  /// stored, everything stays as it was.
  public void refurnish(Installation installation, Store store, Instant now) {
    furniture.set(new Furniture(installation, Editions.load(installation, store, now)));
  }

  /// A desk that stays as this one is at this moment.
  public Desk asItIs() {
    return new Desk(furniture.get());
  }

  public Installation installation() {
    return furniture.get().installation();
  }

  public Editions editions() {
    return furniture.get().editions();
  }

  public InstallationId id() {
    return installation().id();
  }

  public Crm crm() {
    return installation().crm();
  }

  public Operation operation() {
    return installation().contracts().operation();
  }

  /// Under which key work about a contact happens in turn.
  public String turn(ContactId contact) {
    return turn(contact.text());
  }

  /// As [#turn(ContactId)], for the order key of a delivery.
  public String turn(String orderKey) {
    return turns() + orderKey;
  }

  /// How all keys of this installation begin, and none of any other.
  public String turns() {
    return id() + "/";
  }
}
