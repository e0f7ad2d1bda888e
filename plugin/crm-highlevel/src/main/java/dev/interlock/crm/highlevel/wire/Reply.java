package dev.interlock.crm.highlevel.wire;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import okhttp3.Response;

/// What came back: a status, and a body that may be worth nothing.
///
/// @param flaw why the body could not be read, empty when it could
record Reply(Head head, Json json, String flaw) {

  /// What came before the body.
  ///
  /// @param retryAfter the header of that name, empty when there was none
  record Head(int status, RateLimits limits, String retryAfter, Optional<Instant> date) {
    static Head of(Response response) {
      Date date = response.headers().getDate("Date");
      return new Head(
          response.code(),
          RateLimits.of(response::header),
          requireNonNullElse(response.header("Retry-After"), ""),
          Optional.ofNullable(date).map(Date::toInstant));
    }
  }

  static Reply of(Response response, int largestBody) {
    var head = Head.of(response);
    try (var body = response.body().source()) {
      if (body.request(largestBody + 1L)) {
        String flaw = "the body is larger than " + largestBody + " bytes";
        return new Reply(head, Json.NOTHING, flaw);
      }
      byte[] bytes = body.readByteArray();
      Json json = bytes.length == 0 ? Json.NOTHING : Json.parse(bytes);
      return new Reply(head, json, "");
    } catch (IOException broken) {
      String flaw = "the body broke off (" + broken.getClass().getSimpleName() + ")";
      return new Reply(head, Json.NOTHING, flaw);
    } catch (WrongShapeException wrong) {
      return new Reply(head, Json.NOTHING, wrong.flaw());
    }
  }

  Envelope envelope() {
    return new Envelope(head.status(), json.text("traceId").orElse(""), head.limits(), head.date());
  }

  /// The status that counts: a body may speak of an error under a status that does not.
  int status() {
    return isSuccess(head.status()) ? errorInBody().orElse(head.status()) : head.status();
  }

  boolean isSuccess() {
    return isSuccess(status());
  }

  /// Whether the body says `succeeded: false`, in one of the three ways of spelling it.
  boolean deniesSuccess() {
    return Stream.of("succeded", "succeeded", "success")
        .anyMatch(key -> json.flag(key).filter(done -> !done).isPresent());
  }

  /// The CRM's own words about a failure.
  List<String> messages() {
    return Stream.of(
            json.texts("message"),
            json.texts("msg"),
            json.at("error").texts("message"),
            json.texts("error"))
        .filter(texts -> !texts.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  String code() {
    return json.firstText("code").or(() -> json.at("error").text("code")).orElse("");
  }

  Json meta() {
    return json.at("meta");
  }

  private OptionalInt errorInBody() {
    return Stream.of("statusCode", "status")
        .map(json::at)
        .filter(Json::isNumber)
        .flatMap(number -> number.number().stream())
        .mapToInt(BigDecimal::intValue)
        .filter(status -> status >= 400 && status < 600)
        .findFirst();
  }

  private static boolean isSuccess(int status) {
    return status >= 200 && status < 300;
  }
}
