/// Decides what a run does next: a pure function of contract, run, input, facts and time.
///
/// There is no clock, no thread and no I/O in here, so that the same code can be run by the engine,
/// replayed by tests and explored by the verifier.
@NullMarked
package dev.interlock.core;

import org.jspecify.annotations.NullMarked;
