/// Ways to go over a contract: as a tree of steps, as a graph of moves, as the names and texts it
/// says. Nothing in here judges.
@NullMarked
package dev.interlock.verifier.walk;

import org.jspecify.annotations.NullMarked;
