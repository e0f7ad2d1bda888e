package dev.interlock.crm.highlevel;

import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.interlock.contract.contact.ContactId;
import dev.interlock.crm.Deed;
import dev.interlock.crm.Sent;
import dev.interlock.crm.highlevel.conformance.SeenRequest;
import dev.interlock.crm.highlevel.conformance.StubbedHighLevel;
import dev.interlock.crm.highlevel.wire.AccessToken;
import dev.interlock.crm.highlevel.wire.ApiConfig;
import dev.interlock.crm.highlevel.wire.HighLevelConnection;
import dev.interlock.crm.highlevel.wire.TokenSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// An account whose answers a test lays down one by one, with a contact `contact1` in it.
final class AccountOnStubs implements AutoCloseable, InstantSource {
  static final ContactId ANN = new ContactId("contact1");
  static final Instant BEGIN = Instant.parse("2026-11-02T12:00:00Z");

  private final StubbedHighLevel server;
  private final HighLevelConnection connection;
  private final HighLevelCrm crm;
  private Instant now = BEGIN;

  private AccountOnStubs(StubbedHighLevel server) {
    this.server = server;
    connection = HighLevelConnection.open(ApiConfig.at(server.address()), this);
    var api = connection.location("loc1", TokenSource.fixed(new AccessToken("secret")));
    crm = HighLevelCrm.of("loc1", api, this);
  }

  static AccountOnStubs open(StubbedHighLevel server) {
    var account = new AccountOnStubs(server);
    return account
        .answering("GET", "/contacts/contact1", "{\"contact\": {\"id\": \"contact1\"}}")
        .answering(
            "GET",
            "/locations/loc1",
            """
            {"location": {"id": "loc1", "name": "Practice", "timezone": "America/New_York"}}
            """)
        .answering("GET", "/locations/loc1/customFields", "{\"customFields\": []}")
        .answering("GET", "/calendars/", "{\"calendars\": []}")
        .answering("GET", "/users/", "{\"users\": [{\"id\": \"user1\", \"name\": \"Dana Desk\"}]}")
        .answering("GET", "/workflows/", "{\"workflows\": []}")
        .answering("GET", "/opportunities/search", "{\"opportunities\": []}")
        .answering(
            "GET",
            "/opportunities/pipelines",
            """
            {"pipelines": [
              {"id": "pipe1", "name": "Sales", "stages": [
                {"id": "stage1", "name": "New", "position": 0},
                {"id": "stage9", "name": "Negotiation", "position": 1},
                {"id": "stage2", "name": "Booked", "position": 2}]},
              {"id": "pipe2", "name": "Service", "stages": [
                {"id": "stage3", "name": "Open", "position": 0}]}]}
            """);
  }

  AccountOnStubs answering(String method, String path, String json) {
    return answering(method, path, 200, json);
  }

  AccountOnStubs answering(String method, String path, int status, String json) {
    return answering(method, path, jsonResponse(json, status));
  }

  /// Lays an answer down; one that was there before is forgotten.
  AccountOnStubs answering(String method, String path, ResponseDefinitionBuilder answer) {
    server.answers(request(method, urlPathEqualTo(path)).willReturn(answer));
    return this;
  }

  HighLevelCrm crm() {
    return crm;
  }

  Sent carryOut(Deed deed) {
    return crm.carryOut(ANN, deed);
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /// What was asked for, as in `GET /contacts/contact1`.
  List<String> asked() {
    return server.requests().stream().map(each -> each.method() + " " + each.path()).toList();
  }

  /// The body of the last request of this kind.
  String body(String asked) {
    return server.requests().stream()
        .filter(each -> (each.method() + " " + each.path()).equals(asked))
        .reduce((_, last) -> last)
        .map(SeenRequest::body)
        .orElseThrow();
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public void close() {
    connection.close();
  }
}
