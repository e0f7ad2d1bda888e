package dev.interlock.simulation.monitor;

import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.model.Operation.TagGroup;

/// Whether an exclusive group is in order.
final class Groups {
  private Groups() {}

  static boolean isBroken(TagGroup group, ContactSnapshot contact) {
    long held = group.members().stream().filter(contact.tags()::contains).count();
    return held > 1 || (held == 0 && group.oneMustHold());
  }

  static String words(TagGroup group, ContactSnapshot contact) {
    var held = group.members().stream().filter(contact.tags()::contains).toList();
    return held.isEmpty() ? "none of its tags" : "the tags " + held;
  }
}
