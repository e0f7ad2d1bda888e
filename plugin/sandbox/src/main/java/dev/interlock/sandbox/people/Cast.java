package dev.interlock.sandbox.people;

import dev.interlock.sandbox.records.By;
import dev.interlock.sandbox.time.Seed;
import dev.interlock.sandbox.world.Appointment;
import dev.interlock.sandbox.world.Change;
import dev.interlock.sandbox.world.Contact;
import dev.interlock.sandbox.world.Message;
import dev.interlock.sandbox.world.Opportunity;
import dev.interlock.sandbox.world.Watcher;
import dev.interlock.sandbox.world.World;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The people in the play: lets them appear, and lets them react to what happens to them.
public final class Cast implements Watcher {
  private final World world;
  private final String pipeline;
  private final Map<String, Actor> actors = new HashMap<>();

  /// Watches a world from now on.
  ///
  /// @param pipeline the name of the pipeline in which people get cards
  public Cast(World world, String pipeline) {
    this.world = world;
    this.pipeline = pipeline;
    world.watch(this);
  }

  /// Plans when each of them appears.
  public void invite(People people) {
    world.change(() -> {
      var begin = world.now();
      for (var person : people.all()) {
        world.planAt(begin.plus(person.after()), person.phone(), () -> appear(person, people));
      }
    });
  }

  /// How the person behind a contact behaves; empty for contacts that are nobody.
  public Optional<Behaviour> behaviourOf(String contactId) {
    return Optional.ofNullable(actors.get(contactId)).map(actor -> actor.person().behaviour());
  }

  private void appear(Person person, People people) {
    if (person.behaviour() == Behaviour.WRONG_NUMBER) {
      world.conversations().kill(person.phone());
    }
    var contact = contactOf(person);
    var chance = people.seed().about("person", person.phone());
    var actor = new Actor(world, person, contact.id(), chance);
    actors.put(contact.id(), actor);
    reactions().appeared(actor);
    if (people.haveCards() && isGivenCard(person, people)) {
      giveCard(contact);
    }
    open(person, contact, actor);
  }

  private void open(Person person, Contact contact, Actor actor) {
    switch (person.opening()) {
      case MISSED_CALL -> world.conversations().missCall(contact.id(), false);
      case VOICEMAIL -> world.conversations().missCall(contact.id(), true);
      case NEW_LEAD ->
          world.directory().forms().stream()
              .findFirst()
              .ifPresent(form -> world.submissions().receive(form, contact.id()));
      case BOOKING -> actor.books(Duration.ZERO);
    }
  }

  /// Someone already known, or a new contact with the marks of how they came.
  private Contact contactOf(Person person) {
    return world
        .contacts()
        .duplicateOf(person.email(), person.phone())
        .orElseGet(() ->
            world
                .contacts()
                .create(details(person), contact -> marked(contact, person), By.PERSON));
  }

  private static Map<String, String> details(Person person) {
    return Map.of(
        "firstName", person.firstName(),
        "lastName", person.lastName(),
        "phone", person.phone(),
        "email", person.email(),
        "source", source(person.opening()));
  }

  /// The CRM does not know where callers come from.
  private static String source(Opening opening) {
    return switch (opening) {
      case MISSED_CALL, VOICEMAIL -> "";
      case NEW_LEAD -> "website form";
      case BOOKING -> "booking page";
    };
  }

  private static Contact marked(Contact contact, Person person) {
    return person.opening() == Opening.NEW_LEAD
        ? contact.withTags(new LinkedHashSet<>(List.of("web lead")))
        : contact;
  }

  /// Who comes through the site gets a card; of the callers only those whom the CRM knows already.
  private static boolean isGivenCard(Person person, People people) {
    return switch (person.opening()) {
      case NEW_LEAD, BOOKING -> true;
      case MISSED_CALL, VOICEMAIL -> people.seed().about("known", person.phone()).nextBoolean();
    };
  }

  private void giveCard(Contact contact) {
    if (!world.opportunities().of(contact.id()).isEmpty()) {
      return;
    }
    // a location may lack the pipeline: then its people have no cards
    world
        .opportunities()
        .findPipelineNamed(pipeline)
        .map(board -> board.stages().getFirst())
        .map(first -> Opportunity.Writing.open(first, contact.fullName(), "workflow"))
        .ifPresent(card -> world.opportunities().create(contact.id(), card, By.CRM));
  }

  @Override
  public void saw(Change change) {
    var actor = actors.get(change.contactId());
    if (actor == null) {
      return;
    }
    switch (change) {
      case Change.Created(Message message, _, _) when message.isOutbound() ->
          reactions().isBeingTexted(actor, actor.countSent());
      case Change.Created(Appointment appointment, _, _) -> actor.isExpectedAt(appointment);
      case Change.AppointmentChanged(Appointment before, Appointment after, _, _)
          when !before.start().equals(after.start()) ->
          actor.isExpectedAt(after);
      case Change.MessageChanged(_, Message message, _, _)
          when message.status().equals("delivered") ->
          gotText(actor, message);
      case Change.Created _,
          Change.Deleted _,
          Change.ContactChanged _,
          Change.MessageChanged _,
          Change.MailTold _,
          Change.OpportunityChanged _,
          Change.AppointmentChanged _,
          Change.TaskChanged _,
          Change.NoteChanged _,
          Change.Enrolled _ -> {}
    }
  }

  private void gotText(Actor actor, Message message) {
    var missed =
        world.calendars().of(message.contactId()).stream()
            .anyMatch(appointment -> appointment.status().equals("noshow"));
    if (missed) {
      reactions().gotTextAfterNoShow(actor);
    } else {
      reactions().gotText(actor, actor.countText());
    }
  }

  private Reactions reactions() {
    return new Reactions(world.directory().colleagues(), pipeline);
  }
}
