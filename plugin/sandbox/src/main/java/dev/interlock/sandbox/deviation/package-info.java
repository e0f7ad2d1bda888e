/// The ways in which the real API is known not to do what its description says. Start with
/// [dev.interlock.sandbox.deviation.Deviation].
@NullMarked
package dev.interlock.sandbox.deviation;

import org.jspecify.annotations.NullMarked;
