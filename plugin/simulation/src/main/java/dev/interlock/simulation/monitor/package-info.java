/// Rules that are watched while contracts run. Each reads a chronicle from its beginning to its end
/// and says where the rule was broken; none decides anything. Start at
/// [dev.interlock.simulation.monitor.Monitors].
@NullMarked
package dev.interlock.simulation.monitor;

import org.jspecify.annotations.NullMarked;
