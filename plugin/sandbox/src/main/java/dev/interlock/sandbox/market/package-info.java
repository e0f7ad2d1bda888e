/// The marketplace: an app, the locations that it is installed in, and the tokens that it holds.
///
/// Start at [dev.interlock.sandbox.market.Marketplace].
@NullMarked
package dev.interlock.sandbox.market;

import org.jspecify.annotations.NullMarked;
