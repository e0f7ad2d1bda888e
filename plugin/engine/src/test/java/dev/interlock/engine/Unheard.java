package dev.interlock.engine;

import dev.interlock.engine.decide.Beginning;
import dev.interlock.engine.decide.Decisions;
import dev.interlock.engine.inbox.Arrivals;
import java.time.Instant;
import java.util.Optional;

/// Nobody is there to hear of it.
final class Unheard implements Decisions.Consequences, Arrivals {
  @Override
  public void commanded() {}

  @Override
  public Optional<Beginning> beginning(Beginning.Issued issued) {
    return Optional.empty();
  }

  @Override
  public void alarmed(Instant at) {}

  @Override
  public void freed() {}

  @Override
  public void ended() {}

  @Override
  public boolean makesRoom() {
    return true;
  }

  @Override
  public void stayedAway() {}

  @Override
  public void standsAgain() {}

  @Override
  public void arrived() {}
}
