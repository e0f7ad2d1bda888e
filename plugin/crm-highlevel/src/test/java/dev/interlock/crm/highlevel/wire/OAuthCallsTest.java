package dev.interlock.crm.highlevel.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.crm.highlevel.conformance.OpenApiConformance;
import dev.interlock.crm.highlevel.conformance.SeenAnswer;
import dev.interlock.crm.highlevel.conformance.StubbedHighLevel;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// How our app asks for tokens.
class OAuthCallsTest {
  private static final String TOKENS =
      """
      {"access_token": "a1", "token_type": "Bearer", "expires_in": 86399, "refresh_token": "r1",
       "scope": "contacts.readonly contacts.write", "userType": "Location", "companyId": "com1",
       "locationId": "loc1", "userId": "usr1"}
      """;

  @RegisterExtension static final StubbedHighLevel CRM = new StubbedHighLevel();

  private final HighLevelConnection connection =
      HighLevelConnection.open(ApiConfig.at(CRM.address()));
  private final OAuthCalls calls =
      connection.oauth("app1-x", "s&cret", TokenSource.fixed(new AccessToken("company-token")));

  @AfterEach
  void disconnect() {
    connection.close();
  }

  private void asTheVendorDescribes(String answer) {
    var vendor = OpenApiConformance.orSkip();
    assertThat(vendor.violations(CRM.onlyRequest(), SeenAnswer.json(200, answer))).isEmpty();
  }

  @Test
  void exchangesACode() {
    CRM.answers(jsonResponse(TOKENS, 200));

    var answer = calls.exchange("c0de+1", "https://app.test/oauth/callback");

    var tokens = answer.success().orElseThrow();
    assertThat(tokens.isForCompany()).isFalse();
    assertThat(tokens.locationId()).isEqualTo("loc1");
    assertThat(tokens.scopes()).containsExactlyInAnyOrder("contacts.readonly", "contacts.write");
    assertThat(CRM.onlyRequest().body())
        .isEqualTo(
            "client_id=app1-x&client_secret=s%26cret&grant_type=authorization_code"
                + "&code=c0de%2B1&redirect_uri=https%3A%2F%2Fapp.test%2Foauth%2Fcallback");
    assertThat(CRM.onlyRequest().headers()).doesNotContainKeys("authorization", "version");
    asTheVendorDescribes(TOKENS);
  }

  @Test
  void refreshesAPair() {
    CRM.answers(jsonResponse(TOKENS, 200));

    assertThat(calls.refresh("r0", "Location").success()).isPresent();

    assertThat(CRM.onlyRequest().body())
        .isEqualTo(
            "client_id=app1-x&client_secret=s%26cret&grant_type=refresh_token"
                + "&refresh_token=r0&user_type=Location");
    asTheVendorDescribes(TOKENS);
  }

  @Test
  void mintsWithTheCompanysToken() {
    String minted =
        """
        {"access_token": "a2", "token_type": "Bearer", "expires_in": 86399, "scope": "x",
         "locationId": "loc1", "userId": "usr1"}
        """;
    CRM.answers(jsonResponse(minted, 200));

    assertThat(calls.mint("com1", "loc1").success().orElseThrow().refresh()).isEmpty();

    assertThat(CRM.onlyRequest().body()).isEqualTo("companyId=com1&locationId=loc1");
    assertThat(CRM.onlyRequest().headers())
        .containsEntry("authorization", "Bearer company-token")
        .containsEntry("version", "2021-07-28");
    asTheVendorDescribes(minted);
  }

  @Test
  void readsWhereTheAppIsInstalled() {
    String rows =
        """
        {"locations": [{"_id": "loc1", "name": "Riverside", "address": "1 Main St",
         "isInstalled": true, "versionId": "v1"}], "count": 1, "installToFutureLocations": false}
        """;
    CRM.answers(jsonResponse(rows, 200));

    assertThat(calls.installed("com1", "app1", 0, 100).success())
        .contains(List.of(new WireInstalledLocation("loc1", "Riverside", true, "v1")));

    asTheVendorDescribes(rows);
  }

  @Test
  void understandsAnAnswerThatLacksNearlyEverything() {
    CRM.answersJson("{\"access_token\": \"a1\"}");

    var tokens = calls.exchange("c1", "").success().orElseThrow();

    assertThat(tokens.isForCompany()).isTrue();
    assertThat(tokens.companyId()).isEmpty();
    assertThat(tokens.seconds()).isEqualTo(86_399);
    assertThat(tokens.scopes()).isEmpty();
    assertThat(CRM.onlyRequest().body()).doesNotContain("redirect_uri");
  }

  @Test
  void doesNotTakeATokenThatNoHeaderCanCarry() {
    CRM.answersJson("{\"access_token\": \"a1\\nX-Evil: 1\", \"locationId\": \"loc1\"}");

    assertThat(calls.exchange("c1", "")).isInstanceOf(Answer.Failed.class);
  }
}
