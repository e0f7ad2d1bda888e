/// What must never come about, and what must be possible, in a study of contracts. One class a
/// rule; start at [dev.interlock.verifier.prove.claim.Property].
@NullMarked
package dev.interlock.verifier.prove.claim;

import org.jspecify.annotations.NullMarked;
