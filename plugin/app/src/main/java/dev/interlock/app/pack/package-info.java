/// Makes plugin jars out of source files: contracts, what they need of a CRM, what was verified,
/// and their pages. Start at [dev.interlock.app.pack.PluginJar].
@NullMarked
package dev.interlock.app.pack;

import org.jspecify.annotations.NullMarked;
