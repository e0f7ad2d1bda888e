package dev.interlock.sandbox;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.interlock.crm.compatibility.CrmBackdoor;
import dev.interlock.crm.compatibility.CrmCompatibilityKit;
import dev.interlock.crm.compatibility.Weather;
import dev.interlock.crm.highlevel.wire.Operation;
import dev.interlock.sandbox.http.ApiSettings;
import dev.interlock.sandbox.http.RateLimit;
import dev.interlock.sandbox.http.SandboxToken;
import dev.interlock.sandbox.http.Trouble;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// The scenarios of the port, with HighLevel played by the sandbox. Whoever trusts a demo or a test
/// on the sandbox relies on the two being alike.
class HighLevelOnSandboxTest extends CrmCompatibilityKit {
  private static final Set<String> TO_READ =
      Arrays.stream(Operation.values())
          .filter(Operation::isRead)
          .map(Operation::scope)
          .collect(Collectors.toSet());

  @Override
  protected CrmBackdoor open(Weather weather) {
    ApiSettings fine = SandboxBackdoor.api();
    return SandboxBackdoor.open(
        switch (weather) {
          case FINE -> fine;
          case SLOW_DOWN -> fine.limitedTo(new RateLimit(0, Duration.ofSeconds(10), 1_000_000));
          case DROPPED -> fine.troubledBy(new Trouble(1, 0));
          case LOST -> fine.troubledBy(new Trouble(0, 1));
          case NO_RIGHT -> fine.accepting(new SandboxToken(SandboxBackdoor.token(), TO_READ));
          case GARBLED -> abort("the sandbox garbles no answers");
        });
  }
}
