/// The real program, started, killed, copied and damaged from outside.
///
/// Start at [dev.interlock.torture.process.Serving].
@NullMarked
package dev.interlock.torture.process;

import org.jspecify.annotations.NullMarked;
