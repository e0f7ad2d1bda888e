/// Which calls to a CRM may be made at the moment: what it said is left of the interval and of the
/// day, and whether it answers at all. Pure but for what it remembers; time comes from outside.
/// Start at [dev.interlock.crm.calls.Calls].
@NullMarked
package dev.interlock.crm.calls;

import org.jspecify.annotations.NullMarked;
