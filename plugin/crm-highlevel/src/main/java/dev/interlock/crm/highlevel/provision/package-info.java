/// What a location has before contracts go live on it, and making what it lacks.
///
/// Start at [dev.interlock.crm.highlevel.provision.HighLevelProvisioning]. Nothing is kept in here:
/// whoever asks wants to know how it is now.
@NullMarked
package dev.interlock.crm.highlevel.provision;

import org.jspecify.annotations.NullMarked;
