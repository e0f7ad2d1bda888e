/// Takes deliveries in at the door, and works on them in turn. Start at
/// [dev.interlock.engine.inbox.Door].
@NullMarked
package dev.interlock.engine.inbox;

import org.jspecify.annotations.NullMarked;
