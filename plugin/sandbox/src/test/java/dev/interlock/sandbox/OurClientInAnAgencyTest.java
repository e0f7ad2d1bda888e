package dev.interlock.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.TagName;
import dev.interlock.crm.Deed;
import dev.interlock.crm.Directory;
import dev.interlock.crm.Read;
import dev.interlock.crm.Sent;
import dev.interlock.crm.highlevel.HighLevelCrm;
import dev.interlock.crm.highlevel.wire.AccessToken;
import dev.interlock.crm.highlevel.wire.ApiConfig;
import dev.interlock.crm.highlevel.wire.HighLevelConnection;
import dev.interlock.crm.highlevel.wire.TokenSource;
import dev.interlock.sandbox.market.Installing;
import dev.interlock.sandbox.time.SandboxClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Our own client with tokens that an agency gave.
class OurClientInAnAgencyTest {
  private static final PipelineName SALES = new PipelineName(DemoWorld.PIPELINE);

  private final SandboxClock clock = SandboxClock.standingAt(DemoWorld.BEGIN);
  private final SandboxAgency agency = SandboxAgency.start(DemoAgency.config(clock, 1));
  private final MarketApp app = new MarketApp(agency);
  private final HighLevelConnection connection =
      HighLevelConnection.open(ApiConfig.at(agency.url()), clock);

  @AfterEach
  void close() {
    connection.close();
    agency.close();
  }

  private HighLevelCrm crm(String locationId, String token) {
    var source = TokenSource.fixed(new AccessToken(token));
    return HighLevelCrm.of(locationId, connection.location(locationId, source), clock);
  }

  private String token(String locationId) {
    return app.redeem(agency.install(Installing.into(locationId))).is(200).text("/access_token");
  }

  private static Directory directory(HighLevelCrm crm) {
    if (crm.directory() instanceof Read.Got<Directory>(var directory)) {
      return directory;
    }
    throw new AssertionError("no directory");
  }

  @Test
  void seesWhatALocationLacks() {
    var riverside = directory(crm(DemoAgency.RIVERSIDE, token(DemoAgency.RIVERSIDE)));
    var hillside = directory(crm(DemoAgency.HILLSIDE, token(DemoAgency.HILLSIDE)));

    assertThat(riverside.pipelines()).containsKey(SALES);
    assertThat(hillside.pipelines()).isEmpty();
    assertThat(hillside.locationName()).isEqualTo("Hillside Dental");
    assertThat(agency.records().crossings()).isEmpty();
  }

  @Test
  void cannotDoAnythingToAContactOfAnotherLocation() {
    var lakeside = app.crm(token(DemoAgency.LAKESIDE));
    var body =
        "{\"locationId\": \"%s\", \"phone\": \"+13015550100\"}".formatted(DemoAgency.LAKESIDE);
    var foreign = new ContactId(lakeside.post("/contacts/", body).is(201).text("/contact/id"));
    var crm = crm(DemoAgency.RIVERSIDE, token(DemoAgency.RIVERSIDE));

    var sent = crm.carryOut(foreign, new Deed.AddTag(new TagName("hot")));

    assertThat(sent).isInstanceOf(Sent.ContactGone.class);
    assertThat(agency.records().crossings()).isNotEmpty();
  }
}
