/// Turns what can happen in the model into what happens on the core, or fails to. Start at
/// [dev.interlock.verifier.prove.concrete.Player].
@NullMarked
package dev.interlock.verifier.prove.concrete;

import org.jspecify.annotations.NullMarked;
