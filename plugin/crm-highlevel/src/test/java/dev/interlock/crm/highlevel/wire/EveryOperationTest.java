package dev.interlock.crm.highlevel.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;

import dev.interlock.crm.highlevel.conformance.Deviation;
import dev.interlock.crm.highlevel.conformance.KnownDeviations;
import dev.interlock.crm.highlevel.conformance.OpenApiConformance;
import dev.interlock.crm.highlevel.conformance.SeenAnswer;
import dev.interlock.crm.highlevel.conformance.SeenRequest;
import dev.interlock.crm.highlevel.conformance.StubbedHighLevel;
import dev.interlock.crm.highlevel.wire.Samples.Sample;
import java.util.HashSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Walks the table of operations: what each one sends, and that its usual answer is understood.
///
/// Those of OAuth are of the app and not of a location: see `OAuthCallsTest`. What the vendor does
/// not describe is in `TriggerCallsTest`.
class EveryOperationTest {
  @RegisterExtension static final StubbedHighLevel CRM = new StubbedHighLevel();

  private static HighLevelConnection connection;
  private static HighLevelApi api;

  @BeforeAll
  static void connect() {
    connection = HighLevelConnection.open(ApiConfig.at(CRM.address()));
    api = connection.location("loc1", TokenSource.fixed(new AccessToken("secret")));
  }

  @AfterAll
  static void disconnect() {
    connection.close();
  }

  @ParameterizedTest
  @EnumSource(
      names = {"TAKE_TOKENS", "MINT_LOCATION_TOKEN", "LIST_INSTALLED_LOCATIONS", "EXECUTE_TRIGGER"},
      mode = EXCLUDE)
  void sendsExactlyThisRequest(Operation operation) {
    Sample sample = Samples.of(operation);
    CRM.answers(jsonResponse(sample.answer(), sample.status()));

    var _ = sample.call().apply(api);

    SeenRequest request = CRM.onlyRequest();
    assertThat(request.method()).isEqualTo(operation.method().name());
    assertThat(request).isEqualTo(expected(sample, request));
    assertThat(request.headers())
        .containsEntry("authorization", "Bearer secret")
        .containsEntry("version", operation.version());
    if (!sample.body().isEmpty()) {
      assertThat(Json.parse(request.body())).isEqualTo(Json.parse(sample.body()));
      assertThat(request.headers()).containsEntry("content-type", "application/json");
    }
  }

  /// Same path and query; body and headers are looked at one by one.
  private static SeenRequest expected(Sample sample, SeenRequest request) {
    String body = sample.body().isEmpty() ? "" : request.body();
    return SeenRequest.of(request.method(), sample.target(), request.headers(), body);
  }

  @ParameterizedTest
  @EnumSource(
      names = {"TAKE_TOKENS", "MINT_LOCATION_TOKEN", "LIST_INSTALLED_LOCATIONS", "EXECUTE_TRIGGER"},
      mode = EXCLUDE)
  void understandsTheUsualAnswer(Operation operation) {
    Sample sample = Samples.of(operation);
    CRM.answers(jsonResponse(sample.answer(), sample.status()));

    Answer<?> answer = sample.call().apply(api);

    assertThat(answer).isInstanceOf(Answer.Ok.class);
    assertThat(answer.effect()).isEqualTo(operation.isRead() ? Effect.IMPOSSIBLE : Effect.CERTAIN);
  }

  @ParameterizedTest
  @EnumSource(
      names = {"TAKE_TOKENS", "MINT_LOCATION_TOKEN", "LIST_INSTALLED_LOCATIONS", "EXECUTE_TRIGGER"},
      mode = EXCLUDE)
  void usesSamplesThatTheVendorWouldRecognise(Operation operation) {
    var vendor = OpenApiConformance.orSkip();
    Sample sample = Samples.of(operation);
    CRM.answers(jsonResponse(sample.answer(), sample.status()));

    var _ = sample.call().apply(api);

    var answer = SeenAnswer.json(sample.status(), sample.answer());
    assertThat(vendor.violations(CRM.onlyRequest(), answer)).isEmpty();
  }

  @Test
  void excusesNothingInTheVendorsDescriptionThatNeedsNoExcuse() {
    var vendor = OpenApiConformance.orSkip();
    var needed = new HashSet<Deviation>();
    for (Sample sample : Samples.ALL) {
      CRM.answers(jsonResponse(sample.answer(), sample.status()));
      var _ = sample.call().apply(api);
      var answer = SeenAnswer.json(sample.status(), sample.answer());
      needed.addAll(vendor.excused(CRM.requests().getLast(), answer));
    }
    assertThat(needed).containsExactlyInAnyOrderElementsOf(KnownDeviations.ALL);
  }
}
