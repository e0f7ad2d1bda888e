/// What rules say with, by itself.
@NullMarked
package dev.interlock.verifier.rule;

import org.jspecify.annotations.NullMarked;
