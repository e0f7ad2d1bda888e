/// What an account lacks for contracts to run on it, and fitting it out.
///
/// Start at [dev.interlock.app.preflight.AccountPlan]: a pure function of what contracts demand and
/// what the account has.
@NullMarked
package dev.interlock.app.preflight;

import org.jspecify.annotations.NullMarked;
