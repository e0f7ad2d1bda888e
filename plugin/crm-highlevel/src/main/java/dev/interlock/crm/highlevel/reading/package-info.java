/// Reads what happened in a location, for whatever webhooks never told. Start at
/// [dev.interlock.crm.highlevel.reading.Happenings].
@NullMarked
package dev.interlock.crm.highlevel.reading;

import org.jspecify.annotations.NullMarked;
