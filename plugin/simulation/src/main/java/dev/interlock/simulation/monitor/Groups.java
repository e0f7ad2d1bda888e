package dev.interlock.simulation.monitor;

import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.model.Operation.TagGroup;
import dev.interlock.contract.model.TagName;
import java.util.List;

/// Whether an exclusive group is in order.
final class Groups {
  private Groups() {}

  static boolean isBroken(TagGroup group, ContactSnapshot contact) {
    return isCrowded(group, contact) || (held(group, contact).isEmpty() && group.oneMustHold());
  }

  static boolean isCrowded(TagGroup group, ContactSnapshot contact) {
    return held(group, contact).size() > 1;
  }

  private static List<TagName> held(TagGroup group, ContactSnapshot contact) {
    return group.members().stream().filter(contact.tags()::contains).toList();
  }

  static String words(TagGroup group, ContactSnapshot contact) {
    List<TagName> held = held(group, contact);
    return held.isEmpty() ? "none of its tags" : "the tags " + held;
  }
}
