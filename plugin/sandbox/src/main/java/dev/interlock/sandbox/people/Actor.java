package dev.interlock.sandbox.people;

import dev.interlock.sandbox.records.By;
import dev.interlock.sandbox.world.Appointment;
import dev.interlock.sandbox.world.Calendar;
import dev.interlock.sandbox.world.Colleague;
import dev.interlock.sandbox.world.Conversations.Sender;
import dev.interlock.sandbox.world.Opportunity;
import dev.interlock.sandbox.world.Pipeline;
import dev.interlock.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// What can be done by or for one person who is known to the CRM by now.
///
/// All of it is planned and happens later, if it is still possible then.
final class Actor {
  private static final Duration NOTICE = Duration.ofHours(14);
  private static final int DAYS_AHEAD = 7;

  private final World world;
  private final Person person;
  private final String contactId;
  private final RandomGenerator chance;

  private boolean missesAppointments;
  private int sent;
  private int received;

  Actor(World world, Person person, String contactId, RandomGenerator chance) {
    this.world = world;
    this.person = person;
    this.contactId = contactId;
    this.chance = chance;
  }

  Person person() {
    return person;
  }

  /// Counts a text that got through and says how many there were.
  int countText() {
    return ++received;
  }

  /// Counts a text that is on its way and says how many there were.
  int countSent() {
    return ++sent;
  }

  boolean tossesHeads() {
    return chance.nextBoolean();
  }

  boolean missesAppointments() {
    return missesAppointments;
  }

  void missAppointments(boolean from) {
    missesAppointments = from;
  }

  /// A span of time between two, in whole seconds.
  Duration between(Duration least, Duration most) {
    return least.plusSeconds(chance.nextLong(most.minus(least).toSeconds() + 1));
  }

  String oneOf(String... phrases) {
    return phrases[chance.nextInt(phrases.length)];
  }

  void says(Duration wait, String words) {
    later(wait, () -> world.conversations().receiveText(contactId, words));
  }

  void calls(Duration wait) {
    later(wait, () -> world.conversations().missCall(contactId, false));
  }

  void books(Duration wait) {
    later(wait, () -> book("booking_widget", "", By.PERSON));
  }

  void isBookedBy(Duration wait, Colleague colleague) {
    later(wait, () -> book("calendar_page", colleague.id(), By.STAFF));
  }

  void cancels(Duration wait) {
    later(
        wait,
        () ->
            upcoming()
                .ifPresent(appointment ->
                    world
                        .calendars()
                        .edit(appointment.id(), it -> it.withStatus("cancelled"), By.PERSON)));
  }

  void isWrittenToBy(Duration wait, Colleague colleague, String words) {
    later(
        wait,
        () -> {
          if (!world.contacts().known(contactId).silence().blocks("SMS")) {
            world.conversations().text(contactId, words, Sender.colleague(colleague.id()));
          }
        });
  }

  /// A colleague drags the card to a stage, whichever way that is; makes one when there is none.
  void hasCardMoved(Duration wait, String pipelineName, String stageName) {
    later(
        wait,
        () ->
            world
                .opportunities()
                .findPipelineNamed(pipelineName)
                .flatMap(pipeline -> pipeline.findStageNamed(stageName))
                .ifPresent(this::moveCard));
  }

  private void moveCard(Pipeline.Stage stage) {
    var cards =
        world.opportunities().of(contactId).stream()
            .filter(it -> it.pipelineId().equals(stage.pipelineId()))
            .toList();
    if (cards.isEmpty()) {
      var card = Opportunity.Writing.open(stage, person.name(), "");
      world.opportunities().create(contactId, card, By.STAFF);
    } else {
      world.opportunities().edit(cards.getLast().id(), card -> card.in(stage), By.STAFF);
    }
  }

  /// A colleague notes half an hour after the beginning whether the person came.
  void isExpectedAt(Appointment appointment) {
    var noted = appointment.start().plus(Duration.ofMinutes(30));
    world.planAt(noted, contactId, () -> noteOutcome(appointment.id(), appointment.start()));
  }

  private void noteOutcome(String appointmentId, Instant expected) {
    var outcome = missesAppointments ? "noshow" : "showed";
    world
        .calendars()
        .find(appointmentId)
        .filter(it -> it.start().equals(expected))
        .filter(it -> List.of("new", "confirmed").contains(it.status()))
        .ifPresent(it -> world.calendars().edit(it.id(), old -> old.withStatus(outcome), By.STAFF));
  }

  private void book(String source, String userId, By by) {
    if (upcoming().isPresent()) {
      return;
    }
    // a location may lack a calendar: then nobody can book
    world.calendars().all().stream()
        .findFirst()
        .ifPresent(calendar ->
            slot(calendar)
                .ifPresent(start ->
                    world.calendars().book(calendar, contactId, start, source, userId, by)));
  }

  /// One of the first few slots from tomorrow on, as people like to have it.
  private Optional<Instant> slot(Calendar calendar) {
    var earliest = world.now().plus(NOTICE);
    var today = LocalDate.ofInstant(earliest, world.directory().location().zone());
    var slots =
        today
            .datesUntil(today.plusDays(DAYS_AHEAD))
            .flatMap(day -> world.calendars().freeSlots(calendar, day).stream())
            .map(slot -> slot.toInstant())
            .filter(slot -> !slot.isBefore(earliest))
            .limit(8)
            .toList();
    return slots.isEmpty()
        ? Optional.empty()
        : Optional.of(slots.get(chance.nextInt(slots.size())));
  }

  private Optional<Appointment> upcoming() {
    return world.calendars().of(contactId).stream()
        .filter(it -> List.of("new", "confirmed").contains(it.status()))
        .filter(it -> it.start().isAfter(world.now()))
        .findFirst();
  }

  /// Nothing can be done any more once the contact is deleted.
  private void later(Duration wait, Runnable act) {
    world.planAt(
        world.now().plus(wait),
        contactId,
        () -> {
          if (world.contacts().find(contactId).isPresent()) {
            act.run();
          }
        });
  }
}
