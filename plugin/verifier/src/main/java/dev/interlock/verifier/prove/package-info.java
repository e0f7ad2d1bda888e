/// Proves contracts, and sets of contracts, sound by exploring everything that can happen to one
/// contact. Start at [dev.interlock.verifier.prove.Prover].
@NullMarked
package dev.interlock.verifier.prove;

import org.jspecify.annotations.NullMarked;
