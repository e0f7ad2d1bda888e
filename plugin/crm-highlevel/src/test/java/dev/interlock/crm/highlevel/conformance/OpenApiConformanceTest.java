package dev.interlock.crm.highlevel.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenApiConformanceTest {
  private static final Map<String, String> HEADERS =
      Map.of(
          "Authorization", "Bearer secret",
          "Version", "2021-07-28",
          "Content-Type", "application/json");

  private static final String TASK =
      """
      {"title": "Call", "dueDate": "2026-11-02T12:00:00Z", "completed": false}
      """;

  private OpenApiConformance vendor;

  @BeforeEach
  void needsTheVendorsFiles() {
    vendor = OpenApiConformance.orSkip();
  }

  @Test
  void findsNothingWrongInACorrectRequest() {
    assertThat(vendor.violations(post("/contacts/c1/tasks", TASK))).isEmpty();
  }

  @Test
  void reportsARouteThatIsNotDescribed() {
    assertThat(places(post("/contacts/c1/jobs", TASK)))
        .containsExactly("ROUTE /contacts/c1/jobs route");
  }

  @Test
  void mindsTrailingSlashes() {
    assertThat(places(post("/contacts", "{\"locationId\": \"loc1\"}")))
        .containsExactly("ROUTE /contacts route");
  }

  @Test
  void prefersThePathThatIsSpelledOutToAPlaceholder() {
    var search = get("/contacts/search/duplicate?locationId=loc1&number=%2B1555");
    assertThat(vendor.violations(search)).isEmpty();
  }

  @Test
  void reportsAMissingTokenAndAWrongVersion() {
    var headers = new LinkedHashMap<>(HEADERS);
    headers.remove("Authorization");
    headers.put("Version", "2021-04-15");
    var request = SeenRequest.of("GET", "/contacts/c1", headers, "");
    assertThat(places(request))
        .containsExactly("HEADER Authorization required", "HEADER Version enum");
  }

  @Test
  void reportsMissingUnknownRepeatedAndMistypedParameters() {
    assertThat(places(get("/opportunities/search?limit=many&pipelineId=p&status=all&status=won")))
        .containsExactlyInAnyOrder(
            "QUERY location_id required",
            "QUERY limit type",
            "QUERY pipelineId unknown",
            "QUERY status single");
  }

  @Test
  void reportsMissingMistypedAndMisspeltMembers() {
    var request =
        post("/contacts/c1/tasks", "{\"title\": 7, \"completed\": false, \"due\": \"x\"}");
    assertThat(places(request))
        .containsExactlyInAnyOrder(
            "REQUEST_BODY /dueDate required",
            "REQUEST_BODY /title type",
            "REQUEST_BODY /due unknown");
  }

  @Test
  void reportsABodyThatIsNoJsonAndOneWhereNoneBelongs() {
    assertThat(places(post("/contacts/c1/tasks", "title=Call")))
        .containsExactly("REQUEST_BODY  json");
    var request = SeenRequest.of("GET", "/contacts/c1", HEADERS, "{}");
    assertThat(places(request)).containsExactly("REQUEST_BODY  none");
  }

  @Test
  void reportsAWrongStatusAWrongTypeAndAWrongBody() {
    var request = post("/contacts/c1/tasks", TASK);
    assertThat(places(request, SeenAnswer.json(200, "{}"))).containsExactly("STATUS  status");
    assertThat(places(request, new SeenAnswer(201, "text/html", "<p>")))
        .containsExactly("ANSWER_BODY  json");
    assertThat(places(request, SeenAnswer.json(201, "{\"task\": {\"id\": 7}}")))
        .containsExactly("ANSWER_BODY /task/id type");
  }

  @Test
  void looksIntoSchemasSharedBetweenFiles() {
    var answer = SeenAnswer.json(400, "{\"statusCode\": \"four hundred\"}");
    assertThat(places(get("/contacts/c1"), answer)).containsExactly("ANSWER_BODY /statusCode type");
  }

  @Test
  void acceptsTheErrorsThatTheVendorNeverDescribes() {
    assertThat(places(get("/contacts/c1"), SeenAnswer.json(429, "{}"))).isEmpty();
    assertThat(places(get("/contacts/c1"), SeenAnswer.json(502, "oops"))).isEmpty();
  }

  @Test
  void looksOneLevelDeeperWhereAnswersReallyAreNested() {
    var headers = new LinkedHashMap<>(HEADERS);
    headers.put("Version", "2021-04-15");
    var request = SeenRequest.of("GET", "/conversations/conv1/messages", headers, "");
    var flat =
        SeenAnswer.json(200, "{\"messages\": [], \"lastMessageId\": \"m\", \"nextPage\": false}");
    assertThat(places(request, flat)).isNotEmpty();
    var nested = SeenAnswer.json(200, "{\"messages\": " + flat.body() + "}");
    assertThat(places(request, nested)).isEmpty();
  }

  private static SeenRequest get(String target) {
    var headers = new LinkedHashMap<>(HEADERS);
    headers.remove("Content-Type");
    return SeenRequest.of("GET", target, headers, "");
  }

  private static SeenRequest post(String target, String body) {
    return SeenRequest.of("POST", target, HEADERS, body);
  }

  private List<String> places(SeenRequest request) {
    return brief(vendor.violations(request));
  }

  private List<String> places(SeenRequest request, SeenAnswer answer) {
    return brief(vendor.violations(request, answer));
  }

  private static List<String> brief(List<Violation> violations) {
    return violations.stream()
        .map(found -> found.part() + " " + found.place() + " " + found.rule())
        .toList();
  }
}
