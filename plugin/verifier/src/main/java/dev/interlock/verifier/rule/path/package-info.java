/// What happens on the way: steps, arms, questions, silence and failure.
@NullMarked
package dev.interlock.verifier.rule.path;

import org.jspecify.annotations.NullMarked;
