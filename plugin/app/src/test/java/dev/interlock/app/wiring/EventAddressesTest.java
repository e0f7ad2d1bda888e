package dev.interlock.app.wiring;

import static dev.interlock.contract.dsl.Events.cancelled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.engine.read.EventLine;
import dev.interlock.sandbox.SandboxConfig;
import dev.interlock.sandbox.records.By;
import dev.interlock.sandbox.records.DeliveryRow;
import dev.interlock.sandbox.webhooks.Misbehaviour;
import dev.interlock.sandbox.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A whole Interlock before a CRM that calls every appointment created, as the vendor's samples do.
class EventAddressesTest {
  @TempDir Path folder;
  private Optional<ServedSandbox> running = Optional.empty();

  @AfterEach
  void close() {
    running.ifPresent(ServedSandbox::close);
  }

  private ServedSandbox served() {
    return running.orElseThrow();
  }

  private World world() {
    return served().world();
  }

  private static SandboxConfig confused(SandboxConfig config) {
    return config.withWebhooks(
        config
            .webhooks()
            .misbehaving(
                Misbehaviour.calling("AppointmentUpdate", "AppointmentCreate"),
                Misbehaviour.calling("AppointmentDelete", "AppointmentCreate"),
                Misbehaviour.duplicates(1, Duration.ofMinutes(1))));
  }

  private void open(boolean each) throws Exception {
    var live = ServedSandbox.answered(cancelled());
    running =
        Optional.of(
            each
                ? ServedSandbox.withAnAddressForEach(folder, live, EventAddressesTest::confused)
                : ServedSandbox.with(folder, live, EventAddressesTest::confused));
    served().lives(Duration.ofMinutes(10));
  }

  private String books() {
    return world()
        .ask(() -> {
          var contact =
              world()
                  .contacts()
                  .create(
                      Map.of("firstName", "Ann", "email", "ann@mail.example"), it -> it, By.PERSON);
          return world()
              .calendars()
              .book(
                  world().calendars().all().getFirst(),
                  contact.id(),
                  served().clock().instant().plus(Duration.ofHours(26)),
                  "booking_widget",
                  "",
                  By.PERSON)
              .id();
        });
  }

  private List<String> heard() {
    return served().sandbox().records().contacts().stream()
        .flatMap(contact -> served().told(contact.id()).stream())
        .flatMap(story -> story.events().stream())
        .map(EventLine::words)
        .filter(words -> words.contains("ppointment") || words.contains("cancel"))
        .toList();
  }

  @Test
  void aDeletedAppointmentThatCallsItselfCreatedIsCancelledByItsAddress() throws Exception {
    open(true);
    String appointment = books();
    served().lives(Duration.ofMinutes(3));
    assertThat(heard()).hasSize(1);

    world().change(() -> world().calendars().delete(appointment, By.PERSON));
    served().lives(Duration.ofMinutes(3));

    assertThat(heard()).hasSize(2).last().asString().contains("cancel");
    assertThat(statusesOf("AppointmentDelete")).containsExactly(200, 200);
  }

  @Test
  void atTheAddressForEverythingOnlyTheTypeIsThere() throws Exception {
    open(false);
    String appointment = books();
    served().lives(Duration.ofMinutes(3));

    world().change(() -> world().calendars().delete(appointment, By.PERSON));
    served().lives(Duration.ofMinutes(3));

    assertThat(heard()).as("why the listing asks for an address of its own").hasSize(1);
  }

  @Test
  void whatComesToBothAddressesCountsOnce() throws Exception {
    open(true);
    String appointment = books();
    served().lives(Duration.ofMinutes(3));
    world().change(() -> world().calendars().delete(appointment, By.PERSON));
    served().sandbox().runDue();
    served().clock().advanceBy(Duration.ofSeconds(5));
    served().sandbox().runDue();
    served().sandbox().sendWebhooksTo(served().address());
    served().lives(Duration.ofMinutes(3));

    assertThat(heard()).hasSize(2).last().asString().contains("cancel");
    assertThat(statusesOf("AppointmentDelete")).containsExactly(200, 200);
  }

  private List<Integer> statusesOf(String event) {
    return served().sandbox().records().deliveries().stream()
        .filter(row -> row.type().equals(event))
        .map(DeliveryRow::answer)
        .toList();
  }
}
