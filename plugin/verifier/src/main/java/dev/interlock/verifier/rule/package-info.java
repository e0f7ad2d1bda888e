/// The rules. Each is one small class that says its id, why it exists, and what it finds; start at
/// [dev.interlock.verifier.rule.Rules], which lists them.
@NullMarked
package dev.interlock.verifier.rule;

import org.jspecify.annotations.NullMarked;
