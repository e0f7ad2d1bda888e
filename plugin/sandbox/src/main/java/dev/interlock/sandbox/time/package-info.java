/// Time that can stand still, be moved by a driver, or run faster than life, and what is due when.
///
/// Start at [dev.interlock.sandbox.time.SandboxClock].
@NullMarked
package dev.interlock.sandbox.time;

import org.jspecify.annotations.NullMarked;
