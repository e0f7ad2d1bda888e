package dev.interlock.crm.highlevel.event;

import static java.util.stream.Collectors.toSet;

import dev.interlock.contract.contact.Consent;
import dev.interlock.contract.contact.Known;
import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.EventPattern.ConsentChange;
import dev.interlock.contract.model.EventPattern.ContactChange;
import dev.interlock.contract.model.EventPattern.TagChange;
import dev.interlock.contract.model.TagName;
import dev.interlock.crm.highlevel.contact.Consents;
import dev.interlock.crm.highlevel.wire.Json;
import dev.interlock.crm.highlevel.wire.WireDnd;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What became of a contact itself. Every delivery has the whole contact in it and says nothing of
/// what was before, so tags and consent are compared with what is remembered.
///
/// Of two contacts that are merged, HighLevel deletes one and changes the other, and says no more.
final class ContactEvents {
  /// A contact as young as this had no tags before the ones that are told with it.
  private static final Duration YOUNG = Duration.ofMinutes(10);

  /// A contact's own date and the webhook that tells of it need not agree to the second.
  private static final Duration SAME_MOMENT = Duration.ofSeconds(10);

  /// A webhook is sent within this time of the change.
  private static final Duration SAME_CHANGE = Duration.ofMinutes(2);

  private final Draft draft;
  private final Json json;
  private final Instant at;
  private final boolean late;

  private ContactEvents(Draft draft) {
    this.draft = draft;
    this.json = draft.notice().json();
    this.at = draft.notice().happenedAt();
    this.late = draft.isLate(draft.contact().text(), at);
  }

  static void translate(Draft draft) {
    new ContactEvents(draft).translate();
  }

  private void translate() {
    Optional<Readout> readout = draft.notice().readout();
    if (readout.isPresent()) {
      read(readout.get());
      return;
    }
    switch (draft.notice().kind()) {
      case CONTACT_CREATE -> created();
      case CONTACT_DELETE -> deleted();
      case CONTACT_UPDATE -> changed();
      case CONTACT_TAG_UPDATE -> compared(false);
      case CONTACT_DND_UPDATE -> compared(true);
      case EventKind other -> throw new IllegalArgumentException(other + " is not of a contact");
    }
  }

  private void created() {
    Instant made = json.instant("dateAdded").orElse(at);
    draft.tell(
        "contact-created/" + draft.contact(),
        made,
        Provenance.UNKNOWN,
        happened(ContactChange.CREATED));
    if (draft.last().tags() instanceof Known.Unsaid) {
      tell(TagChange.ADDED, tags());
    }
    if (!late) {
      draft.remember(tags());
      draft.remember(consent());
      draft.knownAt(draft.contact().text(), at);
    }
  }

  private void deleted() {
    draft.tell(
        "contact-deleted/" + draft.contact(),
        at,
        Provenance.UNKNOWN,
        happened(ContactChange.DELETED));
    draft.forgetAll();
    draft.knownAt(draft.contact().text(), at);
  }

  private void changed() {
    if (draft.wasRead(draft.contact().text(), at)) {
      draft.silent("it was found by reading before");
    } else {
      tellChanged();
    }
    compared(false);
  }

  private void tellChanged() {
    draft.tell(
        "contact-changed/" + draft.contact() + "/" + draft.notice().version(),
        at,
        Provenance.UNKNOWN,
        happened(ContactChange.CHANGED));
  }

  /// A contact as it was read: what webhooks told meanwhile is younger, or the same.
  private void read(Readout readout) {
    Optional<Instant> made = json.instant("dateAdded");
    boolean isNew = readout.isNew(made);
    if (isNew) {
      draft.tell(
          "contact-created/" + draft.contact(),
          made.orElse(at),
          Provenance.UNKNOWN,
          happened(ContactChange.CREATED));
    }
    if (late) {
      draft.silent("what is known of the contact is younger than this");
      return;
    }
    Optional<Instant> known = draft.knownAsOf(draft.contact().text());
    boolean isChanged = known.map(moment -> at.isAfter(moment.plus(SAME_MOMENT))).orElse(!isNew);
    if (isChanged) {
      tellChanged();
      draft.readUntil(draft.contact().text(), readout.knew(at, SAME_CHANGE));
    }
    if (isNew && draft.last().tags() instanceof Known.Unsaid) {
      tell(TagChange.ADDED, tags());
      draft.remember(tags());
    }
    compared(true);
  }

  private static Happening happened(ContactChange change) {
    return new Happening.ContactHappened(change, Optional.empty());
  }

  /// @param told whether this delivery is about consent, and does not just carry it along
  private void compared(boolean told) {
    if (late) {
      draft.silent("what is known of the contact is younger than this");
      return;
    }
    compareTags();
    compareConsent(told);
    draft.knownAt(draft.contact().text(), at);
  }

  private void compareTags() {
    if (!json.at("tags").isArray()) {
      return;
    }
    Set<TagName> now = tags();
    switch (draft.tags()) {
      case Known.Said<Set<TagName>>(var before) -> {
        tell(TagChange.ADDED, without(now, before));
        tell(TagChange.REMOVED, without(before, now));
      }
      case Known.Unsaid<Set<TagName>> _ when isYoung() -> tell(TagChange.ADDED, now);
      case Known.Unsaid<Set<TagName>> _ ->
          draft.silent("the first news of this contact's tags: nothing to compare them with");
    }
    draft.remember(now);
  }

  private boolean isYoung() {
    return draft.notice().sentAt().isPresent()
        && json.instant("dateAdded").filter(made -> made.plus(YOUNG).isAfter(at)).isPresent();
  }

  private Set<TagName> tags() {
    return json.texts("tags").stream().map(TagName::new).collect(toSet());
  }

  private void tell(TagChange change, Set<TagName> tags) {
    for (TagName tag : new TreeSet<>(tags)) {
      draft.tell(
          "tag-"
              + word(change)
              + "/"
              + draft.contact()
              + "/"
              + tag
              + "/"
              + draft.notice().version(),
          at,
          Provenance.UNKNOWN,
          new Happening.TagHappened(change, tag));
    }
  }

  private static Set<TagName> without(Set<TagName> all, Set<TagName> some) {
    return all.stream().filter(tag -> !some.contains(tag)).collect(toSet());
  }

  private void compareConsent(boolean told) {
    Map<Channel, Consent> before = draft.last().consent();
    var out = EnumSet.noneOf(Channel.class);
    var in = EnumSet.noneOf(Channel.class);
    consent()
        .forEach((channel, now) -> {
          Optional<Consent> was = Optional.ofNullable(before.get(channel));
          boolean news = was.isPresent() || told;
          if (now == Consent.OPTED_OUT && !was.equals(Optional.of(now)) && news) {
            out.add(channel);
          } else if (now == Consent.ALLOWED && was.equals(Optional.of(Consent.OPTED_OUT))) {
            in.add(channel);
          }
        });
    if (MailEvents.isTold(draft, at)) {
      out.remove(Channel.EMAIL);
    }
    tell(ConsentChange.OPTED_OUT, out);
    tell(ConsentChange.OPTED_IN, in);
    // an opt-out that is only carried along will be told by a delivery of its own
    Map<Channel, Consent> known = consent();
    known.keySet().removeIf(channel -> !told && !before.containsKey(channel));
    draft.remember(known);
  }

  /// Without the settings of the channels, `dnd` is worth believing only when it is true: false
  /// then says that not all channels are blocked, which may leave one that is.
  private Map<Channel, Consent> consent() {
    var dnd = new WireDnd(json);
    if (json.at("dndSettings").isObject() || dnd.everywhere().orElse(false)) {
      return Consents.of(dnd);
    }
    return new EnumMap<>(Channel.class);
  }

  private void tell(ConsentChange change, Set<Channel> channels) {
    if (channels.isEmpty()) {
      return;
    }
    draft.tell(
        "consent-" + word(change) + "/" + draft.contact() + "/" + draft.notice().version(),
        at,
        Provenance.UNKNOWN,
        new Happening.ConsentHappened(change, channels));
  }

  private static String word(Enum<?> change) {
    return change.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
