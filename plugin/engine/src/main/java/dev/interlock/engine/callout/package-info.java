/// Calls addresses outside of the CRM. Start at [dev.interlock.engine.callout.WebhookPoster].
@NullMarked
package dev.interlock.engine.callout;

import org.jspecify.annotations.NullMarked;
