package dev.interlock.crm.highlevel;

import dev.interlock.crm.compatibility.CrmBackdoor;
import dev.interlock.crm.compatibility.CrmCompatibilityKit;
import dev.interlock.crm.compatibility.Weather;
import dev.interlock.crm.highlevel.conformance.StubbedHighLevel;
import dev.interlock.crm.highlevel.played.PlayedHighLevel;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The scenarios of the port, with HighLevel played by WireMock.
class HighLevelOnStubsTest extends CrmCompatibilityKit {
  private static final PlayedHighLevel.Player PLAYER = new PlayedHighLevel.Player();

  @RegisterExtension static final StubbedHighLevel CRM = StubbedHighLevel.with(PLAYER);

  @Override
  protected CrmBackdoor open(Weather weather) {
    return PLAYER.open(CRM, weather);
  }
}
