/// What a rule is: a small class that says its id, why it exists, and what it finds. The rules
/// stand in the packages below, by what they are about; `Rules` beside the verifier lists them.
@NullMarked
package dev.interlock.verifier.rule;

import org.jspecify.annotations.NullMarked;
