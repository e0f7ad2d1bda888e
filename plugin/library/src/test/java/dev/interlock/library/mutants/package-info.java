/// Contracts broken on purpose, one thing at a time, to see whether the verifier notices.
@NullMarked
package dev.interlock.library.mutants;

import org.jspecify.annotations.NullMarked;
