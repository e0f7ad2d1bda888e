/// A CRM that behaves as badly as real ones do: the sandbox, with a front of its own that loses,
/// delays and garbles answers, and with a courier that brings webhooks twice, late or not at all.
///
/// Start at [dev.interlock.torture.crm.HostileCrm].
@NullMarked
package dev.interlock.torture.crm;

import org.jspecify.annotations.NullMarked;
