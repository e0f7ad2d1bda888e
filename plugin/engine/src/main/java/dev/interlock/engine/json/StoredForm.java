package dev.interlock.engine.json;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.Happening;
import dev.interlock.core.run.Admission.Reason;
import dev.interlock.core.run.Command.Doing;
import dev.interlock.core.run.Entry;
import dev.interlock.core.run.Memory;
import dev.interlock.core.run.Outcome;
import dev.interlock.core.run.RunId;
import dev.interlock.core.run.Standing;
import dev.interlock.crm.Deed;
import dev.interlock.crm.Remembered;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;

/// The written form of everything that is stored as text, and back. What can be taken apart is read
/// either way. What cannot be read is an [UnreadableException].
public final class StoredForm {
  private StoredForm() {}

  /// A run's standing; of its own command it has the number only.
  public static String of(RunId run, Standing standing) {
    return StandingForm.write(run, standing).written();
  }

  /// A standing in what many runs have in common, and since and until when.
  public static Written apart(RunId run, Standing standing) {
    return StandingForm.apart(run, standing);
  }

  /// The end of a run without its moment, which is the same for many runs.
  public static String withoutMoment(Standing.Ended ended) {
    return StandingForm.withoutMoment(ended).written();
  }

  /// The standing of this run.
  public static Standing standing(RunId run, String written) {
    return StandingForm.read(run, In.of(written));
  }

  public static String of(Memory memory) {
    return MemoryForm.write(memory).written();
  }

  /// A memory in what many runs have in common, and ids and moments; nothing of a person is in the
  /// former.
  public static Written apart(Memory memory) {
    return MemoryForm.apart(memory);
  }

  public static Memory memory(String written) {
    return MemoryForm.read(In.of(written));
  }

  public static String of(DomainEvent event) {
    return EventForm.write(event).written();
  }

  public static DomainEvent event(String written) {
    return EventForm.read(In.of(written));
  }

  public static String of(Happening what) {
    return HappeningForm.write(what).written();
  }

  /// Whether nothing of one person or moment is in what happened: no id, no day, nothing that
  /// somebody wrote.
  public static boolean isCommon(Happening what) {
    return HappeningForm.isCommon(what);
  }

  public static Happening happening(String written) {
    return HappeningForm.read(In.of(written));
  }

  public static String of(Doing doing) {
    return DoingForm.write(doing).written();
  }

  public static Doing doing(String written) {
    return DoingForm.read(In.of(written));
  }

  public static String of(Deed deed) {
    return DeedForm.write(deed).written();
  }

  public static Deed deed(String written) {
    return DeedForm.read(In.of(written));
  }

  public static String of(Outcome outcome) {
    return OutcomeForm.write(outcome).written();
  }

  /// An outcome in its sort, and what the CRM calls the thing that was made.
  public static Written apart(Outcome outcome) {
    return OutcomeForm.apart(outcome);
  }

  /// An outcome; empty when it was a reading, of which no more is kept.
  public static Optional<Outcome> outcome(String written) {
    return OutcomeForm.read(In.of(written));
  }

  /// A line of a journal, as a list of its kind, step and words.
  public static String of(Entry entry) {
    return JsonNodeFactory.instance
        .arrayNode()
        .add(entry.kind().name())
        .add(entry.step())
        .add(entry.words())
        .toString();
  }

  public static String of(ContactId contact, Remembered remembered) {
    return ContactForm.write(contact, remembered).written();
  }

  public static Remembered remembered(ContactId contact, String written) {
    return ContactForm.read(contact, In.of(written));
  }

  public static String of(List<Reason> reasons) {
    return Out.plain()
        .parts(
            "reasons",
            reasons,
            (Reason each) -> Out.plain().text("code", each.code()).text("words", each.words()))
        .written();
  }

  public static List<Reason> reasons(String written) {
    return In.of(written)
        .parts("reasons", each -> new Reason(each.text("code"), each.text("words")));
  }
}
