/// The language in which a workflow contract is written, and the immutable model that it writes.
///
/// Everything else reads this model: the engine runs it, the verifier proves it, the handbook
/// describes it. Nothing in here does anything, and nothing in here depends on anything but the
/// JDK.
@NullMarked
package dev.interlock.contract;

import org.jspecify.annotations.NullMarked;
