package dev.interlock.app.preflight;

import dev.interlock.crm.inventory.Chore;
import dev.interlock.crm.inventory.Creatable;
import java.util.Optional;

/// How an account stands to one demand.
public sealed interface State {

  /// It is there.
  ///
  /// @param note what is worth knowing all the same; empty when nothing is
  record Present(String note) implements State {}

  /// It is missing, and `interlock apply` makes it.
  record Creates(Creatable thing, String note) implements State {}

  /// It is missing or not as it should be, and a person has to see to it.
  record Yours(String what, Chore chore) implements State {}

  /// Several things have the name, so that it says nothing.
  record Ambiguous(int count, Chore chore) implements State {}

  /// It was there when it was last looked at, and is not any more.
  ///
  /// @param remedy what `interlock apply` makes in its place
  record Drifted(String what, Chore chore, Optional<Creatable> remedy) implements State {}

  /// Nobody can tell.
  ///
  /// @param passes whether it is worth asking again, or after a scope is given; otherwise the CRM
  ///   never tells, and it counts for nothing
  record Unknown(String why, boolean passes) implements State {}

  /// Whether there is something left to do about it.
  default boolean isOpen() {
    return switch (this) {
      case Present _ -> false;
      case Unknown(_, var passes) -> passes;
      case Creates _, Yours _, Ambiguous _, Drifted _ -> true;
    };
  }

  /// What `interlock apply` makes for it.
  default Optional<Creatable> creatable() {
    return switch (this) {
      case Creates(var thing, _) -> Optional.of(thing);
      case Drifted(_, _, var remedy) -> remedy;
      case Present _, Yours _, Ambiguous _, Unknown _ -> Optional.empty();
    };
  }
}
