package dev.interlock.crm.highlevel;

import static dev.interlock.crm.highlevel.AccountOnStubs.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.Appointment;
import dev.interlock.contract.contact.Consent;
import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.StandardFields;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.TagName;
import dev.interlock.crm.Crm.Detail;
import dev.interlock.crm.Cursor;
import dev.interlock.crm.Deed;
import dev.interlock.crm.Read;
import dev.interlock.crm.Sent;
import dev.interlock.crm.highlevel.conformance.StubbedHighLevel;
import dev.interlock.crm.highlevel.wire.Json;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What HighLevel's many ways of saying a thing come to.
class ReadContactTest {
  @RegisterExtension static final StubbedHighLevel CRM = new StubbedHighLevel();

  private static final String FIELDS =
      """
      {"customFields": [
        {"id": "f1", "name": "Renewal", "dataType": "DATE", "model": "contact"},
        {"id": "f2", "name": "Visits", "dataType": "NUMERICAL", "model": "contact"},
        {"id": "f3", "name": "Interests", "dataType": "MULTIPLE_OPTIONS", "model": "contact",
         "picklistOptions": ["Whitening", "Implants"]},
        {"id": "f4", "name": "Scan", "dataType": "FILE_UPLOAD", "model": "contact"},
        {"id": "f5", "name": "Twice", "dataType": "TEXT", "model": "contact"},
        {"id": "f6", "name": "Twice", "dataType": "TEXT", "model": "contact"},
        {"id": "f7", "name": "City", "dataType": "TEXT", "model": "contact"},
        {"id": "f8", "name": "Note", "fieldKey": "contact.note", "dataType": "TEXT"}]}
      """;

  private AccountOnStubs account;

  @BeforeEach
  void open() {
    account = AccountOnStubs.open(CRM).answering("GET", "/locations/loc1/customFields", FIELDS);
  }

  @AfterEach
  void close() {
    account.close();
  }

  @Test
  void takesAContactOfAnotherAccountForNone() {
    account.answering(
        "GET",
        "/contacts/contact1",
        "{\"contact\": {\"id\": \"contact1\", \"locationId\": \"loc2\", \"firstName\": \"Ann\"}}");

    assertThat(account.crm().contact(ANN, Set.of(Detail.DEALS)))
        .isEqualTo(new Read.Gone<>("the contact is in another account"));
    assertThat(account.asked()).containsExactly("GET /contacts/contact1");
  }

  @Test
  void writesTheValuesOfFieldsInOneForm() {
    var contact =
        read(
            """
            "city": "Boston", "dateOfBirth": "2000-01-05T00:00:00.000Z", "companyName": " Acme ",
            "customFields": [
              {"id": "f1", "value": 1793577600000}, {"id": "f2", "value": 4.0},
              {"id": "f3", "value": ["Whitening", "Implants"]},
              {"id": "f4", "value": {"url": "https://example.com/scan"}},
              {"id": "f5", "value": "one"}, {"id": "f6", "value": "other"},
              {"id": "f7", "value": "Not this"}, {"key": "contact.note", "fieldValue": "by key"},
              {"id": "f99", "value": "of a field that was deleted"}]
            """);

    assertThat(contact.fields())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                StandardFields.CITY,
                "Boston",
                StandardFields.BIRTHDAY,
                "2000-01-05",
                StandardFields.COMPANY,
                "Acme",
                new FieldName("Renewal"),
                "2026-11-02",
                new FieldName("Visits"),
                "4",
                new FieldName("Interests"),
                "Whitening, Implants",
                new FieldName("Scan"),
                "(file)",
                new FieldName("Note"),
                "by key"));
  }

  @Test
  void setsAFieldInTheFormThatItWants() {
    account.answering("PUT", "/contacts/contact1", "{\"contact\": {\"id\": \"contact1\"}}");

    assertThat(account.carryOut(new Deed.SetField(new FieldName("Interests"), "Implants")))
        .isInstanceOf(Sent.Done.class);
    assertThat(Json.parse(account.body("PUT /contacts/contact1")))
        .isEqualTo(
            Json.parse("{\"customFields\": [{\"id\": \"f3\", \"field_value\": [\"Implants\"]}]}"));

    account.carryOut(new Deed.SetField(new FieldName("Visits"), "5"));
    assertThat(Json.parse(account.body("PUT /contacts/contact1")))
        .isEqualTo(Json.parse("{\"customFields\": [{\"id\": \"f2\", \"field_value\": 5}]}"));
  }

  @Test
  void knowsThatAFieldHoldsAValueAlreadyInWhateverForm() {
    contact("\"customFields\": [{\"id\": \"f1\", \"value\": \"2026-11-02T00:00:00.000Z\"}]");

    assertThat(account.carryOut(new Deed.SetField(new FieldName("Renewal"), "2026-11-02")))
        .isEqualTo(new Sent.AlreadySo());
  }

  @Test
  void refusesAnOptionThatAFieldDoesNotOffer() {
    assertThat(account.carryOut(new Deed.SetField(new FieldName("Interests"), "Implants, Gold")))
        .isInstanceOfSatisfying(
            Sent.Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("unknown-option");
              assertThat(refused.reason()).contains("Gold").doesNotContain("Implants");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"dnd\": true, \"dndSettings\": {\"SMS\": {\"status\": \"inactive\"}} | OPTED_OUT",
        "\"dnd\": false, \"dndSettings\": {\"SMS\": {\"status\": \"active\"}} | OPTED_OUT",
        "\"dnd\": false, \"dndSettings\": {\"sms\": {\"status\": \"permanent\"}} | OPTED_OUT",
        "\"dndSettings\": {\"SMS\": {\"status\": \"inactive\"}} | ALLOWED",
        "\"dnd\": false, \"dndSettings\": {\"Email\": {\"status\": \"active\"}} | ALLOWED",
        "\"dnd\": false | ALLOWED",
        "\"dndSettings\": {\"Email\": {\"status\": \"active\"}} | ",
        "\"source\": \"nothing is said\" | "
      })
  void tellsConsentByWhicheverOfTheTwoSettingsBlocks(String settings, Consent consent) {
    var told = read(settings).consent();

    if (consent == null) {
      assertThat(told).doesNotContainKey(Channel.SMS);
    } else {
      assertThat(told).containsEntry(Channel.SMS, consent);
    }
  }

  @Test
  void takesTheContactsTimeZoneUnlessTheAccountSaysNotTo() {
    assertThat(read("\"timezone\": \"Europe/Vienna\"").zone()).contains(ZoneId.of("Europe/Vienna"));
    assertThat(read("\"timezone\": \"\"").zone()).isEmpty();
    assertThat(read("\"timezone\": \"Mars/Olympus\"").zone()).isEmpty();
  }

  @Test
  void leavesTheContactsTimeZoneOutWhereTheAccountSaysSo() {
    account.answering(
        "GET",
        "/locations/loc1",
        "{\"location\": {\"id\": \"loc1\", \"settings\": {\"disableContactTimezone\": true}}}");

    assertThat(read("\"timezone\": \"Europe/Vienna\"").zone()).isEmpty();
  }

  @Test
  void foldsTheCaseOfTagsAndRemovesThemAsTheyAreSpelled() {
    contact("\"tags\": [\"VIP\", \"Lead\"]");
    account.answering("DELETE", "/contacts/contact1/tags", "{\"tags\": []}");

    assertThat(read("\"tags\": [\"VIP\", \"Lead\"]").tags())
        .containsExactly(new TagName("lead"), new TagName("vip"));
    account.carryOut(new Deed.RemoveTag(new TagName("vip")));
    assertThat(Json.parse(account.body("DELETE /contacts/contact1/tags")))
        .isEqualTo(Json.parse("{\"tags\": [\"VIP\"]}"));
  }

  @Test
  void callsAUserWhoIsGoneByTheId() {
    assertThat(read("\"assignedTo\": \"user9\"").assignee()).contains("user9");
  }

  @Test
  void callsAStageAndACalendarThatAreGoneByTheirIds() {
    contact("\"firstName\": \"Ann\"");
    account
        .answering("GET", "/opportunities/search", "{\"opportunities\": [{\"id\": \"deal1\"}]}")
        .answering(
            "GET",
            "/opportunities/deal1",
            """
            {"opportunity": {"id": "deal1", "contactId": "contact1", "pipelineId": "pipe1",
              "pipelineStageId": "stage77", "status": "open",
              "updatedAt": "2026-11-01T12:00:00.000Z"}}
            """)
        .answering(
            "GET",
            "/contacts/contact1/appointments",
            """
            {"events": [{"id": "appt1", "calendarId": "cal77", "appointmentStatus": "showed",
              "startTime": "2026-11-05 10:00:00", "endTime": "2026-11-05 10:30:00"}]}
            """);

    var contact = got(account.crm().contact(ANN, Set.of(Detail.DEALS, Detail.APPOINTMENTS)));

    assertThat(contact.deals().orElse(List.of()))
        .singleElement()
        .satisfies(deal -> {
          assertThat(deal.stage().stage()).isEqualTo(new StageName("stage77"));
          assertThat(deal.touchedAt()).isEqualTo(Instant.parse("2026-11-01T12:00:00Z"));
        });
    assertThat(contact.appointments().orElse(List.of()))
        .singleElement()
        .satisfies(appointment -> {
          assertThat(appointment.calendar().text()).isEqualTo("cal77");
          assertThat(appointment.status()).isEqualTo(Appointment.Status.SHOWED);
          assertThat(appointment.start())
              .as("local time of the location")
              .isEqualTo(Instant.parse("2026-11-05T15:00:00Z"));
        });
  }

  @Test
  void refusesACursorThatIsNotItsOwn() {
    assertThat(account.crm().contacts(new Cursor("nonsense"))).isInstanceOf(Read.Refused.class);
    assertThat(account.crm().contacts(new Cursor("[]"))).isInstanceOf(Read.Refused.class);
  }

  private void contact(String members) {
    account.answering(
        "GET",
        "/contacts/contact1",
        "{\"contact\": {\"id\": \"contact1\", %s}}".formatted(members));
  }

  private ContactSnapshot read(String members) {
    contact(members);
    return got(account.crm().contact(ANN, Set.of()));
  }

  private static <T> T got(Read<T> read) {
    return switch (read) {
      case Read.Got<T>(var value) -> value;
      case Read<T> other -> throw new AssertionError("could not be read: " + other);
    };
  }
}
