/// Scenarios: stories whose outcome a person accepted, and what of a contract they walk. Start at
/// [dev.interlock.verifier.scenario.Scenario].
@NullMarked
package dev.interlock.verifier.scenario;

import org.jspecify.annotations.NullMarked;
