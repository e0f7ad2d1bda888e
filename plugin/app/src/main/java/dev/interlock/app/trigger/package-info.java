/// Workflows inside the CRM that wait for our contracts to end. Start at
/// [dev.interlock.app.trigger.Subscriptions].
@NullMarked
package dev.interlock.app.trigger;

import org.jspecify.annotations.NullMarked;
