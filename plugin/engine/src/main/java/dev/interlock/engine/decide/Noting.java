package dev.interlock.engine.decide;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.model.Continuation;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.EventPattern.Hand;
import dev.interlock.contract.model.EventPattern.HandAct;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.ExitName;
import dev.interlock.core.EventsInWords;
import dev.interlock.core.run.Admission.Reason;
import dev.interlock.core.run.Effect.Concern;
import dev.interlock.core.run.Entry;
import dev.interlock.core.run.Run;
import dev.interlock.engine.desk.Desk;
import dev.interlock.engine.desk.Edition;
import dev.interlock.engine.store.ForeignActs;
import dev.interlock.engine.store.Lanes;
import dev.interlock.engine.store.Notices;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Takes note, for people, of what a deliberation comes to besides runs.
record Noting(Desk desk, ContactId contact, Changes changes, Instant now) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  /// How something was heard of.
  enum From {
    /// A webhook told it, or it is of our own making.
    THE_CRM("", Echo.LATEST),
    /// No webhook told it: it was found by reading the CRM.
    A_READING(" (found by reading the CRM: no webhook had told it)", Echo.LATEST_READ);

    private final String words;
    private final Duration latestEcho;

    From(String words, Duration latestEcho) {
      this.words = words;
      this.latestEcho = latestEcho;
    }

    static From of(Matter matter) {
      return matter instanceof Matter.Heard(_, var byReading) && byReading ? A_READING : THE_CRM;
    }

    /// How long after a write of ours what is heard of so may be its echo.
    Duration latestEcho() {
      return latestEcho;
    }
  }

  /// Something was heard of the contact.
  void heard(DomainEvent event) {
    heard(event, From.THE_CRM);
  }

  /// Something was heard of the contact in this way.
  void heard(DomainEvent event, From from) {
    String words = EventsInWords.words(event.what()) + from.words;
    changes.add(tables -> tables.events().add(desk.id(), event, words, now));
    new Staying(desk, contact, changes, now).heard(event);
  }

  /// The contact was not admitted.
  void refused(Edition edition, String cause, List<Reason> reasons) {
    var refusal = new Notices.Refusal(contact, edition.id(), edition.hash(), cause, reasons);
    changes.add(tables -> tables.notices().refused(desk.id(), refusal, now));
  }

  /// The contact waited for a lane, and is not admitted, since the contract takes no entries by
  /// now.
  void closed(Lanes.Entrant entrant) {
    String words =
        "the workflow takes no new entries any longer: it did when the contact was to enter, and then"
            + " waited for the lane "
            + entrant.lane();
    changes.add(tables ->
        tables
            .versions()
            .latest(desk.id(), entrant.contract())
            .ifPresent(
                hash -> tables.notices().refused(desk.id(), closed(entrant, hash, words), now)));
  }

  /// The contact waited for a lane, and is not admitted, since this version, which went live
  /// meanwhile, begins with something else.
  void closed(Lanes.Entrant entrant, Edition edition) {
    String words =
        "another version of the workflow is live by now, which does not begin with this: the contact"
            + " waited for the lane "
            + entrant.lane();
    var refusal = closed(entrant, edition.hash(), words);
    changes.add(tables -> tables.notices().refused(desk.id(), refusal, now));
  }

  private Notices.Refusal closed(Lanes.Entrant entrant, String hash, String words) {
    var reasons = List.of(new Reason("closed", words));
    return new Notices.Refusal(contact, entrant.contract(), hash, entrant.cause().id(), reasons);
  }

  /// An operator moved a run to another version.
  void moved(Run run, Matter.Moved order) {
    var note =
        new Notices.Order(
            order.by(),
            "moved the run to version " + order.hash(),
            Optional.of(run.id()),
            Optional.of(contact));
    changes.add(tables -> tables.notices().ordered(desk.id(), note, now));
  }

  /// Somebody has to look at a run.
  void attend(Run run, Concern concern, String words) {
    var attention =
        new Notices.Attention(Optional.of(run.id()), Optional.of(contact), concern, words);
    changes.add(tables -> tables.notices().attend(desk.id(), attention, now));
  }

  /// Somebody did with this contact what nobody is declared to do.
  void unfounded(String words) {
    var attention =
        new Notices.Attention(Optional.empty(), Optional.of(contact), Concern.UNFOUNDED, words);
    changes.add(tables -> tables.notices().attendOnce(desk.id(), attention, now));
  }

  /// A foreign hand acted on this contact while runs are under way: it is counted, and the first
  /// message of a day is raised.
  ///
  /// @param isExpected whether somebody is declared to write to contacts
  void foreign(DomainEvent event, Hand hand, HandAct act, boolean isExpected) {
    ZoneId zone = desk.installation().location().zone();
    LocalDate today = LocalDate.ofInstant(now, zone);
    var noted = new ForeignActs.Act(event.id(), contact, hand, act);
    String words =
        EventsInWords.words(event.what())
            + " on "
            + DAY.format(today)
            + ", while a workflow was at work with the contact. See that they do not contradict"
            + " each other. What more came that day is counted, and not raised.";
    var attention =
        new Notices.Attention(Optional.empty(), Optional.of(contact), Concern.FOREIGN_HAND, words);
    Instant morning = today.atStartOfDay(zone).toInstant();
    changes.add(tables -> {
      boolean isFirst = tables.foreignActs().add(desk.id(), noted, morning, now);
      if (isFirst && act == HandAct.MESSAGED && !isExpected) {
        tables.notices().attendOnce(desk.id(), attention, now);
      }
    });
  }

  /// The contract that an exit routes to turned the contact away: the journal says what is the next
  /// valid action then.
  void notTaken(Run run, ContractId contract, ExitName exit, Reason reason) {
    var from = desk.editions().of(run.contract(), run.contractHash()).contract();
    String next =
        from.exit(exit).map(Exit::continuation).orElse(new Continuation.Nothing())
                instanceof Continuation.RoutesTo(_, var orElse)
            ? orElse.map(action -> " Next: " + action + ".").orElse("")
            : "";
    String words =
        reason.code().equals("running")
            ? "The contact goes on in " + contract + ": " + reason.words() + "."
            : contract + " did not take the contact: " + reason.words() + "." + next;
    var entry = new Entry(Entry.Kind.TURNED_AWAY, exit.text(), words);
    changes.add(tables -> tables.journal().add(desk.id(), run.id(), List.of(entry), now));
  }
}
