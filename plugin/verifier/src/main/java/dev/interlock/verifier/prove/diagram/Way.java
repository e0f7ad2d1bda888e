package dev.interlock.verifier.prove.diagram;

import dev.interlock.verifier.prove.symbolic.Move;

/// A move as diagrams.
///
/// @param guard where it can be made
/// @param cube the bits that it changes
/// @param made what it makes of them
record Way<L>(Move<L> move, int guard, int cube, int made) {}
