/// HighLevel's HTTP API as typed calls and answers, and nothing above it.
///
/// Start at [dev.interlock.crm.highlevel.wire.HighLevelConnection]: one for the process, which
/// hands out a [dev.interlock.crm.highlevel.wire.HighLevelApi] for each location. Every call ends
/// in an [dev.interlock.crm.highlevel.wire.Answer]; nothing the network or the CRM does is an
/// exception. [dev.interlock.crm.highlevel.wire.Operation] is the table of all that may be called.
///
/// What the CRM sends is read leniently: the `Wire*` records are views over the JSON as it came,
/// only ids are demanded, and a field that is missing, null, empty or of the wrong type is simply
/// absent.
@NullMarked
package dev.interlock.crm.highlevel.wire;

import org.jspecify.annotations.NullMarked;
