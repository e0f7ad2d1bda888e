/// The program: reads its settings, wires the modules by hand, and speaks to people.
///
/// The only place that knows all modules, the environment and the command line.
@NullMarked
package dev.interlock.app;

import org.jspecify.annotations.NullMarked;
