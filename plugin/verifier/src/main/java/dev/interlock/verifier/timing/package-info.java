/// How soon and how often, how late and how long: contracts as paths with time on them.
@NullMarked
package dev.interlock.verifier.timing;

import org.jspecify.annotations.NullMarked;
