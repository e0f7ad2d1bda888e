/// Stories about one contact as plain data: what is played, and nothing about how. Start at
/// [dev.interlock.simulation.script.Script].
@NullMarked
package dev.interlock.simulation.script;

import org.jspecify.annotations.NullMarked;
