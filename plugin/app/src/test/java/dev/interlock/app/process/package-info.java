/// The program as operating systems see it: processes that are started, killed and told to end, and
/// that know each other by HTTP only.
///
/// Start at [dev.interlock.app.process.CrashTest].
@NullMarked
package dev.interlock.app.process;

import org.jspecify.annotations.NullMarked;
