/// What an account has under which names and ids, what of it can be made through the CRM's API, and
/// how it has changed since it was looked at last.
///
/// Start at [dev.interlock.crm.inventory.Provisioning]. Whoever wants to know whether an account
/// has drifted away under running contracts asks [dev.interlock.crm.inventory.Drift].
@NullMarked
package dev.interlock.crm.inventory;

import org.jspecify.annotations.NullMarked;
