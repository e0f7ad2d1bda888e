/// What the engine keeps, as a port: interfaces by concern, and what they hand out. Start at
/// [dev.interlock.engine.store.Store].
///
/// Nothing above this package knows which database it is on. The promises are written down as tests
/// that every implementation runs.
@NullMarked
package dev.interlock.engine.store;

import org.jspecify.annotations.NullMarked;
