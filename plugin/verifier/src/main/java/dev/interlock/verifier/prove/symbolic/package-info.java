/// Sets of states in symbols: finite variables, predicates over them, and moves that assign
/// constants. Start at [dev.interlock.verifier.prove.symbolic.Move].
@NullMarked
package dev.interlock.verifier.prove.symbolic;

import org.jspecify.annotations.NullMarked;
