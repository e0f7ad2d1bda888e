package dev.interlock.core;

import dev.interlock.contract.contact.Appointment;
import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.Deal;
import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.contact.Known;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.EntryClause;
import dev.interlock.contract.model.EntryClause.Demand;
import dev.interlock.contract.model.EntryClause.WhenUnknown;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.LaneClaim;
import dev.interlock.contract.model.LaneClaim.WhenOccupied;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.Reentry;
import dev.interlock.contract.model.Trigger.OwnWrites;
import dev.interlock.core.program.Program;
import dev.interlock.core.run.Admission;
import dev.interlock.core.run.Admission.Reason;
import dev.interlock.core.run.Entry.Kind;
import dev.interlock.core.run.Facts;
import dev.interlock.core.run.Memory;
import dev.interlock.core.run.Memory.Subject;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.RunId;
import dev.interlock.core.run.Standing;
import dev.interlock.core.run.Surroundings.Active;
import dev.interlock.core.run.Surroundings.Holder;
import dev.interlock.core.run.Surroundings.Past;
import dev.interlock.core.run.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A contract's door: who may enter, who waits, and why not.
final class Door {
  private final Program program;
  private final Contract contract;
  private final String hash;
  private final RunId fresh;
  private final DomainEvent cause;
  private final Facts facts;
  private final Instant now;

  Door(Program program, String hash, RunId fresh, DomainEvent cause, Facts facts, Instant now) {
    this.program = program;
    this.contract = program.contract();
    this.hash = hash;
    this.fresh = fresh;
    this.cause = cause;
    this.facts = facts;
    this.now = now;
  }

  Admission admit() {
    boolean echo =
        cause.provenance() == Provenance.OURS
            && contract.trigger().ownWrites() == OwnWrites.IGNORED
            && !(cause.what() instanceof Happening.Routed);
    if (echo || !Listening.begins(contract.trigger().event(), contract.id(), cause.what())) {
      return new Admission.NotMeant();
    }
    return switch (facts.contact()) {
      case Known.Unsaid<ContactSnapshot> _ -> new Admission.NeedsContact();
      case Known.Said<ContactSnapshot>(var contact) -> judge(contact);
    };
  }

  private Admission judge(ContactSnapshot contact) {
    if (!contact.exists()) {
      return refused("filter", "the CRM has no such contact");
    }
    View plain = new View(contact, facts.around(), fresh, Subject.contactOnly(), Map.of(), now);
    Optional<Key> key = key(plain);
    if (key.isEmpty()) {
      return refused(
          "subject", "there is no " + contract.key().words() + " for the workflow to be about");
    }
    View view =
        new View(contact, facts.around(), fresh, key.get().subject(), key.get().deals(), now);
    List<Reason> reasons = new ArrayList<>();
    running(key.get()).ifPresent(reasons::add);
    reentry(key.get()).ifPresent(reasons::add);
    reasons.addAll(unmet(contract, view));
    if (!reasons.isEmpty()) {
      return new Admission.Refused(reasons);
    }
    return throughLane(key.get());
  }

  private Admission throughLane(Key key) {
    if (!(contract.lane()
        instanceof LaneClaim.InLane(var lane, var whenOccupied, var priority, var orElse))) {
      return begin(key);
    }
    Holder holder = facts.around().lanes().get(lane);
    if (holder == null) {
      return begin(key);
    }
    String words = "the lane " + lane + " is held by " + holder.contract();
    String instead = orElse.map(next -> "; next: " + next).orElse("");
    return switch (whenOccupied) {
      case WhenOccupied.Refuse() -> refused("lane", words + instead);
      case WhenOccupied.Displace() ->
          holder.priority() < priority
              ? new Admission.Displaces(holder.run())
              : refused("lane", words + ", whose claim is no weaker" + instead);
      case WhenOccupied.Queue(var limit) -> queue(key, words, now.plus(limit));
    };
  }

  private Admission queue(Key key, String words, Instant until) {
    Run run = run(key, new Standing.Queued(now, until));
    Turn turn = new Turn(program, run, facts, now);
    turn.note(Kind.QUEUED, "", "Waits in turn: " + words + ".");
    return decided(turn.rest(run.standing()), true);
  }

  private Admission begin(Key key) {
    Run run = run(key, new Standing.Queued(now, now));
    Turn turn = new Turn(program, run, facts, now);
    turn.note(
        Kind.ENTERED,
        "",
        "Entered: "
            + contract.trigger().milestone()
            + " ("
            + EventsInWords.words(cause.what())
            + ").");
    return decided(new Walk(turn).from(program.start(), now), false);
  }

  private static Admission decided(Verdict verdict, boolean queued) {
    return switch (verdict) {
      case Verdict.NeedsContact() -> new Admission.NeedsContact();
      case Verdict.Decided(var decision) ->
          queued ? new Admission.Queued(decision) : new Admission.Admitted(decision);
    };
  }

  private Run run(Key key, Standing standing) {
    return new Run(
        fresh,
        cause.contact(),
        contract.id(),
        hash,
        key.text(),
        cause.id(),
        now,
        standing,
        Memory.fresh(key.subject(), key.deals(), cause.occurredAt()));
  }

  /// What a run is about, and how its key reads.
  private record Key(String text, Subject subject, Map<PipelineName, DealId> deals) {
    Key(String text, Subject subject) {
      this(text, subject, Map.of());
    }

    static Key of(Place place) {
      return new Key(
          place.deal().text(),
          new Subject(Optional.empty(), Optional.of(place.deal())),
          place.own());
    }
  }

  /// An opportunity and the pipeline it is in.
  private record Place(PipelineName pipeline, DealId deal) {
    Map<PipelineName, DealId> own() {
      return Map.of(pipeline, deal);
    }
  }

  private Optional<Key> key(View view) {
    return switch (contract.key()) {
      case CONTACT ->
          Optional.of(
              new Key("contact", subjectOfCause(), ofCauseDeal().map(Place::own).orElse(Map.of())));
      case APPOINTMENT ->
          ofCauseAppointment()
              .or(() -> nextAppointment(view))
              .map(one ->
                  new Key(one.id().text(), new Subject(Optional.of(one.id()), Optional.empty())));
      case OPPORTUNITY -> ofCauseDeal().or(() -> openDeal(view)).map(Key::of);
      case INVOICE ->
          cause.what() instanceof Happening.MoneyHappened(_, var invoice)
              ? Optional.of(new Key(invoice, Subject.contactOnly()))
              : Optional.empty();
    };
  }

  private Subject subjectOfCause() {
    return new Subject(ofCauseAppointment().map(Appointment::id), ofCauseDeal().map(Place::deal));
  }

  private Optional<Appointment> ofCauseAppointment() {
    return cause.what() instanceof Happening.AppointmentHappened(_, var appointment)
        ? Optional.of(appointment)
        : Optional.empty();
  }

  private Optional<Place> ofCauseDeal() {
    return switch (cause.what()) {
      case Happening.DealHappened(_, var deal, var pipeline) ->
          Optional.of(new Place(pipeline, deal));
      case Happening.StageEntered(var deal, var stage) ->
          Optional.of(new Place(stage.pipeline(), deal));
      case Happening _ -> Optional.empty();
    };
  }

  /// The contact's next appointment that no run of this contract is about yet; where each has its
  /// run, the next one, so that the refusal says so.
  private Optional<Appointment> nextAppointment(View view) {
    List<Appointment> ahead =
        view.contact().appointments().orElse(List.of()).stream()
            .filter(one -> one.isAhead(now))
            .filter(one -> isOfTriggersCalendar(contract.trigger().event(), one))
            .sorted(Comparator.comparing(Appointment::start).thenComparing(Appointment::id))
            .toList();
    return ahead.stream()
        .filter(one -> running(one.id().text()).isEmpty())
        .findFirst()
        .or(() -> ahead.stream().findFirst());
  }

  private static boolean isOfTriggersCalendar(EventPattern trigger, Appointment appointment) {
    return switch (trigger) {
      case EventPattern.AppointmentEvent(_, var calendar) ->
          calendar.map(appointment.calendar()::equals).orElse(true);
      case EventPattern.Either(var patterns) ->
          patterns.stream().anyMatch(one -> isOfTriggersCalendar(one, appointment));
      case EventPattern _ -> true;
    };
  }

  private static Optional<Place> openDeal(View view) {
    return view.contact().deals().orElse(List.of()).stream()
        .filter(deal -> deal.status() == DealStatus.OPEN)
        .max(Comparator.comparing(Deal::touchedAt).thenComparing(Deal::id))
        .map(deal -> new Place(deal.stage().pipeline(), deal.id()));
  }

  private Optional<Reason> running(Key key) {
    return running(key.text())
        .map(run ->
            new Reason(
                "running",
                "the workflow already runs for this "
                    + contract.key().words()
                    + ", since "
                    + Calendars.words(run.begunAt(), facts.around().zone())));
  }

  private Optional<Active> running(String key) {
    return facts.around().active().stream()
        .filter(run -> run.contract().equals(contract.id()) && run.key().equals(key))
        .findFirst();
  }

  private Optional<Reason> reentry(Key key) {
    Optional<Past> last =
        facts.around().ended().stream()
            .filter(run -> run.contract().equals(contract.id()) && run.key().equals(key.text()))
            .max(Comparator.comparing(Past::endedAt));
    return last.flatMap(this::tooSoon).map(words -> new Reason("reentry", words));
  }

  private Optional<String> tooSoon(Past last) {
    String when = "it ran before, until " + Calendars.words(last.endedAt(), facts.around().zone());
    return switch (contract.reentry()) {
      case Reentry.AfterExit() -> Optional.empty();
      case Reentry.Never() -> Optional.of(when + ", and runs only once");
      case Reentry.After(var span) ->
          last.endedAt().plus(span).isAfter(now)
              ? Optional.of(when + ", and only runs again " + Spans.words(span) + " later")
              : Optional.empty();
    };
  }

  /// Every clause of the entry filter that turns the contact away.
  static List<Reason> unmet(Contract contract, View view) {
    List<Reason> reasons = new ArrayList<>();
    for (EntryClause clause : contract.admits()) {
      Truth truth = Asking.ask(clause.condition(), view);
      Truth wanted = clause.demand() == Demand.REQUIRE ? Truth.YES : Truth.NO;
      if (truth == Truth.UNKNOWN && clause.whenUnknown() == WhenUnknown.TURN_AWAY) {
        reasons.add(
            new Reason("unknown", "the CRM does not say enough to tell: " + clause.reason()));
      } else if (truth != wanted && truth != Truth.UNKNOWN) {
        reasons.add(new Reason("filter", clause.reason()));
      }
    }
    return List.copyOf(reasons);
  }

  private static Admission refused(String code, String words) {
    return new Admission.Refused(List.of(new Reason(code, words)));
  }
}
