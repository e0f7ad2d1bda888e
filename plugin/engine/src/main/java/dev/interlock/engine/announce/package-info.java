/// Tells workflows of the CRM that runs have ended. Start at
/// [dev.interlock.engine.announce.Announcer].
@NullMarked
package dev.interlock.engine.announce;

import org.jspecify.annotations.NullMarked;
