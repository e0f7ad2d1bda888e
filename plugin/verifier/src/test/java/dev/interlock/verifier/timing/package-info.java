/// Tests of time on paths.
@NullMarked
package dev.interlock.verifier.timing;

import org.jspecify.annotations.NullMarked;
