/// Sets of contracts by lot, and how they are made smaller. Start at
/// [dev.interlock.verifier.lot.RandomSets].
@NullMarked
package dev.interlock.verifier.lot;

import org.jspecify.annotations.NullMarked;
