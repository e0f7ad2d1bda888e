package dev.interlock.app.fleet;

import dev.interlock.sandbox.records.By;
import dev.interlock.sandbox.world.Contact;
import dev.interlock.sandbox.world.Conversations.Sender;
import dev.interlock.sandbox.world.DoNotDisturb;
import dev.interlock.sandbox.world.Form;
import dev.interlock.sandbox.world.Message.Content;
import dev.interlock.sandbox.world.Opportunity.Writing;
import dev.interlock.sandbox.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// A practice to whose people everything happens that a CRM tells of.
///
/// @param served the fleet that hears of it
/// @param account the practice
record BusyPractice(ServedFleet served, String account) {

  private World world() {
    return served.agency().location(account).world();
  }

  private <T> T does(Supplier<T> act) {
    @SuppressWarnings("unchecked")
    var made = (T[]) new Object[1];
    world().change(() -> made[0] = act.get());
    served.passes(Duration.ofMinutes(2));
    return made[0];
  }

  private Contact person(String name, String phone) {
    return does(() ->
        world()
            .contacts()
            .create(
                Map.of("firstName", name, "phone", phone, "email", name + "@mail.example"),
                it -> it,
                By.PERSON));
  }

  /// A run waits for an answer of Ann's, and everything else happens to Ben.
  void lives() {
    world().submissions().showAsMessages();
    var ann = person("Ann", "+13105550101");
    does(() -> world().conversations().missCall(ann.id(), false));
    var ben = person("Ben", "+13105550102");
    isChanged(ben);
    isWrittenTo(ben);
    isSold(ben);
    isBooked(ben);
    isWorkedOn(ben);
    does(() -> world().conversations().receiveText(ann.id(), "Who is this?"));
    world().change(() -> world().contacts().delete(ben.id(), By.STAFF));
    served.passes(Duration.ofDays(3));
  }

  private void isChanged(Contact ben) {
    var contacts = world().contacts();
    does(() -> contacts.edit(ben.id(), it -> it.withDetails(Map.of("lastName", "B")), By.STAFF));
    does(() -> contacts.addTags(ben.id(), List.of("hot"), By.STAFF));
    does(() -> contacts.removeTags(ben.id(), List.of("hot"), By.STAFF));
    var silent = new DoNotDisturb.Setting("active", "", "");
    does(() ->
        contacts.edit(
            ben.id(), it -> it.withSilence(it.silence().with(Map.of("Call", silent))), By.STAFF));
  }

  private void isWrittenTo(Contact ben) {
    var conversations = world().conversations();
    does(() -> conversations.receiveText(ben.id(), "Hello"));
    does(() -> conversations.missCall(ben.id(), true));
    does(() -> conversations.receiveMail(ben.id(), "Hello", "Is anybody there?"));
    does(() -> conversations.text(ben.id(), "Hello, Ben", staff()));
    var id = conversations.newMailId(ben.id());
    var mail =
        does(() ->
            conversations.send(
                ben.id(),
                new Content.Mail("Hello", "We are here.", id, id),
                staff(),
                world().directory().location().email(),
                ben.email()));
    for (var event : List.of("opened", "clicked", "failed", "unsubscribed")) {
      does(() -> {
        conversations.mailServiceTells(mail.id(), event);
        return event;
      });
    }
    Form form = does(() -> world().directory().addForm("Ask us"));
    does(() -> world().submissions().receive(form, ben.id()));
  }

  private Sender staff() {
    return Sender.colleague(world().directory().colleagues().getFirst().id());
  }

  private void isSold(Contact ben) {
    var deals = world().opportunities();
    var stages = deals.pipelines().getFirst().stages();
    var deal =
        does(() ->
            deals.create(ben.id(), Writing.open(stages.getFirst(), "Ben", "phone"), By.STAFF));
    does(() -> deals.edit(deal.id(), it -> it.in(stages.get(1)), By.STAFF));
    does(() -> deals.edit(deal.id(), it -> with(it, it.status(), 700, ""), By.STAFF));
    String desk = world().directory().colleagues().getFirst().id();
    does(() -> deals.edit(deal.id(), it -> with(it, it.status(), 700, desk), By.STAFF));
    does(() -> deals.edit(deal.id(), it -> with(it, "won", 700, desk), By.STAFF));
    does(() -> {
      deals.delete(deal.id(), By.STAFF);
      return deal;
    });
  }

  private static Writing with(Writing it, String status, double value, String assignedTo) {
    return new Writing(
        it.pipelineId(),
        it.stageId(),
        it.name(),
        status,
        value,
        assignedTo,
        it.source(),
        it.lostReasonId(),
        it.customFields());
  }

  private void isBooked(Contact ben) {
    var calendars = world().calendars();
    var start = served.agency().clock().instant().plus(Duration.ofHours(50));
    var date =
        does(() ->
            calendars.book(
                calendars.all().getFirst(), ben.id(), start, "booking_widget", "", By.PERSON));
    does(() -> calendars.edit(date.id(), it -> it.withStatus("confirmed"), By.STAFF));
    var later = start.plus(Duration.ofHours(2));
    does(() -> calendars.edit(date.id(), it -> it.at(later, later.plusSeconds(1_800)), By.STAFF));
    for (var status : List.of("noshow", "showed", "cancelled")) {
      does(() -> calendars.edit(date.id(), it -> it.withStatus(status), By.STAFF));
    }
    does(() -> {
      calendars.delete(date.id(), By.STAFF);
      return date;
    });
  }

  private void isWorkedOn(Contact ben) {
    var task = does(() -> world().tasks().create(ben.id(), it -> it, By.STAFF));
    does(() ->
        world()
            .tasks()
            .edit(task.id(), it -> it.rewritten("Ring Ben", "", "", it.dueDate(), true), By.STAFF));
    var note = does(() -> world().notes().create(ben.id(), it -> it, By.STAFF));
    does(() -> world().notes().edit(note.id(), it -> it.rewritten("", "He rang.", ""), By.STAFF));
    does(() -> {
      world().notes().delete(note.id(), By.STAFF);
      world().tasks().delete(task.id(), By.STAFF);
      return note;
    });
  }
}
