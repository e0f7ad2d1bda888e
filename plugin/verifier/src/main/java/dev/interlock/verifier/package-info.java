/// Checks contracts, alone and together, and reports what is wrong as findings with evidence.
///
/// A wrong contract is never an exception in here: it is a list of findings.
@NullMarked
package dev.interlock.verifier;

import org.jspecify.annotations.NullMarked;
