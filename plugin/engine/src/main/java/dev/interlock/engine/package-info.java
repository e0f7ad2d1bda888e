/// Carries decisions out and survives crashes: inbox, journal, locks, timers and command intents.
///
/// A decision and everything that follows from it are committed together or not at all.
@NullMarked
package dev.interlock.engine;

import org.jspecify.annotations.NullMarked;
