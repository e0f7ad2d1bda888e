/// Webhooks in the words of the domain.
///
/// Start at [dev.interlock.crm.highlevel.event.EventKind], the table of all that HighLevel sends:
/// what is heard, and what is left unheard and why.
@NullMarked
package dev.interlock.crm.highlevel.event;

import org.jspecify.annotations.NullMarked;
