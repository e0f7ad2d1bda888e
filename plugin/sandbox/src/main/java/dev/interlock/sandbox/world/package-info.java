/// The state of the pretended CRM and the only operations that change it.
///
/// Every change is told to all [dev.interlock.sandbox.world.Watcher]s: webhooks, people and records
/// are readers of the same stream. Start at [dev.interlock.sandbox.world.World].
@NullMarked
package dev.interlock.sandbox.world;

import org.jspecify.annotations.NullMarked;
