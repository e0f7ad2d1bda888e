package dev.interlock.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.crm.highlevel.conformance.OpenApiConformance;
import dev.interlock.crm.highlevel.conformance.SeenAnswer;
import dev.interlock.crm.highlevel.conformance.SeenRequest;
import dev.interlock.crm.highlevel.conformance.Violation.Part;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A caller of the sandbox's API, by plain HTTP.
///
/// Where the vendor's OpenAPI files are at hand, it holds every answer against them, and every
/// request too, unless that is meant to be wrong.
public final class Crm {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Set<Part> ANSWER = EnumSet.of(Part.STATUS, Part.ANSWER_BODY);

  private final URI url;
  private final String token;
  private final Set<Part> checked;

  private Crm(URI url, String token, Set<Part> checked) {
    this.url = url;
    this.token = token;
    this.checked = checked;
  }

  /// A caller with the demo's token.
  public static Crm of(Sandbox sandbox) {
    return at(sandbox.url(), DemoWorld.TOKEN);
  }

  /// A caller with any token.
  public static Crm at(URI url, String token) {
    return new Crm(url, token, EnumSet.allOf(Part.class));
  }

  /// The same caller with another token.
  public Crm with(String otherToken) {
    return new Crm(url, otherToken, checked);
  }

  /// The same caller, making mistakes: only the answers are checked.
  public Crm mistaken() {
    return new Crm(url, token, ANSWER);
  }

  /// The same caller, asking for what the vendor does not describe.
  public Crm unchecked() {
    return new Crm(url, token, EnumSet.noneOf(Part.class));
  }

  /// What came back.
  public record Reply(int status, JsonNode body, HttpResponse<String> response) {
    /// The same reply, which has to have a status.
    public Reply is(int wanted) {
      assertThat(status).as(() -> body.toString()).isEqualTo(wanted);
      return this;
    }

    /// The text at a path such as `/contact/id`.
    public String text(String pointer) {
      return body.at(pointer).asString("");
    }

    /// A header; empty when there is none.
    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  public Reply get(String target) {
    return call("GET", target, "");
  }

  public Reply post(String target, String body) {
    return call("POST", target, body);
  }

  public Reply put(String target, String body) {
    return call("PUT", target, body);
  }

  public Reply delete(String target, String body) {
    return call("DELETE", target, body);
  }

  public Reply delete(String target) {
    return call("DELETE", target, "");
  }

  private Reply call(String method, String target, String body) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Authorization", "Bearer " + token);
    headers.put("Version", version(target));
    headers.put("Accept", "application/json");
    if (!body.isEmpty()) {
      headers.put("Content-Type", "application/json");
    }
    return call(method, target, headers, Optional.of(body).filter(text -> !text.isEmpty()));
  }

  /// A call with exactly these headers.
  public Reply call(
      String method, String target, Map<String, String> headers, Optional<String> body) {
    var request =
        HttpRequest.newBuilder(url.resolve(target))
            .method(method, body.map(BodyPublishers::ofString).orElse(BodyPublishers.noBody()));
    headers.forEach(request::header);
    try {
      var response = CLIENT.send(request.build(), BodyHandlers.ofString());
      check(SeenRequest.of(method, target, headers, body.orElse("")), response);
      return new Reply(response.statusCode(), MAPPER.readTree(response.body()), response);
    } catch (IOException cause) {
      throw new IllegalStateException("the sandbox does not answer", cause);
    } catch (InterruptedException cause) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", cause);
    }
  }

  private void check(SeenRequest request, HttpResponse<String> response) {
    if (checked.isEmpty()) {
      return;
    }
    var type = response.headers().firstValue("Content-Type").orElse("");
    var answer = new SeenAnswer(response.statusCode(), type, response.body());
    OpenApiConformance.here()
        .ifPresent(vendor -> {
          assertThat(vendor.undescribed(request, answer)).as(response.body()).isEmpty();
          assertThat(vendor.violations(request, answer))
              .as("%s %s: %s", request.method(), request.path(), response.body())
              .filteredOn(violation -> checked.contains(violation.part()))
              .isEmpty();
        });
  }

  private static String version(String target) {
    return target.startsWith("/conversations") || target.startsWith("/calendars")
        ? "2021-04-15"
        : "2021-07-28";
  }

  /// Makes a contact and returns its id.
  public String contact(String firstName, String phone) {
    return post(
            "/contacts/",
            """
            {"locationId": "%s", "firstName": "%s", "phone": "%s"}\
            """
                .formatted(DemoWorld.LOCATION_ID, firstName, phone))
        .is(201)
        .text("/contact/id");
  }
}
