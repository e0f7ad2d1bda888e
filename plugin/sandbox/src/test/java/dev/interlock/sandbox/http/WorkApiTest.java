package dev.interlock.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.sandbox.Crm;
import dev.interlock.sandbox.DemoWorld;
import dev.interlock.sandbox.Sandbox;
import dev.interlock.sandbox.time.SandboxClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Tasks, notes, native workflows, and what the location has.
class WorkApiTest {
  private static final String LOCATION = "/locations/" + DemoWorld.LOCATION_ID;

  private final Sandbox sandbox =
      Sandbox.start(DemoWorld.config(SandboxClock.standingAt(DemoWorld.BEGIN), 1));
  private final Crm crm = Crm.of(sandbox);
  private final String contactId = crm.contact("Ada", "+13015550100");
  private final String contact = "/contacts/" + contactId;

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void aTaskIsCreatedChangedCompletedAndDeleted() {
    var created =
        crm.post(
            contact + "/tasks",
            """
            {"title": "Call back", "dueDate": "2026-11-02T15:00:00Z", "completed": false}\
            """);
    var task = contact + "/tasks/" + created.is(201).text("/task/id");

    crm.put(task, "{\"title\": \"Call back today\"}").is(200);
    crm.put(task + "/completed", "{\"completed\": true}").is(200);

    var read = crm.get(task).is(200);
    assertThat(read.text("/task/title")).isEqualTo("Call back today");
    assertThat(read.body().at("/task/completed").asBoolean()).isTrue();
    assertThat(crm.get(contact + "/tasks").is(200).body().path("tasks")).hasSize(1);
    assertThat(crm.delete(task).is(200).body().path("succeded").asBoolean()).isTrue();
    crm.get(task).is(404);
  }

  @Test
  void aTaskNeedsATitleADateAndAState() {
    var refused = crm.mistaken().post(contact + "/tasks", "{\"dueDate\": \"soon\"}").is(422);

    assertThat(refused.body().path("message")).hasSize(2);
  }

  @Test
  void aTaskNeedsADateThatIsOne() {
    crm.mistaken()
        .post(
            contact + "/tasks",
            """
            {"title": "Call", "dueDate": "soon", "completed": false}\
            """)
        .is(422);
  }

  @Test
  void tasksAreFoundAcrossContacts() {
    crm.post(
        contact + "/tasks",
        """
        {"title": "Call back", "dueDate": "2026-11-02T15:00:00Z", "completed": false}\
        """);

    var found =
        crm.unchecked()
            .post(LOCATION + "/tasks/search", "{\"contactId\": [\"%s\"]}".formatted(contactId))
            .is(200);

    assertThat(found.text("/tasks/0/title")).isEqualTo("Call back");
  }

  @Test
  void aNoteIsCreatedReadChangedAndDeleted() {
    var created = crm.post(contact + "/notes", "{\"body\": \"Likes mornings\"}").is(201);
    var note = contact + "/notes/" + created.text("/note/id");

    crm.put(note, "{\"body\": \"Likes evenings\"}").is(200);

    assertThat(crm.get(note).is(200).text("/note/body")).isEqualTo("Likes evenings");
    assertThat(crm.get(contact + "/notes").is(200).body().path("notes")).hasSize(1);
    crm.delete(note).is(200);
    crm.get(note).is(404);
  }

  @Test
  void aContactJoinsAndLeavesAPublishedWorkflow() {
    var workflows = crm.get("/workflows/?locationId=" + DemoWorld.LOCATION_ID).is(200);
    var published = contact + "/workflow/" + workflows.text("/workflows/0/id");
    var draft = contact + "/workflow/" + workflows.text("/workflows/1/id");
    var start = "{\"eventStartTime\": \"2026-11-02T15:00:00-05:00\"}";

    crm.post(published, start).is(200);
    crm.delete(published, start).is(200);
    crm.post(draft, start).is(400);
    crm.post(contact + "/workflow/nothing", start).is(404);

    assertThat(sandbox.records().enrolments())
        .extracting(row -> row.joined())
        .containsExactly(true, false);
  }

  @Test
  void theLocationTellsItsZoneAndSettings() {
    var read = crm.get(LOCATION).is(200);

    assertThat(read.text("/location/name")).isEqualTo("Riverside Dental");
    assertThat(read.text("/location/timezone")).isEqualTo("America/New_York");
    assertThat(read.body().at("/location/settings/allowDuplicateContact").asBoolean()).isFalse();
  }

  @Test
  void customValuesAreListedCreatedAndChanged() {
    var listed = crm.get(LOCATION + "/customValues").is(200);
    assertThat(listed.text("/customValues/0/fieldKey"))
        .isEqualTo("{{ custom_values.booking_link }}");
    var created =
        crm.post(
                LOCATION + "/customValues",
                """
                {"name": "Street", "value": "1 River Road"}\
                """)
            .is(201);

    var changed =
        crm.put(
            LOCATION + "/customValues/" + created.text("/customValue/id"),
            """
            {"name": "Street", "value": "2 River Road"}\
            """);

    assertThat(changed.is(200).text("/customValue/value")).isEqualTo("2 River Road");
  }

  @Test
  void customFieldsAreCreatedWithTheVendorsMisspeltTypes() {
    var created =
        crm.post(
                LOCATION + "/customFields",
                """
                {"name": "Budget", "dataType": "MONETORY", "model": "contact"}\
                """)
            .is(201);
    crm.post(
            LOCATION + "/customFields",
            """
            {"name": "Budget", "dataType": "MONETARY", "model": "contact"}\
            """)
        .is(422);

    assertThat(created.text("/customField/fieldKey")).isEqualTo("contact.budget");
    var listed = crm.get(LOCATION + "/customFields?model=all").is(200);
    assertThat(listed.body().path("customFields")).hasSize(3);
  }

  @Test
  void aTagIsCreatedOnce() {
    crm.post(LOCATION + "/tags", "{\"name\": \"Hot\"}").is(200);
    crm.post(LOCATION + "/tags", "{\"name\": \"hot\"}").is(400);
  }

  @Test
  void usersAreFoundByTheirCompanyOrLocation() {
    var companyId = crm.get(LOCATION).text("/location/companyId");

    var found = crm.get("/users/search?query=ruiz&companyId=" + companyId).is(200);
    var all = crm.get("/users/?locationId=" + DemoWorld.LOCATION_ID).is(200);

    assertThat(found.text("/users/0/name")).isEqualTo("Ana Ruiz");
    assertThat(all.body().path("users")).hasSize(2);
    var one = crm.get("/users/" + found.text("/users/0/id")).is(200);
    assertThat(one.text("/roles/role")).isEqualTo("user");
    crm.get("/users/search?companyId=another").is(403);
  }

  @Test
  void formsAreListedAndSubmissionsHaveToBeAskedFor() {
    var forms = crm.get("/forms/?locationId=" + DemoWorld.LOCATION_ID).is(200);
    sandbox
        .world()
        .change(() ->
            sandbox
                .world()
                .submissions()
                .receive(sandbox.world().directory().forms().getFirst(), contactId));

    var target = "/forms/submissions?locationId=" + DemoWorld.LOCATION_ID;
    var found = crm.get(target + "&startAt=2026-11-01&endAt=2026-11-02").is(200);
    var later = crm.get(target + "&startAt=2026-11-03").is(200);

    assertThat(found.text("/submissions/0/formId")).isEqualTo(forms.text("/forms/0/id"));
    assertThat(found.text("/submissions/0/contactId")).isEqualTo(contactId);
    assertThat(later.body().path("submissions")).isEmpty();
  }

  @Test
  void formsComeInPagesAndSubmissionsOfTheLastMonthUnlessDaysAreNamed() {
    var world = sandbox.world();
    world.change(() -> {
      for (int i = 0; i < 12; i++) {
        world.directory().addForm("Form " + i);
      }
      world.submissions().receive(world.directory().forms().getFirst(), contactId);
    });
    var here = "?locationId=" + DemoWorld.LOCATION_ID;

    assertThat(crm.get("/forms/" + here).is(200).body().path("forms")).hasSize(10);
    var rest = crm.get("/forms/" + here + "&limit=50&skip=10").is(200);
    assertThat(rest.body().path("forms"))
        .hasSize(world.ask(() -> world.directory().forms().size()) - 10);

    assertThat(crm.get("/forms/submissions" + here).is(200).body().path("submissions")).hasSize(1);
    sandbox.advanceTo(world.now().plus(Duration.ofDays(40)));
    assertThat(crm.get("/forms/submissions" + here).is(200).body().path("submissions")).isEmpty();
    crm.get("/forms/submissions" + here + "&startAt=yesterday").is(400);
  }
}
