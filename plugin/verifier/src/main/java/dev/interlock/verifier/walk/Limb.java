package dev.interlock.verifier.walk;

import dev.interlock.contract.model.Path;
import dev.interlock.contract.model.Position;

/// A path that hangs on a step: an arm, a branch, a consequence.
public record Limb(Path path, Position position) {}
