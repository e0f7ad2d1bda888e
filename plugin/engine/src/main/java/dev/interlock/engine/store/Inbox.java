package dev.interlock.engine.store;

import dev.interlock.contract.contact.InstallationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Deliveries between their acknowledgement and their processing.
public interface Inbox {
  /// Stores a delivery, unless its id is known.
  ///
  /// @return the delivery's number in the inbox; empty when it was accepted before
  Optional<Long> put(InstallationId installation, Delivery delivery);

  /// What waits, in the order in which it came, from after a number.
  List<Ticket> waiting(InstallationId installation, long after, int limit);

  /// How many deliveries wait.
  int depth(InstallationId installation);

  /// A waiting delivery; empty when it has been worked on.
  Optional<Delivery> find(InstallationId installation, long number);

  /// The delivery has been worked on.
  ///
  /// @throws ConflictException when somebody else did so
  void remove(InstallationId installation, long number);

  /// Puts a delivery aside that cannot be worked on.
  void setAside(InstallationId installation, long number, String trouble);

  /// What was put aside, in the order in which it came.
  List<Aside> aside(InstallationId installation);

  /// A delivery that was put aside waits again, behind all others, under a number of its own.
  ///
  /// @return whether it does; false when it was not aside
  boolean takeUp(InstallationId installation, long number);

  /// A webhook as it came, or what was read in the CRM in its place: the id says which.
  ///
  /// @param orderKey deliveries with the same key are worked on in turn
  record Delivery(String id, String orderKey, String kind, Body body, Instant receivedAt) {}

  /// A webhook that could not be worked on.
  ///
  /// @param trouble why, in the words of the program
  record Aside(Ticket ticket, String kind, Instant receivedAt, String trouble) {}

  /// A place in the queue.
  record Ticket(long number, String orderKey) {}
}
