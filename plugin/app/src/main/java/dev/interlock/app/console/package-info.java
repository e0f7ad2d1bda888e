/// How the program speaks to people and to pipes: what goes to stdout, what to stderr, and in which
/// colour.
@NullMarked
package dev.interlock.app.console;

import org.jspecify.annotations.NullMarked;
