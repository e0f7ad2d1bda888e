/// Decides which contracts go live: verifies what lies in the plugins folder together with what
/// runs already, and lets nothing in that is not sound. Start at [dev.interlock.app.gate.Gate].
@NullMarked
package dev.interlock.app.gate;

import org.jspecify.annotations.NullMarked;
