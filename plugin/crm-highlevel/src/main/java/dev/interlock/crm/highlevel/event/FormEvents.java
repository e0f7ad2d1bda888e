package dev.interlock.crm.highlevel.event;

import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.crm.highlevel.names.Named;
import dev.interlock.crm.highlevel.wire.Json;
import dev.interlock.crm.highlevel.wire.WireForm;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Forms that a contact sent off: read in a list, and in some accounts told by a message as well.
///
/// The two share no number. A message and a reading of the same form by the same contact are one
/// submission when their moments are no further apart than [#SAME]; each message goes with one
/// reading at most, and the nearest ones go together, so that a form that was sent off twice counts
/// twice.
record FormEvents(Draft draft, Words words) {
  static final Duration SAME = Duration.ofMinutes(5);

  /// What is told once may be told again for so long.
  private static final Duration REMEMBERED = Duration.ofDays(2);

  private static final String FORM = "form ";

  /// It was told as a submission of its own, and waits to be met the other way.
  private static final String TOLD = " told ";

  /// It was told, and was met the other way.
  private static final String MET = " met ";

  /// The other way had told it.
  private static final String SAME_AS_TOLD = " same ";

  /// How it was heard of.
  private enum Way {
    MESSAGE,
    READING;

    private Way other() {
      return this == MESSAGE ? READING : MESSAGE;
    }

    /// Where it is kept what became of a submission.
    private String key(String state, String id) {
      return FORM + name() + state + id;
    }
  }

  /// Tells it, unless it was told the other way.
  void translate(String id, Instant at) {
    Optional<String> form = form();
    if (form.isEmpty()) {
      draft.silent("it does not name its form; it is found by reading");
      return;
    }
    Way way = draft.notice().readout().isPresent() ? Way.READING : Way.MESSAGE;
    forgetOld(at);
    if (draft.knownAsOf(way.key(SAME_AS_TOLD, id)).isPresent()) {
      draft.silent("it was told before, the other way");
      return;
    }
    boolean isTold =
        draft.knownAsOf(told(way, id, form.get())).isPresent()
            || draft.knownAsOf(way.key(MET, id)).isPresent();
    if (!isTold) {
      Optional<String> twin = twin(way, form.get(), at);
      if (twin.isPresent()) {
        meet(way, id, at, twin.get());
        return;
      }
      draft.knownAt(told(way, id, form.get()), at);
    }
    draft.tell(
        "form-submitted/" + id, at, Provenance.OUTSIDE, new Happening.FormSubmitted(form.get()));
  }

  private static String told(Way way, String id, String form) {
    return way.key(TOLD, id) + " " + form.toLowerCase(Locale.ROOT);
  }

  private void meet(Way way, String id, Instant at, String twin) {
    Instant toldAt = draft.knownAsOf(twin).orElse(at);
    String rest = rest(way.other(), twin);
    draft.forgetKnown(twin);
    draft.knownAt(way.other().key(MET, rest.substring(0, rest.indexOf(' '))), toldAt);
    draft.knownAt(way.key(SAME_AS_TOLD, id), at);
    draft.silent("it was told before, the other way");
  }

  /// What was told the other way of this form, the nearest to the moment, if it is near enough.
  private Optional<String> twin(Way way, String form, Instant at) {
    Way other = way.other();
    return draft.knownOf(other.key(TOLD, "")).entrySet().stream()
        .filter(told -> isOf(form, rest(other, told.getKey())))
        .filter(told -> apart(told, at).compareTo(SAME) <= 0)
        .min(
            Comparator.comparing((Map.Entry<String, Instant> told) -> apart(told, at))
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey);
  }

  /// The submission and its form.
  private static String rest(Way way, String told) {
    return told.substring(way.key(TOLD, "").length());
  }

  private static boolean isOf(String form, String rest) {
    return rest.substring(rest.indexOf(' ') + 1).equals(form.toLowerCase(Locale.ROOT));
  }

  private static Duration apart(Map.Entry<String, Instant> told, Instant at) {
    return Duration.between(told.getValue(), at).abs();
  }

  private void forgetOld(Instant at) {
    draft
        .knownOf(FORM)
        .forEach((key, moment) -> {
          if (moment.isBefore(at.minus(REMEMBERED))) {
            draft.forgetKnown(key);
          }
        });
  }

  /// The form's name. What stands in a message's subject is its name only if a form is called so.
  private Optional<String> form() {
    Json json = draft.notice().json();
    Optional<String> said = json.text("formName").map(String::strip);
    if (said.filter(name -> !name.isEmpty()).isPresent()) {
      return said;
    }
    Optional<String> id = json.text("formId").filter(text -> !text.isBlank());
    if (id.isPresent()) {
      return words.formsWith(id.get()).nameOf(id.get()).or(() -> id);
    }
    Optional<String> subject = json.text("subject").map(String::strip);
    return subject.isEmpty() || subject.get().isEmpty()
        ? Optional.empty()
        : subject.filter(text -> isForm(words.formsWith(""), text));
  }

  private static boolean isForm(Named<WireForm> forms, String name) {
    return forms.names().stream().anyMatch(name::equalsIgnoreCase);
  }
}
