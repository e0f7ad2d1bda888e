package dev.interlock.crm.highlevel.event;

import static dev.interlock.contract.model.EventPattern.ConsentChange.OPTED_IN;
import static dev.interlock.contract.model.EventPattern.ConsentChange.OPTED_OUT;
import static dev.interlock.contract.model.EventPattern.ContactChange.CHANGED;
import static dev.interlock.contract.model.EventPattern.ContactChange.CREATED;
import static dev.interlock.contract.model.EventPattern.ContactChange.DELETED;
import static dev.interlock.contract.model.EventPattern.TagChange.ADDED;
import static dev.interlock.contract.model.EventPattern.TagChange.REMOVED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.event.Happening.ConsentHappened;
import dev.interlock.contract.event.Happening.ContactHappened;
import dev.interlock.contract.event.Happening.TagHappened;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.EventPattern.ContactChange;
import dev.interlock.contract.model.EventPattern.TagChange;
import dev.interlock.contract.model.TagName;
import dev.interlock.crm.Translation;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContactEventsTest {
  private final Given given = new Given();

  @Test
  void tellsOfANewContactAndOfTheTagsItComesWith() {
    assertThat(given.happened(contact("ContactCreate", "12:00:00", "\"Hot\", \"lead\"")))
        .containsExactly(changed(CREATED), tag(ADDED, "hot"), tag(ADDED, "lead"));
  }

  @Test
  void tellsTagsThatCameAndWent() {
    given.delivered(contact("ContactCreate", "12:00:00", "\"a\", \"b\""));

    assertThat(given.happened(contact("ContactTagUpdate", "12:00:05", "\"b\", \"c\"")))
        .containsExactly(tag(ADDED, "c"), tag(REMOVED, "a"));
  }

  @Test
  void takesTagsThatAreSpelledInAnotherCaseForTheSame() {
    given.delivered(contact("ContactCreate", "12:00:00", "\"Hot\""));

    assertThat(given.happened(contact("ContactTagUpdate", "12:00:05", "\"HOT\""))).isEmpty();
  }

  @Test
  void tellsAChangeOfTagsOnceThoughTwoDeliveriesShowIt() {
    given.delivered(contact("ContactCreate", "12:00:00", ""));

    assertThat(given.happened(contact("ContactUpdate", "12:00:05", "\"a\"")))
        .containsExactly(changed(CHANGED), tag(ADDED, "a"));
    assertThat(given.happened(contact("ContactTagUpdate", "12:00:05", "\"a\""))).isEmpty();
  }

  @Test
  void doesNotTakeTheTagsOfAnOldStrangerForNew() {
    Translation first = given.delivered(old("ContactTagUpdate", "12:00:00", "\"a\", \"b\""));

    assertThat(first.events()).isEmpty();
    assertThat(first.ignored()).contains("nothing to compare");
    assertThat(given.happened(old("ContactTagUpdate", "12:00:05", "\"a\", \"b\", \"c\"")))
        .containsExactly(tag(ADDED, "c"));
  }

  @Test
  void takesTheTagsOfAYoungStrangerForNewSinceItCannotHaveHadThemLong() {
    assertThat(given.happened(contact("ContactTagUpdate", "12:00:05", "\"a\"")))
        .containsExactly(tag(ADDED, "a"));
    assertThat(given.happened(contact("ContactCreate", "12:00:00", "\"a\"")))
        .containsExactly(changed(CREATED));
  }

  @Test
  void doesNotLetAnOlderDeliveryUndoANewerOne() {
    given.delivered(contact("ContactCreate", "12:00:00", ""));
    given.delivered(contact("ContactTagUpdate", "12:00:10", "\"a\", \"b\""));

    Translation late = given.delivered(contact("ContactTagUpdate", "12:00:05", "\"a\""));

    assertThat(late.events()).isEmpty();
    assertThat(late.ignored()).contains("younger");
    assertThat(given.remembered().tags().orElse(Set.of()))
        .containsExactlyInAnyOrder(new TagName("a"), new TagName("b"));
  }

  @Test
  void givesTheSameIdsToTheSameDelivery() {
    var again = new Given();
    String created = contact("ContactCreate", "12:00:00", "\"a\"");

    assertThat(given.ids(created)).isEqualTo(again.ids(created)).doesNotHaveDuplicates();
  }

  @Test
  void tellsWhoOptedOutOfWhatAndBackIn() {
    given.delivered(dnd("12:00:00", false, "inactive", "inactive"));

    assertThat(given.happened(dnd("12:00:05", false, "permanent", "inactive")))
        .containsExactly(new ConsentHappened(OPTED_OUT, Set.of(Channel.SMS)));
    assertThat(given.happened(dnd("12:00:10", false, "inactive", "active")))
        .containsExactly(
            new ConsentHappened(OPTED_OUT, Set.of(Channel.EMAIL)),
            new ConsentHappened(OPTED_IN, Set.of(Channel.SMS)));
  }

  @Test
  void takesDndOfAllForOptedOutOfEverythingWhateverTheChannelsSay() {
    assertThat(given.happened(dnd("12:00:05", true, "inactive", "inactive")))
        .containsExactly(new ConsentHappened(OPTED_OUT, Set.of(Channel.values())));
  }

  @Test
  void doesNotTakeAContactForOptedInJustBecauseNotAllChannelsAreBlocked() {
    given.delivered(dnd("12:00:00", false, "active", "inactive"));

    assertThat(given.happened(contact("ContactUpdate", "12:00:05", "")))
        .containsExactly(changed(CHANGED));
  }

  @Test
  void tellsOfADeletionAndForgetsTheContact() {
    given.delivered(contact("ContactCreate", "12:00:00", "\"a\""));

    assertThat(given.happened(contact("ContactDelete", "12:00:05", "\"a\"")))
        .containsExactly(changed(DELETED));
    assertThat(given.remembered().tags().orElse(Set.of())).isEmpty();
  }

  @Test
  void placesEventsByTheirOwnTime() {
    assertThat(given.delivered(contact("ContactUpdate", "12:00:05", "")).events())
        .extracting(DomainEvent::occurredAt)
        .containsExactly(Instant.parse("2026-11-02T12:00:05Z"));
  }

  private static Happening changed(ContactChange change) {
    return new ContactHappened(change, Optional.empty());
  }

  private static Happening tag(TagChange change, String tag) {
    return new TagHappened(change, new TagName(tag));
  }

  private static String contact(String type, String time, String tags) {
    return contact(type, time, "2026-11-02T11:59:59Z", tags);
  }

  private static String old(String type, String time, String tags) {
    return contact(type, time, "2024-01-01T00:00:00Z", tags);
  }

  private static String contact(String type, String time, String added, String tags) {
    return """
    {"type": "%s", "locationId": "loc1", "id": "contact1", "dnd": false, "tags": [%s],
     "dateAdded": "%s", "timestamp": "2026-11-02T%sZ", "webhookId": "%s %s"}
    """
        .formatted(type, tags, added, time, type, time);
  }

  private static String dnd(String time, boolean all, String sms, String email) {
    return """
    {"type": "ContactDndUpdate", "locationId": "loc1", "id": "contact1", "dnd": %s,
     "dndSettings": {"SMS": {"status": "%s"}, "Email": {"status": "%s"}},
     "dateAdded": "2024-01-01T00:00:00Z", "timestamp": "2026-11-02T%sZ"}
    """
        .formatted(all, sms, email, time);
  }
}
