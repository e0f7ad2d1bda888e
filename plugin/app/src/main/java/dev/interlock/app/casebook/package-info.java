/// Makes what pages and commands show out of what the engine has stored, and out of nothing else.
///
/// Start at [dev.interlock.app.casebook.Casebook].
@NullMarked
package dev.interlock.app.casebook;

import org.jspecify.annotations.NullMarked;
