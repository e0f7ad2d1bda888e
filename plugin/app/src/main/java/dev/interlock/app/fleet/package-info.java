/// Many accounts in one process: our marketplace app, the accounts that installed it, and what is
/// live in each.
@NullMarked
package dev.interlock.app.fleet;

import org.jspecify.annotations.NullMarked;
