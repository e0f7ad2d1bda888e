/// Asks the core what to do about one contact, and stores what it decides, together or not at all.
/// Start at [dev.interlock.engine.decide.Decisions].
@NullMarked
package dev.interlock.engine.decide;

import org.jspecify.annotations.NullMarked;
