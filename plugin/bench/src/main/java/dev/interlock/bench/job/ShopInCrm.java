package dev.interlock.bench.job;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/// What the loopback CRM has in it, and its ledger of what was done to it. For one thread.
final class ShopInCrm {
  static final String LOCATION = "BenchStreetShop00001";
  private static final String TRACE = "\"traceId\":\"0b2c9f4e-52f5-4b86-9f0e-4f3d2a1c7e65\"";

  private static final int KNOWN = 1;
  private static final int WELCOMED = 2;
  private static final int TEXTED = 4;

  private static final Map<String, String> FIXED =
      Map.ofEntries(
          fixed(
              "GET /locations/" + LOCATION,
              """
              "location":{"id":"%s","name":"Bench Street Shop","phone":"+15550000000",\
              "timezone":"America/New_York","settings":{"allowDuplicateContact":false}}\
              """
                  .formatted(LOCATION)),
          fixed("GET /locations/" + LOCATION + "/tags", "\"tags\":[]"),
          fixed("GET /locations/" + LOCATION + "/customFields", "\"customFields\":[]"),
          fixed("GET /locations/" + LOCATION + "/customValues", "\"customValues\":[]"),
          fixed("GET /opportunities/pipelines", "\"pipelines\":[]"),
          fixed("GET /calendars/", "\"calendars\":[]"),
          fixed("GET /workflows/", "\"workflows\":[]"),
          fixed("POST /contacts/search", "\"contacts\":[],\"total\":0"),
          fixed(
              "GET /users/",
              """
              "users":[{"id":"user0000000000000001","name":"Ana Ruiz","firstName":"Ana",\
              "lastName":"Ruiz","email":"ana@shop.example","roles":{"role":"user"}}]\
              """));

  private final Map<String, Integer> marks = new HashMap<>();
  private long calls;
  private long messages;
  private long twice;
  private long readBack;

  private static Map.Entry<String, String> fixed(String request, String members) {
    return Map.entry(request, "{" + members + "," + TRACE + "}");
  }

  /// Answers a request.
  ///
  /// @param bytes the request, from its first byte on
  ByteBuffer answer(byte[] bytes, int end) {
    String request = request(bytes);
    if (request.equals("GET /bench/counts")) {
      return HttpBytes.answer(
          200,
          "{\"calls\":%d,\"messages\":%d,\"twice\":%d,\"readBack\":%d}"
              .formatted(calls, messages, twice, readBack));
    }
    calls++;
    String fixed = FIXED.get(request);
    return fixed == null ? asked(request, bytes, end) : HttpBytes.answer(200, fixed);
  }

  /// Method and path, without a query.
  private static String request(byte[] bytes) {
    int at = 0;
    while (bytes[at] != ' ') {
      at++;
    }
    at++;
    while (bytes[at] != ' ' && bytes[at] != '?') {
      at++;
    }
    return HttpBytes.text(bytes, 0, at);
  }

  private ByteBuffer asked(String request, byte[] bytes, int end) {
    if (request.equals("POST /conversations/messages")) {
      return sent(body(bytes, end));
    }
    String[] parts = request.split("/", -1);
    if (request.startsWith("GET /contacts/") && parts.length == 3) {
      return HttpBytes.answer(200, contact(parts[2]));
    }
    if (request.startsWith("POST /contacts/") && request.endsWith("/tags")) {
      return tagged(parts[2], body(bytes, end));
    }
    return HttpBytes.answer(404, "{\"statusCode\":404,\"message\":\"Not Found\"," + TRACE + "}");
  }

  private static String body(byte[] bytes, int end) {
    return HttpBytes.text(bytes, HttpBytes.endOfHead(bytes, 0, end), end);
  }

  private ByteBuffer sent(String body) {
    int id = body.indexOf("\"contactId\":\"") + 13;
    String contact = body.substring(id, body.indexOf('"', id));
    messages++;
    if ((mark(contact, TEXTED) & TEXTED) != 0) {
      twice++;
    }
    return HttpBytes.answer(
        201,
        "{\"conversationId\":\"conv%s\",\"messageId\":\"message%013d\",\"msg\":\"Message queued successfully.\",%s}"
            .formatted(contact, messages, TRACE));
  }

  private ByteBuffer tagged(String contact, String body) {
    mark(contact, body.contains("\"known\"") ? KNOWN : WELCOMED);
    return HttpBytes.answer(201, "{\"tags\":[" + tags(contact) + "]," + TRACE + "}");
  }

  /// Marks a contact, and tells which marks it had.
  private int mark(String contact, int mark) {
    int before = marks.getOrDefault(contact, 0);
    marks.put(contact, before | mark);
    return before;
  }

  private String tags(String contact) {
    int mark = marks.getOrDefault(contact, 0);
    String known = (mark & KNOWN) != 0 ? "\"known\"" : "";
    String welcomed = (mark & WELCOMED) != 0 ? "\"welcomed\"" : "";
    return known + (known.isEmpty() || welcomed.isEmpty() ? "" : ",") + welcomed;
  }

  private String contact(String id) {
    if ((marks.getOrDefault(id, 0) & WELCOMED) != 0) {
      readBack++;
    }
    return """
    {"contact":{"id":"%s","locationId":"%s","firstName":"Joy","lastName":"Quinn",\
    "contactName":"Joy Quinn","email":"joy.quinn@mail.example","phone":"+15550001234",\
    "companyName":null,"source":"web form","type":"lead","assignedTo":null,"city":"Boston",\
    "state":"MA","postalCode":"02101","address1":"1 Bench Street","country":"US",\
    "timezone":"America/New_York","dnd":false,"tags":[%s],"customFields":[],\
    "dateAdded":"2026-11-02T13:00:00.000Z","dateUpdated":"2026-11-02T13:00:00.000Z"},%s}\
    """
        .formatted(id, LOCATION, tags(id), TRACE);
  }
}
