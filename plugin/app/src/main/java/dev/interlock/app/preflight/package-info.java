/// What an account lacks for contracts to run on it. Pure: what was read comes in, lines go out.
///
/// Start at [dev.interlock.app.preflight.AccountPlan]: a pure function of what contracts demand and
/// what the account has.
@NullMarked
package dev.interlock.app.preflight;

import org.jspecify.annotations.NullMarked;
