/// What can be set, by the environment or a file: read, checked and typed, in one place.
///
/// Start at [dev.interlock.app.settings.Key].
@NullMarked
package dev.interlock.app.settings;

import org.jspecify.annotations.NullMarked;
