/// Simulated people, drawn from a seed, who call, write, book and stay away.
///
/// Start at [dev.interlock.sandbox.people.People].
@NullMarked
package dev.interlock.sandbox.people;

import org.jspecify.annotations.NullMarked;
