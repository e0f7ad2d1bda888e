/// Walks over all contacts: for dates and schedules that contracts begin with, and once to know
/// where everybody stands. Start at [dev.interlock.engine.sweeps.Sweeper].
@NullMarked
package dev.interlock.engine.sweeps;

import org.jspecify.annotations.NullMarked;
