/// Turns changes of the world into signed HighLevel webhooks and delivers them, badly if asked.
///
/// Start at [dev.interlock.sandbox.webhooks.Webhooks].
@NullMarked
package dev.interlock.sandbox.webhooks;

import org.jspecify.annotations.NullMarked;
