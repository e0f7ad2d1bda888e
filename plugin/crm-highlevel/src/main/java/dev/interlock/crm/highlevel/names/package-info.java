/// The names that people see in a HighLevel account, bound to the ids that its API wants.
///
/// Start at [dev.interlock.crm.highlevel.names.AccountNames]. A thing that is deleted and made anew
/// has another id, so ids are never kept for good: they are read again when a name or an id is not
/// known, and when the API does not know one.
@NullMarked
package dev.interlock.crm.highlevel.names;

import org.jspecify.annotations.NullMarked;
