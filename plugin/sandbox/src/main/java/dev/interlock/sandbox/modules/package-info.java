/// What an app brings into the CRM's own workflows: a trigger and an action, as its maker entered
/// them in the marketplace's portal.
///
/// Start at [dev.interlock.sandbox.modules.Modules].
@NullMarked
package dev.interlock.sandbox.modules;

import org.jspecify.annotations.NullMarked;
