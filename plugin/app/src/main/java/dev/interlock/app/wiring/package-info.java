/// Puts the program together by hand.
///
/// Start at [dev.interlock.app.wiring.Interlock].
@NullMarked
package dev.interlock.app.wiring;

import org.jspecify.annotations.NullMarked;
