/// Carries out what was decided: fills in the texts, tells the CRM, and finds out what became of
/// it, without ever sending a message twice. Start at [dev.interlock.engine.intents.Executor].
@NullMarked
package dev.interlock.engine.intents;

import org.jspecify.annotations.NullMarked;
