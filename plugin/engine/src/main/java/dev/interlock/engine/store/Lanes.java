package dev.interlock.engine.store;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.LaneName;
import dev.interlock.core.run.RunId;
import dev.interlock.core.run.Surroundings;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Who holds which lane of a contact, and who is being let in by displacing another.
public interface Lanes {
  /// The holders of the contact's lanes.
  Map<LaneName, Surroundings.Holder> holders(InstallationId installation, ContactId contact);

  /// Gives the lane to the run.
  ///
  /// @throws ConflictException when another holds it
  void claim(InstallationId installation, ContactId contact, Claim claim, Instant now);

  /// Takes the lane back from the run that holds it.
  void release(InstallationId installation, ContactId contact, LaneName lane);

  /// Entries that wait for a displaced run to leave, the most important first.
  List<Entrant> entrants(InstallationId installation, ContactId contact);

  /// Keeps an entry until the lane is free.
  void await(InstallationId installation, Entrant entrant, Instant now);

  /// The entry has been decided on.
  void settle(InstallationId installation, Entrant entrant);

  /// A claim to a lane.
  record Claim(LaneName lane, RunId run, int priority) {}

  /// A contact that is to enter a contract once the lane is free, for this cause.
  record Entrant(ContractId contract, DomainEvent cause, LaneName lane, int priority) {}
}
