/// Torture: the real program as a process of its own, killed over and over in front of a CRM that
/// behaves as badly as real ones do, and a ledger on the CRM's side that says what came of it.
///
/// Start at [dev.interlock.torture.Torture].
@NullMarked
package dev.interlock.torture;

import org.jspecify.annotations.NullMarked;
