/// What holds between contracts, and in the stages that they share.
@NullMarked
package dev.interlock.verifier.rule.set;

import org.jspecify.annotations.NullMarked;
