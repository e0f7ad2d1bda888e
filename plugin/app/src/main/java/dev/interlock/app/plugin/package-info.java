/// Finds contracts: in plugin jars, and in folders of `.java` files, which are compiled on the
/// spot.
///
/// What is loaded sees the contract module and the JDK, and nothing else of ours. It is asked for
/// its operation and contracts once and then forgotten: they are data. Start at
/// [dev.interlock.app.plugin.Contracts].
@NullMarked
package dev.interlock.app.plugin;

import org.jspecify.annotations.NullMarked;
