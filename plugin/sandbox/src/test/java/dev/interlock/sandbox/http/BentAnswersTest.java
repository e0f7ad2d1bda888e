package dev.interlock.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.sandbox.Crm;
import dev.interlock.sandbox.DemoWorld;
import dev.interlock.sandbox.Sandbox;
import dev.interlock.sandbox.deviation.Deviation;
import dev.interlock.sandbox.time.SandboxClock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The sandbox really does differ where it was told to.
class BentAnswersTest {
  private Optional<Sandbox> open = Optional.empty();

  private Crm crm(Deviation... deviations) {
    var clock = SandboxClock.standingAt(DemoWorld.BEGIN);
    var ways = EnumSet.noneOf(Deviation.class);
    ways.addAll(List.of(deviations));
    var sandbox = Sandbox.start(DemoWorld.config(clock, 1).deviating(ways));
    open = Optional.of(sandbox);
    return Crm.of(sandbox).unchecked();
  }

  @AfterEach
  void close() {
    open.ifPresent(Sandbox::close);
  }

  private String message(Crm crm) {
    String contact = crm.contact("Ada", "+13015550100");
    return crm.post(
            "/conversations/messages",
            "{\"type\": \"SMS\", \"contactId\": \"%s\", \"message\": \"Hello\"}".formatted(contact))
        .is(200)
        .text("/messageId");
  }

  @Test
  void aMessageIsFlat() {
    var crm = crm(Deviation.FLAT_MESSAGES);
    String id = message(crm);

    assertThat(crm.get("/conversations/messages/" + id).text("/id")).isEqualTo(id);
  }

  @Test
  void whatIsNotThereIsAnsweredInOtherWays() {
    var crm = crm(Deviation.NOT_FOUND_400, Deviation.MESSAGE_LIST);
    var answer = crm.get("/contacts/nobody").is(400);
    assertThat(answer.text("/message/0")).contains("not found");
    open.orElseThrow().close();

    assertThat(crm(Deviation.V3_ERRORS).get("/contacts/nobody").is(404).text("/error/message"))
        .contains("not found");
    open.orElseThrow().close();

    crm(Deviation.WRONG_ID_500).get("/conversations/messages/none").is(500);
  }

  @Test
  void aContactIsCreatedAndRefusedAllTheSame() {
    crm(Deviation.CREATED_422)
        .post(
            "/contacts/",
            "{\"locationId\": \"%s\", \"phone\": \"+13015550100\"}"
                .formatted(DemoWorld.LOCATION_ID))
        .is(422);

    assertThat(open.orElseThrow().records().contacts()).hasSize(1);
  }

  @Test
  void successIsSpeltAsAsked() {
    var crm = crm(Deviation.SUCCEEDED);
    String contact = crm.contact("Ada", "+13015550100");

    var answer = crm.delete("/contacts/" + contact);
    assertThat(answer.body().has("succeeded")).isTrue();
    assertThat(answer.body().has("succeded")).isFalse();
  }

  @Test
  void limitsAndTimeZoneAreNotTold() {
    var answer =
        crm(Deviation.NO_LIMITS, Deviation.NO_TIMEZONE).get("/locations/" + DemoWorld.LOCATION_ID);

    assertThat(answer.is(200).header("X-RateLimit-Remaining")).isEmpty();
    assertThat(answer.body().at("/location/timezone").asString("?")).isEmpty();
  }

  @Test
  void everyThirdReadingFails() {
    var crm = crm(Deviation.FAILED_READS);
    String contact = crm.contact("Ada", "+13015550100");

    crm.get("/contacts/" + contact).is(502);
    crm.get("/contacts/" + contact).is(200);
    crm.get("/contacts/" + contact).is(200);
    crm.get("/contacts/" + contact).is(502);
  }
}
