/// Who works when: contacts in turn, everything else as it comes, and a way to tell when all is
/// done. Start at [dev.interlock.engine.work.Turns].
@NullMarked
package dev.interlock.engine.work;

import org.jspecify.annotations.NullMarked;
