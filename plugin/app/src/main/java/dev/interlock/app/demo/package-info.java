/// The demo: invented people in a sandbox, met by contracts that run for real.
///
/// Start at [dev.interlock.app.demo.Demo].
@NullMarked
package dev.interlock.app.demo;

import org.jspecify.annotations.NullMarked;
