package dev.interlock.crm.inventory;

import java.util.Optional;

/// What can be made through a CRM's API, and where people do the rest by hand. Pure.
public interface Guide {
  /// Why this cannot be made through the API, in words; empty when it can.
  Optional<String> whyNot(Creatable thing);

  /// Where in the CRM a person does this, from menu to button.
  String path(Chore chore);
}
