package dev.interlock.simulation.life;

import dev.interlock.simulation.Chronicle;
import dev.interlock.simulation.script.Script;

/// A life: what happened to somebody, as a script that plays it again, and what came of it.
public record Lived(Script script, Chronicle chronicle) {}
