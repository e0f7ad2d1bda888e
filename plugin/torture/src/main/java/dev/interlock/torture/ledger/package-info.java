/// The ledger: what the CRM saw, held against what Interlock says. What the CRM saw comes from the
/// CRM's own changes and from the webhooks that were answered, never from Interlock.
///
/// Start at [dev.interlock.torture.ledger.Ledger].
@NullMarked
package dev.interlock.torture.ledger;

import org.jspecify.annotations.NullMarked;
