/// Contracts and the world around them as a machine of moves: one contact, the runs under study,
/// the other contracts of the set, and everything that the contact, staff, automations and time may
/// do. Start at [dev.interlock.verifier.prove.world.Study].
@NullMarked
package dev.interlock.verifier.prove.world;

import org.jspecify.annotations.NullMarked;
