/// Makes what pages and commands show out of what the engine has stored, and out of nothing else.
///
/// Start at [dev.interlock.app.desk.Desk].
@NullMarked
package dev.interlock.app.desk;

import org.jspecify.annotations.NullMarked;
