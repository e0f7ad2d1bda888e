/// What is known about a set of contracts besides the contracts themselves: what the verifier
/// found, and live figures. Start at [dev.interlock.handbook.edition.Edition].
@NullMarked
package dev.interlock.handbook.edition;

import org.jspecify.annotations.NullMarked;
