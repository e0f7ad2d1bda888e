/// What `interlock simulate` reads and shows: stories from files, and what came of many lives.
/// Start at [dev.interlock.app.simulate.Traces].
@NullMarked
package dev.interlock.app.simulate;

import org.jspecify.annotations.NullMarked;
