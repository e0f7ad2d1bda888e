package dev.interlock.crm.highlevel.deed;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.model.AutomationName;
import dev.interlock.crm.Sent;
import dev.interlock.crm.highlevel.names.DirectoryReader;
import dev.interlock.crm.highlevel.wire.WireWorkflow;
import java.time.InstantSource;

/// Puts contacts into HighLevel's own workflows and takes them out.
record Automations(Account account, InstantSource clock) {
  /// A workflow's own rule for re-entry may swallow this, and nobody can see that from outside.
  Sent start(ContactId contact, AutomationName name) {
    return account
        .automation(contact, name)
        .then(found -> published(found, name))
        .end(found ->
            account.finish(
                contact,
                account
                    .api()
                    .contactWork()
                    .addToWorkflow(contact.text(), found.id(), clock.instant())));
  }

  private static SoFar<WireWorkflow> published(WireWorkflow workflow, AutomationName name) {
    return DirectoryReader.isPublished(workflow)
        ? new SoFar.Ready<>(workflow)
        : SoFar.refused(
            "automation-draft", "the workflow '" + name + "' is a draft; publish it in the CRM");
  }

  Sent stop(ContactId contact, AutomationName name) {
    return account
        .automation(contact, name)
        .end(found ->
            account.finish(
                contact,
                account
                    .api()
                    .contactWork()
                    .removeFromWorkflow(contact.text(), found.id(), clock.instant())));
  }
}
