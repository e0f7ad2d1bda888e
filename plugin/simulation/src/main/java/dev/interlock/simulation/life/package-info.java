/// Random people who live with a set of contracts: whatever the operation permits happens to them,
/// in any order, and rules are watched meanwhile. Start at [dev.interlock.simulation.life.Lives].
@NullMarked
package dev.interlock.simulation.life;

import org.jspecify.annotations.NullMarked;
