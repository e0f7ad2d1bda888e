package dev.interlock.crm.highlevel.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.event.Happening.FormSubmitted;
import dev.interlock.crm.Sighting;
import dev.interlock.crm.highlevel.wire.Json;
import dev.interlock.crm.highlevel.wire.WireSubmission;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// A form that a webhook tells and that is read as well counts once, whichever comes first.
class FormEventsTest {
  private static final Instant WATCHED = Instant.parse("2026-11-02T11:00:00Z");
  private static final Readout READING =
      new Readout(Instant.parse("2026-11-02T12:30:00Z"), WATCHED);

  private final Given given = new Given();

  private static String webhook(String id, String at, String named) {
    return """
    {"type": "InboundMessage", "locationId": "loc1", "direction": "inbound",
     "messageType": "FORM_SUBMISSION", "messageId": "%s", "contactId": "ann",
     "dateAdded": "%s" %s}
    """
        .formatted(id, at, named);
  }

  private static String byId(String id, String at) {
    return webhook(id, at, ", \"formId\": \"form1\"");
  }

  private static Sighting sighting(String id, String at, String form) {
    return READING
        .submission(
            new WireSubmission(
                Json.parse(
                    """
                    {"id": "%s", "contactId": "ann", "formId": "%s", "createdAt": "%s",
                     "name": "Ann", "email": "ann@example.com", "others": {"q": "my secret"}}
                    """
                        .formatted(id, form, at))))
        .orElseThrow();
  }

  private static String reading(String id, String at) {
    return sighting(id, at, "form1").text();
  }

  @Test
  void isFoundByReadingUnderTheNameThatPeopleSee() {
    assertThat(given.happened(reading("sub1", "2026-11-02T12:00:00Z")))
        .containsExactly(new FormSubmitted("Contact us"));
  }

  @Test
  void aFormThatHasNoNameAnyMoreIsToldByItsId() {
    assertThat(given.happened(sighting("sub1", "2026-11-02T12:00:00Z", "gone").text()))
        .containsExactly(new FormSubmitted("gone"));
  }

  @Test
  void whatWasWrittenIntoItGoesNoFurther() {
    assertThat(reading("sub1", "2026-11-02T12:00:00Z")).doesNotContain("secret", "ann@");
  }

  @Test
  void whatWasBeforeAnybodyWatchedIsNotFound() {
    var json = "{\"id\": \"s\", \"contactId\": \"ann\", \"createdAt\": \"2026-11-02T10:59:59Z\"}";

    assertThat(READING.submission(new WireSubmission(Json.parse(json)))).isEmpty();
  }

  @Test
  void theReadingOfWhatAWebhookToldIsNoNews() {
    assertThat(given.ids(byId("m1", "2026-11-02T12:00:01Z"))).containsExactly("form-submitted/m1");
    assertThat(given.ids(reading("sub1", "2026-11-02T12:00:00Z"))).isEmpty();
    assertThat(given.ids(reading("sub1", "2026-11-02T12:00:00Z"))).as("read again").isEmpty();
    assertThat(given.ids(byId("m1", "2026-11-02T12:00:01Z")))
        .as("delivered again")
        .containsExactly("form-submitted/m1");
  }

  @Test
  void aWebhookOfWhatWasReadIsNoNewsEither() {
    given.ids(reading("sub1", "2026-11-02T12:00:00Z"));

    assertThat(given.ids(byId("m1", "2026-11-02T12:00:01Z"))).isEmpty();
    assertThat(given.ids(reading("sub1", "2026-11-02T12:00:00Z")))
        .containsExactly("form-submitted/sub1");
  }

  @Test
  void twoSubmissionsAreTwo() {
    given.ids(byId("m1", "2026-11-02T12:00:01Z"));

    assertThat(given.ids(reading("sub1", "2026-11-02T12:00:00Z"))).isEmpty();
    assertThat(given.ids(reading("sub2", "2026-11-02T12:00:30Z"))).hasSize(1);
    assertThat(given.ids(byId("m3", "2026-11-02T12:20:00Z"))).hasSize(1);
  }

  @Test
  void anotherFormAtTheSameMomentIsAnother() {
    given.ids(webhook("m1", "2026-11-02T12:00:00Z", ", \"formName\": \"Quote\""));

    assertThat(given.ids(reading("sub1", "2026-11-02T12:00:00Z"))).hasSize(1);
  }

  @Test
  void norIsAFormWhoseNameEndsTheSameWayTheSame() {
    given.ids(webhook("m1", "2026-11-02T12:00:00Z", ", \"formName\": \"Please contact us\""));

    assertThat(given.ids(reading("sub1", "2026-11-02T12:00:00Z"))).hasSize(1);
  }

  @Test
  void theNameMayBeWrittenOtherwise() {
    given.ids(webhook("m1", "2026-11-02T12:00:00Z", ", \"formName\": \"CONTACT US\""));

    assertThat(given.ids(reading("sub1", "2026-11-02T12:00:00Z"))).isEmpty();
  }

  @Test
  void aWebhookThatDoesNotNameItsFormLeavesItToTheReading() {
    assertThat(given.ids(webhook("m1", "2026-11-02T12:00:00Z", ", \"subject\": \"New lead\"")))
        .isEmpty();
    assertThat(given.ids(webhook("m2", "2026-11-02T12:00:00Z", ", \"subject\": \"contact us\"")))
        .hasSize(1);
    assertThat(given.ids(reading("sub1", "2026-11-02T12:00:00Z"))).isEmpty();
  }
}
