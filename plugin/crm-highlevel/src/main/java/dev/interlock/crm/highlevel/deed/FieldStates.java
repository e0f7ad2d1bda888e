package dev.interlock.crm.highlevel.deed;

import dev.interlock.crm.highlevel.contact.FieldTexts;
import dev.interlock.crm.highlevel.names.ContactFields.Bound;
import dev.interlock.crm.highlevel.wire.WireContact;

/// Tells whether a field already holds a text.
final class FieldStates {
  private FieldStates() {}

  /// @param text what it should hold; empty for nothing
  static boolean stands(WireContact contact, Bound field, String text) {
    String there =
        switch (field) {
          case Bound.Standard(var standard) -> FieldTexts.standing(contact, standard).orElse("");
          case Bound.Custom(var custom) -> FieldTexts.standing(contact, custom).orElse("");
        };
    return there.equals(
        switch (field) {
          case Bound.Standard(var standard) -> FieldTexts.comparable(text, standard);
          case Bound.Custom(var custom) -> FieldTexts.comparable(text, custom);
        });
  }
}
