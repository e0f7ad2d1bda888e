package dev.interlock.sandbox;

import dev.interlock.sandbox.http.SandboxToken;
import dev.interlock.sandbox.world.Location;
import dev.interlock.sandbox.world.World;
import java.util.List;
import java.util.function.Consumer;

/// What a sub-account is to be.
///
/// @param pipeline the name of the pipeline in which simulated people get cards, if there is one
/// @param furnish puts into the empty CRM what it has from the beginning
/// @param tokens fixed tokens that speak for it; none where an app gets its tokens by installation
public record SubAccountPlan(
    Location location, String pipeline, Consumer<World> furnish, List<SandboxToken> tokens) {
  /// Copies what it is given.
  public SubAccountPlan {
    tokens = List.copyOf(tokens);
  }

  /// The same with fixed tokens.
  public SubAccountPlan accepting(SandboxToken... others) {
    return new SubAccountPlan(location, pipeline, furnish, List.of(others));
  }
}
