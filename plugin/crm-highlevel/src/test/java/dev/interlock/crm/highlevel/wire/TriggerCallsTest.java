package dev.interlock.crm.highlevel.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.crm.highlevel.conformance.StubbedHighLevel;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where a token goes along to triggers, and where it does not.
class TriggerCallsTest {
  @RegisterExtension static final StubbedHighLevel CRM = new StubbedHighLevel();

  private static final String VENDOR =
      "https://services.leadconnectorhq.com/workflows-marketplace/triggers/execute/";

  private final HighLevelConnection connection =
      HighLevelConnection.open(ApiConfig.at(CRM.address()));
  private final TriggerCalls triggers =
      connection.location("loc1", TokenSource.fixed(new AccessToken("secret"))).triggers();

  @AfterEach
  void disconnect() {
    connection.close();
  }

  @Test
  void postsToTheVeryAddressWithTheToken() {
    CRM.answersJson("{\"succeded\": true}");
    String address = CRM.address() + TriggerAddresses.PATH + "abc/def?v=1";

    var answer = triggers.execute(address, new TriggerEvent("def", Map.of("exit", "booked")));

    assertThat(answer).isInstanceOf(Answer.Ok.class);
    var request = CRM.onlyRequest();
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path()).isEqualTo(TriggerAddresses.PATH + "abc/def");
    assertThat(request.headers()).containsEntry("authorization", "Bearer secret");
    assertThat(Json.parse(request.body())).isEqualTo(Json.parse("{\"exit\": \"booked\"}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc/def", "abc", "abc/def/", "a.b~c:d/e-f_g", "abc/def?x=1"})
  void takesTheVendorsOwn(String rest) {
    assertThat(triggers.whyNot(VENDOR + rest)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no address",
        "ftp://services.leadconnectorhq.com/workflows-marketplace/triggers/execute/a",
        "http://services.leadconnectorhq.com/workflows-marketplace/triggers/execute/a",
        "https://services.leadconnectorhq.com:8443/workflows-marketplace/triggers/execute/a",
        "https://services.leadconnectorhq.com.evil.example/workflows-marketplace/triggers/execute/a",
        "https://evil.example/workflows-marketplace/triggers/execute/a",
        "https://services.leadconnectorhq.com@evil.example/workflows-marketplace/triggers/execute/a",
        "https://u:p@services.leadconnectorhq.com/workflows-marketplace/triggers/execute/a",
        "https://services.leadconnectorhq.com/workflows-marketplace/triggers/execute/",
        "https://services.leadconnectorhq.com/workflows-marketplace/triggers/executed/a",
        "https://services.leadconnectorhq.com/contacts/",
        "https://services.leadconnectorhq.com/workflows-marketplace/triggers/execute/../../../contacts/",
        "https://services.leadconnectorhq.com/workflows-marketplace/triggers/execute/%2e%2e/%2e%2e/a",
        "https://services.leadconnectorhq.com/workflows-marketplace/triggers/execute/..%2f..%2fcontacts",
        "https://services.leadconnectorhq.com/workflows-marketplace/triggers/execute/a#b",
        "https://127.0.0.1/workflows-marketplace/triggers/execute/a",
        "http://169.254.169.254/workflows-marketplace/triggers/execute/a"
      })
  void takesNoOther(String address) {
    assertThat(triggers.whyNot(address).orElseThrow()).contains("targetUrl");
    assertThatThrownBy(() -> triggers.execute(address, new TriggerEvent("t", Map.of())))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(CRM.requests()).isEmpty();
  }

  @Test
  void thisMachineIsOnlyMeantWhereTheApiIsOnIt() {
    var real = ApiConfig.at(ApiConfig.VENDOR).triggers();

    assertThat(real.whyNot(VENDOR + "a")).isEmpty();
    assertThat(real.whyNot(CRM.address() + TriggerAddresses.PATH + "a")).isPresent();
  }

  @Test
  void otherAddressesMayBeSetButNoneWithoutEncryption() {
    var config = ApiConfig.at(ApiConfig.VENDOR);

    var moved = config.triggersAt(List.of(URI.create("https://other.example/fire/"))).triggers();

    assertThat(moved.whyNot("https://other.example/fire/a")).isEmpty();
    assertThat(moved.whyNot(VENDOR + "a")).isPresent();
    for (String wrong :
        List.of(
            "http://other.example/fire/",
            "https://other.example/fire",
            "other",
            "https://a:b@c/d/")) {
      assertThatThrownBy(() -> config.triggersAt(List.of(URI.create(wrong))))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
