/// What the engine knows of one installation while it works for it. Start at
/// [dev.interlock.engine.desk.Installation].
@NullMarked
package dev.interlock.engine.desk;

import org.jspecify.annotations.NullMarked;
