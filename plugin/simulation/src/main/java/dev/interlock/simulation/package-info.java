/// Plays contracts for one contact in virtual time, on the core that runs them for good. Start at
/// [dev.interlock.simulation.Simulation]; what is played is a
/// [dev.interlock.simulation.script.Script], what comes of it a
/// [dev.interlock.simulation.Chronicle].
@NullMarked
package dev.interlock.simulation;

import org.jspecify.annotations.NullMarked;
