/// Rings alarms: timers of runs are rows, and one thread waits for the earliest of all alarms.
/// Start at [dev.interlock.engine.timers.Timers] and [dev.interlock.engine.timers.AlarmClock].
@NullMarked
package dev.interlock.engine.timers;

import org.jspecify.annotations.NullMarked;
