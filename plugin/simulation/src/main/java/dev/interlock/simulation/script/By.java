package dev.interlock.simulation.script;

import dev.interlock.contract.model.AutomationName;

/// Whose hand does something.
public sealed interface By {
  By CONTACT = new Contact();
  By STAFF = new Staff();
  By OTHER_APP = new OtherApp();

  /// The contact themselves, by a form or a link.
  record Contact() implements By {}

  /// A colleague in the CRM.
  record Staff() implements By {}

  /// One of the CRM's own automations, as the operation declares it.
  record Automation(AutomationName name) implements By {}

  /// Another program.
  record OtherApp() implements By {}
}
