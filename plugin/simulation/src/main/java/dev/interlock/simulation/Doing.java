package dev.interlock.simulation;

import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.PurposeName;
import java.util.List;
import java.util.Optional;

/// What an act of somebody in the world comes to.
sealed interface Doing {
  /// It was done.
  ///
  /// @param changes what is another one in the account now
  record Did(Author by, Origin origin, List<Change> changes) implements Doing {
    public Did {
      changes = List.copyOf(changes);
    }
  }

  /// Somebody else wrote or called, which leaves no trace but that it happened.
  ///
  /// @param message the channel by which the contact got a message, if they got one
  record Reached(
      Author by,
      Origin origin,
      Happening told,
      Optional<Channel> message,
      Optional<PurposeName> purpose)
      implements Doing {}

  /// Contracts are started by their names.
  record Starts(Origin origin, List<Start> starts) implements Doing {
    public Starts {
      starts = List.copyOf(starts);
    }
  }

  /// One contract that is started, and by what.
  record Start(ContractId contract, Happening by) {}

  /// It cannot be done as things stand.
  record Cannot(String why) implements Doing {}
}
