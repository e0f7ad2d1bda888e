package dev.interlock.crm.highlevel.conformance;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.Extension;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import dev.interlock.crm.highlevel.wire.TriggerAddresses;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// HighLevel played by WireMock, one server for a test class. Register it as a static extension.
///
/// Where the vendor's OpenAPI files are at hand, every request that arrives is held against them,
/// and a test whose requests differ from them fails.
public final class StubbedHighLevel
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
  private final WireMockServer server;
  private final List<Violation> violations = new CopyOnWriteArrayList<>();

  public StubbedHighLevel() {
    this(new Extension[0]);
  }

  private StubbedHighLevel(Extension... extensions) {
    var config = wireMockConfig().dynamicPort().bindAddress("127.0.0.1").extensions(extensions);
    server = new WireMockServer(config);
  }

  /// A server whose stubs may have their answers made by this.
  public static StubbedHighLevel with(ResponseDefinitionTransformerV2 answers) {
    return new StubbedHighLevel(answers);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    server.addMockServiceRequestListener((request, _) -> check(request));
    server.start();
  }

  /// Addresses of triggers come with the trigger and are in no description.
  private void check(Request request) {
    if (request.getUrl().startsWith(TriggerAddresses.PATH)) {
      return;
    }
    OpenApiConformance.here()
        .ifPresent(vendor -> violations.addAll(vendor.violations(seen(request))));
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    server.resetAll();
    violations.clear();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    assertThat(violations).as("differences from the vendor's description").isEmpty();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    server.stop();
  }

  /// Where the API is.
  public URI address() {
    return URI.create(server.baseUrl());
  }

  /// Answers every request alike.
  public void answers(ResponseDefinitionBuilder answer) {
    server.stubFor(any(anyUrl()).willReturn(answer));
  }

  /// Answers every request with this JSON.
  public void answersJson(String body) {
    answers(okJson(body));
  }

  /// Any stub of WireMock's.
  public void answers(MappingBuilder stub) {
    server.stubFor(stub);
  }

  /// The requests that arrived, in their order.
  public List<SeenRequest> requests() {
    return server.getServeEvents().getRequests().reversed().stream()
        .map(event -> seen(event.getRequest()))
        .toList();
  }

  /// The only request that arrived.
  public SeenRequest onlyRequest() {
    assertThat(requests()).hasSize(1);
    return requests().getFirst();
  }

  private static SeenRequest seen(Request request) {
    return SeenRequest.of(
        request.getMethod().value(), request.getUrl(), headers(request), request.getBodyAsString());
  }

  private static Map<String, String> headers(Request request) {
    var headers = new LinkedHashMap<String, String>();
    request.getHeaders().all().forEach(header -> headers.put(header.key(), header.firstValue()));
    return headers;
  }
}
