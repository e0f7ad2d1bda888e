/// Finds what webhooks never told, by reading the CRM, and takes it in at the same place. Start at
/// [dev.interlock.engine.rounds.Reconciler].
@NullMarked
package dev.interlock.engine.rounds;

import org.jspecify.annotations.NullMarked;
