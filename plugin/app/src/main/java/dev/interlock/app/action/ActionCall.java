package dev.interlock.app.action;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.ContractId;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a step of a HighLevel workflow asks for: `data` holds the fields of the step, `extras` who
/// it is about.
///
/// @param account the sub-account in which the workflow runs
/// @param workflow its id, for the journal
record ActionCall(InstallationId account, ContactId contact, ContractId contract, String workflow) {

  /// The call in these bytes; empty when they are none.
  static Optional<ActionCall> read(byte[] body) {
    try {
      JsonNode json = JsonMapper.shared().readTree(body);
      String account = text(json.at("/extras/locationId"));
      String contact = text(json.at("/extras/contactId"));
      String contract = text(json.at("/data/contract"));
      if (account.isEmpty() || contact.isEmpty() || contract.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          new ActionCall(
              new InstallationId(account),
              new ContactId(contact),
              new ContractId(contract),
              text(json.at("/extras/workflowId"))));
    } catch (JacksonException | IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  private static String text(JsonNode value) {
    return value.isString() ? value.asString().strip() : "";
  }

  /// Who asks, in the words of the journal.
  String by() {
    return workflow.isEmpty() ? "a workflow of the CRM" : "the CRM's workflow " + workflow;
  }
}
