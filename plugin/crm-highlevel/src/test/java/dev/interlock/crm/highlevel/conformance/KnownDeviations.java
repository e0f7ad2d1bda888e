package dev.interlock.crm.highlevel.conformance;

import static dev.interlock.crm.highlevel.conformance.Violation.Part.ANSWER_BODY;
import static dev.interlock.crm.highlevel.conformance.Violation.Part.REQUEST_BODY;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What is wrong in the vendor's description, each with the reason why we believe it is.
///
/// One entry excuses one rule at one place of one operation. A test fails when one is not needed.
public final class KnownDeviations {
  private static final String QUEUED =
      "the call only queues: senders in the field neither give a status nor get one back";

  private static final String FILTERS =
      "the vendor's guide to this search, which the description links to, has filters and an order";

  private static final String DATE_AS_OBJECT =
      "described as an object with a date text for its example; it is that text";

  public static final List<Deviation> ALL =
      Stream.of(
              List.of(
                  new Deviation("send-a-new-message", REQUEST_BODY, "/status", "required", QUEUED),
                  new Deviation("send-a-new-message", ANSWER_BODY, "/status", "required", QUEUED),
                  new Deviation(
                      "send-a-new-message",
                      REQUEST_BODY,
                      "/subType",
                      "required",
                      "described as an object without members; senders in the field leave it out"),
                  new Deviation(
                      "update-contact",
                      REQUEST_BODY,
                      "/customFields/*/field_value",
                      "type",
                      "a number is described as an object with a number for its example"),
                  new Deviation(
                      "search-opportunities-advanced",
                      REQUEST_BODY,
                      "/filters",
                      "unknown",
                      FILTERS),
                  new Deviation(
                      "search-opportunities-advanced", REQUEST_BODY, "/sort", "unknown", FILTERS),
                  new Deviation(
                      "get-pipelines",
                      ANSWER_BODY,
                      "/pipelines/*/stages/*",
                      "type",
                      "described as a list of lists; it is a list of stages"),
                  new Deviation(
                      "get-slots",
                      ANSWER_BODY,
                      "/traceId",
                      "type",
                      "every member is described as a day; the trace id stands beside the days")),
              dates("get-calendar-events", "/events/*"),
              dates("get-appointment", "/event"))
          .flatMap(List::stream)
          .toList();

  /// Operations whose answers really lie one level deeper than described: the member they lie
  /// under. What is in there is checked as described. See issues 214 and 54 of the vendor's
  /// repository of descriptions.
  static final Map<String, String> NESTED =
      Map.of("get-message", "message", "get-messages", "messages");

  /// Members that the real API answers and the description does not have, by their operation. Those
  /// of refused requests stand in the vendor's help and in other people's issues: what a refusal is
  /// about, its code, and that a message cannot be sent.
  private static final Map<String, Set<String>> ADDED =
      Map.of(
          "get-access-token", Set.of("/refreshTokenId", "/error", "/error_description"),
          "get-location-access-token", Set.of("/refresh_token"),
          "create-contact", Set.of("/meta"),
          "create-opportunity", Set.of("/meta", "/code"),
          "send-a-new-message", Set.of("/status"),
          "search-conversation", Set.of("/conversations/*/lastMessageDate"));

  /// Every answer has one, described or not: support asks for it.
  private static final String TRACE = "/traceId";

  private KnownDeviations() {}

  /// Whether the real API is known to answer a member that is not described.
  static boolean isAdded(String operationId, String place) {
    return place.equals(TRACE) || ADDED.getOrDefault(operationId, Set.of()).contains(place);
  }

  private static List<Deviation> dates(String operationId, String event) {
    return Stream.of("startTime", "endTime", "dateAdded", "dateUpdated")
        .map(member ->
            new Deviation(operationId, ANSWER_BODY, event + "/" + member, "type", DATE_AS_OBJECT))
        .toList();
  }
}
