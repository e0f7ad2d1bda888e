/// What every adapter to a CRM has to do alike, as scenarios in the words of the domain.
///
/// An adapter's test extends [dev.interlock.crm.compatibility.CrmCompatibilityKit] and opens
/// accounts for it; what its CRM cannot do shows as skipped.
@NullMarked
package dev.interlock.crm.compatibility;

import org.jspecify.annotations.NullMarked;
