/// Planted flaws that only exploring finds, each with the near miss beside it. Start at
/// [dev.interlock.verifier.proof.ProofCorpus].
@NullMarked
package dev.interlock.verifier.proof;

import org.jspecify.annotations.NullMarked;
