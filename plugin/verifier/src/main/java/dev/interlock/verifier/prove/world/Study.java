package dev.interlock.verifier.prove.world;

import dev.interlock.contract.contact.Consent;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.event.Happening.AppointmentHappened;
import dev.interlock.contract.model.CalendarName;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.EntryClause;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.EventPattern.AppointmentChange;
import dev.interlock.contract.model.RunKey;
import dev.interlock.contract.model.Trigger.OwnWrites;
import dev.interlock.core.Listening;
import dev.interlock.core.program.Node;
import dev.interlock.simulation.script.Act;
import dev.interlock.verifier.prove.symbolic.Assignment;
import dev.interlock.verifier.prove.symbolic.Machine;
import dev.interlock.verifier.prove.symbolic.Move;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.symbolic.Tri;
import dev.interlock.verifier.prove.symbolic.Variable;
import dev.interlock.verifier.walk.Listened;
import dev.interlock.verifier.walk.Patterns;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A few contracts, looked at closely, in a world that does whatever it may: the machine in which
/// properties are proved.
///
/// The world is prompt: what happens is heard by every run and decided at every door before
/// anything else happens. What comes late all the same is caught at run time: clauses and consent
/// are asked of a fresh reading before each message, and stages move by comparing first
/// (docs/decisions/0017).
///
/// Contracts of the set that are not under study are its surroundings: each of their writes may
/// happen at any time, unless a run under study holds the lane that they would need. A contract
/// whose runs are about more than the contact is its own surroundings as well: there may be more
/// runs of it than it has seats.
public final class Study {
  private final Survey survey;
  private final List<Seat> seats;
  private final Account account;
  private final Runs runs;
  private final Questions questions;
  private final Urgency urgency = new Urgency(this);
  private final Map<Seat, Latch> latches = new LinkedHashMap<>();
  private final List<Contract> outside;
  private final boolean surrounded;
  private final Variable over = Variable.flag("the new version is live");

  private Study(Survey survey, List<Seat> seats, boolean surrounded) {
    this.survey = survey;
    this.seats = List.copyOf(seats);
    this.surrounded = surrounded;
    this.outside =
        set().contracts().stream()
            .filter(contract ->
                contract.key() != RunKey.CONTACT
                    || seats.stream().noneMatch(seat -> seat.id().equals(contract.id())))
            .toList();
    this.account = new Account(survey);
    this.runs = new Runs(this.seats, surrounded ? outside : List.of(), survey.changeover());
    this.questions = new Questions(account, runs);
  }

  /// Contracts of the set, among all others of it as surroundings. One that is named twice has two
  /// seats.
  public static Study of(Survey survey, List<Contract> studied) {
    return new Study(survey, seats(survey, studied), true);
  }

  /// The same, for whoever studies a set only once.
  public static Study of(ContractSet set, List<Contract> studied) {
    return of(Survey.of(set), studied);
  }

  /// Contracts of the set, as if there were no others.
  public static Study alone(Survey survey, List<Contract> studied) {
    return new Study(survey, seats(survey, studied), false);
  }

  /// The same, for whoever studies a set only once.
  public static Study alone(ContractSet set, List<Contract> studied) {
    return alone(Survey.of(set), studied);
  }

  private static List<Seat> seats(Survey survey, List<Contract> studied) {
    List<Seat> seats = new ArrayList<>();
    for (Contract contract : studied) {
      int number = 1 + (int) seats.stream().filter(seat -> seat.id().equals(contract.id())).count();
      seats.add(new Seat(contract, survey.outline(contract).program(), number));
    }
    return seats;
  }

  public ContractSet set() {
    return survey.set();
  }

  Survey survey() {
    return survey;
  }

  /// Whether a version that goes live, or one that takes no entries from then on, is looked at.
  private boolean isPhased() {
    return seats.stream().anyMatch(seat -> survey.changeover().concerns(seat.id()));
  }

  /// Where the contract takes entries.
  public Predicate takesEntries(ContractId contract) {
    if (!isPhased() || !survey.changeover().concerns(contract)) {
      return Predicate.always();
    }
    return over.is(survey.changeover().takesEntries(contract, true) ? Values.YES : Values.NO);
  }

  /// Where a run of the contract may be under way: its version began to take entries.
  Predicate mayRun(ContractId contract) {
    return isPhased() && !survey.changeover().takesEntries(contract, false)
        ? over.is(Values.YES)
        : Predicate.always();
  }

  /// Whether these two are one contract, or versions of one.
  public boolean isOne(ContractId one, ContractId other) {
    return survey.changeover().isOne(one, other);
  }

  public List<Seat> seats() {
    return seats;
  }

  /// What is known of the contact. Properties track what they speak of before the machine is made.
  public Account account() {
    return account;
  }

  Runs runs() {
    return runs;
  }

  Questions questions() {
    return questions;
  }

  /// Where the condition holds, asked by a run in the seat.
  public Tri ask(Condition condition, Seat seat) {
    return questions.ask(condition, seat);
  }

  /// Where the channel has an address to reach the contact by.
  public Predicate hasAddress(Channel channel) {
    return questions.hasAddress(channel);
  }

  /// Where the CRM says this of the contact's consent.
  public Predicate consent(Channel channel, Consent said) {
    return account
        .track(new Attribute.Consent(channel))
        .is(said == Consent.OPTED_OUT ? Values.OPTED_OUT : Values.ALLOWED);
  }

  /// Where the contact asked for no more messages since the run in the seat began.
  public Predicate wasToldToStop(Seat seat) {
    return seat.refusing().holds();
  }

  /// The clauses of the entry filter that stand for the whole run.
  public List<EntryClause> standingClauses(Seat seat) {
    return new StandingClauses(this, seat).all();
  }

  /// The clauses of the entry filter that ask about the contact, and not about runs or the time.
  public List<EntryClause> clausesAboutContacts(Seat seat) {
    return seat.contract().admits().stream()
        .filter(clause -> !StandingClauses.asksAboutRuns(clause.condition()))
        .toList();
  }

  /// Where the clause lets the contact pass.
  public Predicate isMet(Seat seat, EntryClause clause) {
    return DoorMoves.met(this, seat, clause);
  }

  /// Where the clause is known to be false, and not by the run's own doing.
  public Predicate isBrokenByOthers(Seat seat, EntryClause clause) {
    return DoorMoves.broken(this, seat, clause)
        .and(new StandingClauses(this, seat).mayBeOwnDoing(clause).not());
  }

  /// Where a contact who asks to be let in would be: by the filter, by the lane and by re-entry.
  public Predicate admissible(Seat seat) {
    return new DoorMoves(this, seat).isOpen();
  }

  /// Whether the move brings the contact to the contract's door.
  public boolean asksIn(Move<Event> move, ContractId contract) {
    return move.updates().contains(runs.pending(contract).becomes(Values.YES));
  }

  /// Where nobody has to do anything at once but the run in the seat.
  public Predicate nothingIsUrgentBesides(Seat seat) {
    return urgency.anythingBesides(Optional.of(seat)).not();
  }

  /// Where the run in the seat rests, or is none: not between two things that it does in one
  /// breath.
  public Predicate isResting(Seat seat) {
    return Predicate.any(
            seat.places().values().stream()
                .filter(urgency::rests)
                .map(node -> seat.standsAt(node.id()))
                .toList())
        .or(seat.isInside().not());
  }

  Latch latch(Seat seat) {
    Latch latch = latches.get(seat);
    if (latch == null) {
      throw new IllegalStateException("no latch yet for " + seat.label());
    }
    return latch;
  }

  /// The machine: everything that can happen, and how a contact may stand at first.
  public Machine<Event> machine() {
    readAll();
    List<WorldAct> acts =
        new WorldActs(account, seats, patterns()).all().stream().filter(this::matters).toList();
    for (Seat seat : seats) {
      latches.put(seat, new Latch(seat, acts.stream().filter(act -> listens(seat, act)).toList()));
    }
    List<Move<Event>> moves = new ArrayList<>();
    for (Seat seat : seats) {
      moves.addAll(new DoorMoves(this, seat).all());
      moves.addAll(new HearingMoves(this, seat).all());
      moves.addAll(new StepMoves(this, seat, urgency).all());
    }
    seats.stream()
        .map(Seat::id)
        .distinct()
        .forEach(contract -> moves.addAll(DoorMoves.refusals(this, contract)));
    Predicate quiet = urgency.anything().not();
    acts.forEach(act -> acting(act).forEach(move -> moves.add(move.where(quiet))));
    new Drifts(account).moves().forEach(move -> moves.add(move.where(quiet)));
    runs.ageing().forEach(move -> moves.add(move.where(quiet)));
    seats.forEach(seat -> moves.add(withdrawal(seat).where(quiet)));
    if (isPhased()) {
      moves.add(
          new Move<Event>(
                  new Event.GoesLive(), over.is(Values.NO), List.of(over.becomes(Values.YES)))
              .where(quiet));
    }
    if (surrounded) {
      new Surroundings(this, outside).moves().forEach(move -> moves.add(move.where(quiet)));
    }
    Predicate initial = account.opening().and(runs.opening()).and(empty());
    return new Machine<>(variables(), initial, moves);
  }

  /// A colleague takes the contact out of the contract, while the run waits or has something under
  /// way; what was under way is not done any more. A run whose command is under way stands where it
  /// goes on from there, which may be anywhere.
  private Move<Event> withdrawal(Seat seat) {
    List<Predicate> places = new ArrayList<>();
    for (Node node : seat.places().values()) {
      switch (node) {
        case Node.SendNode _, Node.ActNode _, Node.WaitNode _, Node.AwaitNode _ ->
            places.add(seat.standsAt(node.id()));
        case Node.BranchNode _, Node.SplitNode _, Node.LeaveNode _ ->
            places.add(seat.standsAt(node.id()).and(seat.open().is(Values.YES)));
      }
    }
    return new Move<>(
        new Event.Withdraws(seat),
        Predicate.any(places),
        List.of(
            seat.comesTo(seat.withdrawnPlace()),
            seat.open().becomes(Values.NO),
            latch(seat).emptied()));
  }

  private Predicate empty() {
    List<Predicate> all = new ArrayList<>();
    if (isPhased()) {
      all.add(over.is(Values.NO));
    }
    for (Seat seat : seats) {
      all.add(seat.isIdle());
      all.add(seat.open().is(Values.NO));
      all.add(seat.refusing().is(Values.NO));
      all.add(seat.own().is(Values.NONE_OF_ITS_OWN));
      all.add(latch(seat).isEmpty());
    }
    return Predicate.all(all);
  }

  private List<Variable> variables() {
    List<Variable> all = new ArrayList<>(beforeGhosts());
    afterGhosts().forEach(all::add);
    return all;
  }

  /// The machine with its variables, and what properties let it remember, in the order in which
  /// diagrams are smallest.
  public Machine<Event> ordered(Machine<Event> machine) {
    List<Variable> all = new ArrayList<>(beforeGhosts());
    List<Variable> last = afterGhosts();
    Set<Variable> own = new HashSet<>(all);
    own.addAll(last);
    machine.variables().stream().filter(variable -> !own.contains(variable)).forEach(all::add);
    all.addAll(last);
    return new Machine<>(all, machine.initial(), machine.moves());
  }

  /// What has to be done at once, then where everybody stands, then facts, and first among these
  /// the ones with many values. Whatever is urgent allows little else, so that asking for it first
  /// keeps diagrams apart that would otherwise grow into one another: three times fewer nodes than
  /// with standing first, for contracts that write much.
  private List<Variable> beforeGhosts() {
    List<Variable> all = new ArrayList<>();
    if (isPhased()) {
      all.add(over);
    }
    seats.forEach(seat -> all.add(seat.open()));
    seats.forEach(seat -> all.add(latch(seat).variable()));
    all.addAll(runs.asked());
    seats.forEach(seat -> all.add(seat.at()));
    account
        .all()
        .forEach((attribute, variable) -> {
          if (isWide(attribute)) {
            all.add(variable);
          }
        });
    runs.remembered().forEach(all::add);
    return all;
  }

  private List<Variable> afterGhosts() {
    List<Variable> all = new ArrayList<>();
    seats.forEach(seat -> all.add(seat.refusing()));
    seats.forEach(seat -> all.add(seat.own()));
    account
        .all()
        .forEach((attribute, variable) -> {
          if (!isWide(attribute)) {
            all.add(variable);
          }
        });
    return all;
  }

  private static boolean isWide(Attribute attribute) {
    return switch (attribute) {
      case Attribute.Stage _, Attribute.Field _ -> true;
      case Attribute.Tag _, Attribute.Status _, Attribute.Address _, Attribute.Consent _ -> false;
      case Attribute.Diary _, Attribute.Started _, Attribute.Question _ -> false;
    };
  }

  /// Asks every condition once, so that all that is read is tracked before anything writes.
  private void readAll() {
    for (Seat seat : seats) {
      seat.contract().admits().forEach(clause -> questions.ask(clause.condition(), seat));
      new Reading(this, seat).everything();
    }
    Hearable hearable = new Hearable(account);
    patterns().forEach(hearable::track);
    for (dev.interlock.contract.model.Operation.Automation automation :
        set().operation().automations()) {
      if (!automation.startsOn().isEmpty()) {
        account.track(new Attribute.Started(automation.name()));
      }
    }
  }

  private List<EventPattern> patterns() {
    return Stream.concat(
            seats.stream()
                .flatMap(seat ->
                    Stream.concat(Listened.trigger(seat.contract()), Listened.in(seat.contract())))
                .map(Listened::event),
            set().operation().automations().stream()
                .flatMap(automation -> automation.startsOn().stream())
                .flatMap(Patterns::alternatives))
        .distinct()
        .toList();
  }

  private boolean matters(WorldAct act) {
    return !act.effects().isEmpty()
        || !act.writes().isEmpty()
        || seats.stream().anyMatch(seat -> listens(seat, act) || begins(seat.contract(), act))
        || seats.stream().anyMatch(seat -> seat.isFacing() && asksForNoMore(act))
        || act.by() instanceof dev.interlock.simulation.script.By.Automation
        || !started(act.happenings()).isEmpty();
  }

  private static boolean asksForNoMore(WorldAct act) {
    return act.happenings().stream().anyMatch(HearingMoves::asksForNoMore);
  }

  private static boolean listens(Seat seat, WorldAct act) {
    return act.happenings().stream().anyMatch(seat::listensTo);
  }

  /// Whether the act brings the contact to the contract's door.
  public static boolean begins(Contract contract, WorldAct act) {
    return act.happenings().stream().anyMatch(what -> begins(contract, what));
  }

  private static boolean begins(Contract contract, Happening what) {
    return switch (what) {
      case Happening.StartedByHand(var id, _) -> id.equals(contract.id());
      case Happening.StartedByApi(var id, _) -> id.equals(contract.id());
      case Happening.ScheduleReached(var id, _) -> id.equals(contract.id());
      case Happening _ -> Listening.matches(contract.trigger().event(), what);
    };
  }

  /// What else comes of happenings that our own writes cause.
  List<Assignment> causedByUs(List<Happening> happenings) {
    List<Assignment> all = new ArrayList<>(started(happenings));
    studied()
        .filter(contract -> contract.trigger().ownWrites() == OwnWrites.HEARD)
        .filter(contract -> happenings.stream().anyMatch(what -> begins(contract, what)))
        .forEach(contract -> all.add(runs.pending(contract.id()).becomes(Values.YES)));
    return all;
  }

  private Stream<Contract> studied() {
    return seats.stream().filter(seat -> seat.number() == 1).map(Seat::contract);
  }

  private List<Assignment> started(List<Happening> happenings) {
    return happenings.stream()
        .flatMap(what -> survey.startedBy(what).stream())
        .distinct()
        .map(automation -> account.tracked(new Attribute.Started(automation)))
        .flatMap(Optional::stream)
        .map(variable -> variable.becomes(Values.YES))
        .toList();
  }

  /// The act as moves: what it changes, whom it brings to which door, and what runs have to hear.
  private List<Move<Event>> acting(WorldAct act) {
    List<Assignment> updates = new ArrayList<>(act.effects());
    updates.addAll(started(act.happenings()));
    List<Happening> untilSeen =
        act.happenings().stream().filter(what -> !isOnlySeenByUs(act, what)).toList();
    Move<Event> plain =
        new Move<Event>(new Event.Acts(act), act.guard(), updates).doing(askedIn(untilSeen));
    Move<Event> seen = plain.doing(askedIn(act.happenings()));
    List<Move<Event>> moves =
        seen.updates().size() == plain.updates().size()
            ? List.of(plain)
            : List.of(plain.where(isWatched().not()), seen.where(mayBeWatched()));
    for (Seat seat : seats) {
      moves = moves.stream().flatMap(move -> heard(move, seat, act)).toList();
    }
    return moves;
  }

  private List<Assignment> askedIn(List<Happening> told) {
    return studied()
        .filter(contract -> told.stream().anyMatch(what -> begins(contract, what)))
        .map(contract -> runs.pending(contract.id()).becomes(Values.YES))
        .toList();
  }

  /// That a colleague's hand was in a change, nobody says: we see it, once a contact is under
  /// contract.
  private static boolean isOnlySeenByUs(WorldAct act, Happening what) {
    return what instanceof Happening.ForeignHandActed
        && (act.script() instanceof Act.TagChanged || act.script() instanceof Act.DealMoved);
  }

  private Predicate isWatched() {
    return Predicate.any(seats.stream().map(seat -> seat.isIdle().not()).toList());
  }

  private Predicate mayBeWatched() {
    return surrounded && !outside.isEmpty() ? Predicate.always() : isWatched();
  }

  private Stream<Move<Event>> heard(Move<Event> move, Seat seat, WorldAct act) {
    Latch latch = latch(seat);
    List<Assignment> told =
        seat.isFacing() && asksForNoMore(act)
            ? List.of(seat.refusing().becomes(Values.YES))
            : List.of();
    return appointment(move.doing(told), seat, act)
        .flatMap(about -> heard(about, seat, act, latch));
  }

  private static Stream<Move<Event>> heard(Concerning about, Seat seat, WorldAct act, Latch latch) {
    Latch.Entry all = new Latch.Entry(act, 0);
    if (!about.concerned() || !latch.isWorthKeeping(all)) {
      return Stream.of(about.move());
    }
    Move<Event> move = about.move();
    Stream<Move<Event>> heard =
        Stream.of(
            move.where(seat.isInside()).doing(List.of(latch.holding(all))),
            move.where(seat.isInside().not()));
    // of two things that only an await further on answers, either may be the one that it takes
    Stream<Move<Event>> kept =
        HearingMoves.isAnsweredAnywhere(seat, act)
            ? Stream.of()
            : Stream.of(move.where(seat.isInside().and(latch.isEmpty().not())));
    // whoever is let in because of the first thing that is told still hears the next
    Stream<Move<Event>> entering =
        IntStream.range(0, act.happenings().size())
            .filter(i -> begins(seat.contract(), act.happenings().get(i)))
            .mapToObj(all::after)
            .filter(latch::isWorthKeeping)
            .map(rest -> move.where(seat.isIdle()).doing(List.of(latch.holding(rest))))
            .limit(1);
    return Stream.of(heard, kept, entering).flatMap(moves -> moves);
  }

  /// A move, and whether it is any business of the run in the seat.
  private record Concerning(Move<Event> move, boolean concerned) {}

  /// What becomes of another appointment than the run's own is none of its business, unless it is a
  /// new one.
  private Stream<Concerning> appointment(Move<Event> move, Seat seat, WorldAct act) {
    Optional<AppointmentHappened> happened =
        act.happenings().stream()
            .filter(AppointmentHappened.class::isInstance)
            .map(AppointmentHappened.class::cast)
            .filter(what -> what.change() != AppointmentChange.BOOKED)
            .findFirst();
    if (!seat.mayHaveItsOwn() || happened.isEmpty()) {
      return Stream.of(new Concerning(move, true));
    }
    Predicate ownStands = seat.own().is(Values.OWN_STANDS);
    Predicate ownGone = seat.own().is(Values.OWN_GONE);
    CalendarName calendar = happened.get().appointment().calendar();
    Predicate another =
        account.calendars().size() > 1
            ? Predicate.always()
            : account
                .tracked(new Attribute.Diary(calendar))
                .map(diary -> diary.is(Values.MORE))
                .orElse(Predicate.always());
    Move<Event> itsOwn = move.where(ownStands);
    return Stream.of(
        new Concerning(move.where(ownStands.or(ownGone).not()), true),
        new Concerning(
            happened.get().change() == AppointmentChange.CANCELLED
                ? itsOwn.doing(List.of(seat.own().becomes(Values.OWN_GONE)))
                : itsOwn,
            true),
        new Concerning(move.where(ownStands.and(another)), false),
        new Concerning(move.where(ownGone), false));
  }

  /// Asks every version of the contract in that is studied; the one that takes entries decides.
  List<Assignment> routedTo(ContractId contract) {
    return studied()
        .filter(one -> isOne(one.id(), contract))
        .map(one -> runs.pending(one.id()).becomes(Values.YES))
        .toList();
  }
}
