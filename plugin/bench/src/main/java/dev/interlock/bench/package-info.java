/// How long proving takes, and of what that depends. No part of the product: nothing depends on it,
/// and the ordinary build leaves it out.
@NullMarked
package dev.interlock.bench;

import org.jspecify.annotations.NullMarked;
