/// Counts what the sandbox recorded of a story, to see whether what we promise was kept. Nothing
/// that we say about ourselves counts here.
///
/// Start at [dev.interlock.app.proof.Proof].
@NullMarked
package dev.interlock.app.proof;

import org.jspecify.annotations.NullMarked;
