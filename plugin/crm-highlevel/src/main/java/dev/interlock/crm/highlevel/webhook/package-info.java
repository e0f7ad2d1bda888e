/// Webhooks from HighLevel: first of all whether they are from HighLevel.
///
/// Start at [dev.interlock.crm.highlevel.webhook.WebhookSignature].
@NullMarked
package dev.interlock.crm.highlevel.webhook;

import org.jspecify.annotations.NullMarked;
