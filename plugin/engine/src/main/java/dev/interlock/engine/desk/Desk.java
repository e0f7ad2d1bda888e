package dev.interlock.engine.desk;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.Operation;
import dev.interlock.crm.Crm;
import dev.interlock.engine.store.Store;
import java.time.Instant;

/// Everything at hand while working for one installation.
public record Desk(Installation installation, Editions editions) {
  /// Loads the installation's contracts into the store and sets the desk up.
  public static Desk furnish(Installation installation, Store store, Instant now) {
    return new Desk(installation, Editions.load(installation, store, now));
  }

  public InstallationId id() {
    return installation.id();
  }

  public Crm crm() {
    return installation.crm();
  }

  public Operation operation() {
    return installation.contracts().operation();
  }

  /// Under which key work about a contact happens in turn.
  public String turn(ContactId contact) {
    return turn(contact.text());
  }

  /// As [#turn(ContactId)], for the order key of a delivery.
  public String turn(String orderKey) {
    return id() + "/" + orderKey;
  }
}
