package dev.interlock.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.sandbox.Crm;
import dev.interlock.sandbox.DemoWorld;
import dev.interlock.sandbox.Sandbox;
import dev.interlock.sandbox.time.SandboxClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContactsApiTest {
  private final Sandbox sandbox =
      Sandbox.start(DemoWorld.config(SandboxClock.standingAt(DemoWorld.BEGIN), 1));
  private final Crm crm = Crm.of(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void aCreatedContactCanBeRead() {
    var id = crm.contact("Ada", "+13015550100");

    var read = crm.get("/contacts/" + id).is(200);

    assertThat(read.text("/contact/firstName")).isEqualTo("Ada");
    assertThat(read.text("/contact/phone")).isEqualTo("+13015550100");
    assertThat(read.text("/contact/locationId")).isEqualTo(DemoWorld.LOCATION_ID);
    assertThat(read.text("/traceId")).isNotEmpty();
  }

  @Test
  void aLocalNumberIsReadAsAnAmericanOne() {
    var id = crm.contact("Ada", "(301) 555-0100");

    assertThat(crm.get("/contacts/" + id).text("/contact/phone")).isEqualTo("+13015550100");
  }

  @Test
  void aDuplicateIsRefusedWithTheOneThatIsKnown() {
    var id = crm.contact("Ada", "+13015550100");

    var refused =
        crm.post(
                "/contacts/",
                """
                {"locationId": "%s", "phone": "+13015550100"}\
                """
                    .formatted(DemoWorld.LOCATION_ID))
            .is(400);

    assertThat(refused.text("/message"))
        .isEqualTo("This location does not allow duplicated contacts.");
    assertThat(refused.text("/meta/contactId")).isEqualTo(id);
    assertThat(refused.text("/meta/matchingField")).isEqualTo("phone");
  }

  @Test
  void upsertSaysWhetherTheContactIsNew() {
    var body =
        """
        {"locationId": "%s", "phone": "+13015550100", "lastName": "%s"}\
        """;

    var first = crm.post("/contacts/upsert", body.formatted(DemoWorld.LOCATION_ID, "Kim"));
    var second = crm.post("/contacts/upsert", body.formatted(DemoWorld.LOCATION_ID, "Kimball"));

    assertThat(first.is(200).body().path("new").asBoolean()).isTrue();
    assertThat(second.is(200).body().path("new").asBoolean()).isFalse();
    assertThat(second.text("/contact/id")).isEqualTo(first.text("/contact/id"));
    assertThat(second.text("/contact/lastName")).isEqualTo("Kimball");
  }

  @Test
  void upsertDropsAPhoneThatBelongsToSomebodyElse() {
    var body =
        """
        {"locationId": "%s", "email": "ada@mail.example"}\
        """
            .formatted(DemoWorld.LOCATION_ID);
    var ada = crm.post("/contacts/upsert", body).text("/contact/id");
    crm.contact("Bo", "+13015550101");

    var both =
        crm.post(
            "/contacts/upsert",
            """
            {"locationId": "%s", "email": "ada@mail.example", "phone": "+13015550101"}\
            """
                .formatted(DemoWorld.LOCATION_ID));

    assertThat(both.text("/contact/id")).isEqualTo(ada);
    assertThat(both.text("/contact/phone")).isEmpty();
  }

  @Test
  void anUpdateLeavesAbsentFieldsAlone() {
    var id = crm.contact("Ada", "+13015550100");

    var updated =
        crm.put(
                "/contacts/" + id,
                """
                {"city": "Albany"}\
                """)
            .is(200);

    assertThat(updated.body().path("succeded").asBoolean()).isTrue();
    assertThat(updated.text("/contact/city")).isEqualTo("Albany");
    assertThat(updated.text("/contact/firstName")).isEqualTo("Ada");
  }

  @Test
  void tagsInAnUpdateReplaceAllTags() {
    var id = crm.contact("Ada", "+13015550100");
    crm.post(
            "/contacts/" + id + "/tags",
            """
            {"tags": ["theirs"]}\
            """)
        .is(201);

    var updated =
        crm.put(
                "/contacts/" + id,
                """
                {"tags": ["ours"]}\
                """)
            .is(200);

    assertThat(updated.body().at("/contact/tags").toString()).isEqualTo("[\"ours\"]");
  }

  @Test
  void anUpdateTakesNoLocation() {
    var id = crm.contact("Ada", "+13015550100");

    var refused =
        crm.mistaken()
            .put(
                "/contacts/" + id,
                """
                {"locationId": "%s"}\
                """
                    .formatted(DemoWorld.LOCATION_ID))
            .is(422);

    assertThat(refused.body().at("/message/0").asString())
        .isEqualTo("property locationId should not exist");
  }

  @Test
  void allFaultsAreNamedAtOnce() {
    var refused =
        crm.mistaken()
            .post(
                "/contacts/",
                """
                {"firstName": 7, "nickname": "A"}\
                """)
            .is(422);

    assertThat(refused.body().path("message").valueStream().map(it -> it.asString("")))
        .containsExactly(
            "firstName must be a string",
            "property nickname should not exist",
            "locationId should not be empty");
    assertThat(refused.text("/error")).isEqualTo("Unprocessable Entity");
  }

  @Test
  void tagsAreASetInLowerCase() {
    var id = crm.contact("Ada", "+13015550100");
    var target = "/contacts/" + id + "/tags";

    crm.post(
            target,
            """
            {"tags": ["Hot Lead", "vip"]}\
            """)
        .is(201);
    var twice =
        crm.post(
                target,
                """
                {"tags": ["hot lead"]}\
                """)
            .is(201);
    var removed =
        crm.delete(
                target,
                """
                {"tags": ["HOT LEAD", "unknown"]}\
                """)
            .is(200);

    assertThat(twice.body().path("tags").toString()).isEqualTo("[\"hot lead\",\"vip\"]");
    assertThat(removed.body().path("tags").toString()).isEqualTo("[\"vip\"]");
  }

  @Test
  void anUnknownTagBecomesATagOfTheLocation() {
    var id = crm.contact("Ada", "+13015550100");
    crm.post(
        "/contacts/" + id + "/tags",
        """
        {"tags": ["Brand New"]}\
        """);

    var tags = crm.get("/locations/" + DemoWorld.LOCATION_ID + "/tags").is(200);

    assertThat(tags.body().at("/tags").toString()).contains("\"brand new\"");
  }

  @Test
  void aDeletedContactIsGone() {
    var id = crm.contact("Ada", "+13015550100");

    assertThat(crm.delete("/contacts/" + id).is(200).body().path("succeded").asBoolean()).isTrue();

    crm.get("/contacts/" + id).is(404);
    crm.delete("/contacts/" + id).is(404);
  }

  @Test
  void customFieldsGoOutAsValuesAndComeInAsFieldValues() {
    var id = crm.contact("Ada", "+13015550100");
    var fields = crm.get("/locations/" + DemoWorld.LOCATION_ID + "/customFields?model=contact");
    var field = fields.is(200).text("/customFields/0/id");

    crm.put(
            "/contacts/" + id,
            """
            {"customFields": [{"id": "%s", "field_value": "Booked"}]}\
            """
                .formatted(field))
        .is(200);

    var read = crm.get("/contacts/" + id);
    assertThat(read.text("/contact/customFields/0/id")).isEqualTo(field);
    assertThat(read.text("/contact/customFields/0/value")).isEqualTo("Booked");
  }

  @Test
  void anOptionThatAFieldDoesNotHaveDoesNotStick() {
    var id = crm.contact("Ada", "+13015550100");
    var fields = crm.get("/locations/" + DemoWorld.LOCATION_ID + "/customFields?model=contact");

    crm.put(
            "/contacts/" + id,
            """
            {"customFields": [{"id": "%s", "field_value": "Lost in space"}]}\
            """
                .formatted(fields.text("/customFields/0/id")))
        .is(200);

    assertThat(crm.get("/contacts/" + id).body().at("/contact/customFields")).isEmpty();
  }

  @Test
  void aBlockForGoodIsNotLiftedThroughTheApi() {
    var id = crm.contact("Ada", "+13015550100");
    sandbox.world().change(() -> sandbox.world().conversations().receiveText(id, "STOP"));

    crm.put(
            "/contacts/" + id,
            """
            {"dndSettings": {"SMS": {"status": "inactive", "message": "", "code": ""}}}\
            """)
        .is(200);

    assertThat(crm.get("/contacts/" + id).text("/contact/dndSettings/SMS/status"))
        .isEqualTo("permanent");
  }

  @Test
  void duplicatesAreFoundByAnEncodedNumberOnly() {
    var id = crm.contact("Ada", "+13015550100");
    var target = "/contacts/search/duplicate?locationId=" + DemoWorld.LOCATION_ID + "&number=";

    assertThat(crm.get(target + "%2B13015550100").is(200).text("/contact/id")).isEqualTo(id);
    assertThat(crm.get(target + "+13015550100").is(200).body().path("contact").isNull()).isTrue();
  }

  @Test
  void searchesFilterSortAndPage() {
    for (int i = 0; i < 5; i++) {
      sandbox.advanceTo(DemoWorld.BEGIN.plusSeconds(60L * i));
      var id = crm.contact("Person" + i, "+1301555010" + i);
      crm.post(
          "/contacts/" + id + "/tags",
          """
          {"tags": ["%s"]}\
          """
              .formatted(i == 0 ? "other" : "wanted"));
    }
    var body =
        """
        {"locationId": "%s", "pageLimit": 2,
         "filters": [{"field": "tags", "operator": "contains", "value": ["wanted"]},
                     {"field": "dateAdded", "operator": "range",
                      "value": {"gte": "2026-11-02T13:02:00.000Z"}}],
         "sort": [{"field": "dateAdded", "direction": "asc"}] %s}\
        """;

    var first = crm.post("/contacts/search", body.formatted(DemoWorld.LOCATION_ID, "")).is(200);
    var after = first.body().at("/contacts/1/searchAfter").toString();
    var second =
        crm.post(
            "/contacts/search",
            body.formatted(DemoWorld.LOCATION_ID, ", \"searchAfter\": " + after));

    assertThat(first.body().path("total").asInt()).isEqualTo(3);
    assertThat(first.text("/contacts/0/firstName")).isEqualTo("Person2");
    assertThat(second.body().path("contacts")).hasSize(1);
    assertThat(second.text("/contacts/0/firstName")).isEqualTo("Person4");
  }

  @Test
  void aLaggingSearchDoesNotKnowNewContactsYet() {
    var clock = SandboxClock.standingAt(DemoWorld.BEGIN);
    var config = DemoWorld.config(clock, 1);
    try (var lagging =
        Sandbox.start(config.withApi(config.api().laggingBy(Duration.ofSeconds(10))))) {
      var caller = Crm.of(lagging);
      var id = caller.contact("Ada", "+13015550100");
      var search =
          """
          {"locationId": "%s", "pageLimit": 10}\
          """
              .formatted(DemoWorld.LOCATION_ID);

      assertThat(caller.post("/contacts/search", search).body().path("total").asInt()).isZero();
      clock.advanceBy(Duration.ofSeconds(11));
      assertThat(caller.post("/contacts/search", search).text("/contacts/0/id")).isEqualTo(id);
    }
  }
}
