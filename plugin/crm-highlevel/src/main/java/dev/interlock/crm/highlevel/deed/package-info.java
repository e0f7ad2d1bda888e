/// Deeds: each one carried out once through HighLevel's API, and looked for when in doubt.
///
/// Start at [dev.interlock.crm.highlevel.deed.Deeds].
@NullMarked
package dev.interlock.crm.highlevel.deed;

import org.jspecify.annotations.NullMarked;
