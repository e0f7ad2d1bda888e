/// What is said to a contact: how often, how soon, and in which words.
@NullMarked
package dev.interlock.verifier.rule.message;

import org.jspecify.annotations.NullMarked;
