/// A contract laid out as a graph of nodes with explicit successors. Start at
/// [dev.interlock.core.program.Program].
@NullMarked
package dev.interlock.core.program;

import org.jspecify.annotations.NullMarked;
