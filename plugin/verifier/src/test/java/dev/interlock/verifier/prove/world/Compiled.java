package dev.interlock.verifier.prove.world;

import static dev.interlock.contract.dsl.Conditions.all;
import static dev.interlock.contract.dsl.Conditions.any;
import static dev.interlock.contract.dsl.Conditions.businessOpen;
import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Conditions.deal;
import static dev.interlock.contract.dsl.Conditions.endedBy;
import static dev.interlock.contract.dsl.Conditions.endedByWithin;
import static dev.interlock.contract.dsl.Conditions.inside;
import static dev.interlock.contract.dsl.Conditions.not;
import static dev.interlock.contract.dsl.Conditions.occupied;
import static dev.interlock.contract.dsl.Conditions.ranBefore;
import static dev.interlock.contract.dsl.Conditions.ranWithin;
import static dev.interlock.contract.dsl.Conditions.stage;
import static dev.interlock.contract.dsl.Events.anyOf;
import static dev.interlock.contract.dsl.Events.appointmentConfirmed;
import static dev.interlock.contract.dsl.Events.booked;
import static dev.interlock.contract.dsl.Events.callMissed;
import static dev.interlock.contract.dsl.Events.cancelled;
import static dev.interlock.contract.dsl.Events.contactChanged;
import static dev.interlock.contract.dsl.Events.contactCreated;
import static dev.interlock.contract.dsl.Events.dateReached;
import static dev.interlock.contract.dsl.Events.dealAbandoned;
import static dev.interlock.contract.dsl.Events.dealCreated;
import static dev.interlock.contract.dsl.Events.dealLost;
import static dev.interlock.contract.dsl.Events.dealWon;
import static dev.interlock.contract.dsl.Events.either;
import static dev.interlock.contract.dsl.Events.emailBounced;
import static dev.interlock.contract.dsl.Events.emailOpened;
import static dev.interlock.contract.dsl.Events.enters;
import static dev.interlock.contract.dsl.Events.everyMonth;
import static dev.interlock.contract.dsl.Events.foreignHand;
import static dev.interlock.contract.dsl.Events.formSubmitted;
import static dev.interlock.contract.dsl.Events.invoiceOverdue;
import static dev.interlock.contract.dsl.Events.invoicePaid;
import static dev.interlock.contract.dsl.Events.invoiceSent;
import static dev.interlock.contract.dsl.Events.linkClicked;
import static dev.interlock.contract.dsl.Events.messageDelivered;
import static dev.interlock.contract.dsl.Events.messageFailed;
import static dev.interlock.contract.dsl.Events.messageSent;
import static dev.interlock.contract.dsl.Events.noShow;
import static dev.interlock.contract.dsl.Events.noteAdded;
import static dev.interlock.contract.dsl.Events.optOut;
import static dev.interlock.contract.dsl.Events.optedIn;
import static dev.interlock.contract.dsl.Events.optedOut;
import static dev.interlock.contract.dsl.Events.paymentReceived;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Events.repliedBy;
import static dev.interlock.contract.dsl.Events.rescheduled;
import static dev.interlock.contract.dsl.Events.routedHere;
import static dev.interlock.contract.dsl.Events.showed;
import static dev.interlock.contract.dsl.Events.staffActed;
import static dev.interlock.contract.dsl.Events.startedByApi;
import static dev.interlock.contract.dsl.Events.startedByHand;
import static dev.interlock.contract.dsl.Events.tagAdded;
import static dev.interlock.contract.dsl.Events.tagRemoved;
import static dev.interlock.contract.dsl.Events.taskCompleted;
import static dev.interlock.contract.dsl.Events.taskCreated;
import static dev.interlock.contract.dsl.Exits.field;
import static dev.interlock.contract.dsl.Exits.noTag;
import static dev.interlock.contract.dsl.Exits.tag;
import static dev.interlock.contract.dsl.Operations.atMost;
import static dev.interlock.contract.dsl.Operations.automation;
import static dev.interlock.contract.dsl.Operations.stage;
import static dev.interlock.contract.dsl.Steps.addTag;
import static dev.interlock.contract.dsl.Steps.at;
import static dev.interlock.contract.dsl.Steps.await;
import static dev.interlock.contract.dsl.Steps.branch;
import static dev.interlock.contract.dsl.Steps.clearField;
import static dev.interlock.contract.dsl.Steps.completeTasks;
import static dev.interlock.contract.dsl.Steps.email;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.goOn;
import static dev.interlock.contract.dsl.Steps.markDeal;
import static dev.interlock.contract.dsl.Steps.moveTo;
import static dev.interlock.contract.dsl.Steps.note;
import static dev.interlock.contract.dsl.Steps.removeTag;
import static dev.interlock.contract.dsl.Steps.repeat;
import static dev.interlock.contract.dsl.Steps.retry;
import static dev.interlock.contract.dsl.Steps.setField;
import static dev.interlock.contract.dsl.Steps.share;
import static dev.interlock.contract.dsl.Steps.skip;
import static dev.interlock.contract.dsl.Steps.split;
import static dev.interlock.contract.dsl.Steps.startAutomation;
import static dev.interlock.contract.dsl.Steps.task;
import static dev.interlock.contract.dsl.Steps.thenExit;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.after;
import static dev.interlock.contract.dsl.Times.appointment;
import static dev.interlock.contract.dsl.Times.before;
import static dev.interlock.contract.dsl.Times.clock;
import static dev.interlock.contract.dsl.Times.daily;
import static dev.interlock.contract.dsl.Times.date;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.contract.dsl.Times.onTheDay;
import static dev.interlock.contract.dsl.Workflows.DISPLACE;
import static dev.interlock.contract.dsl.Workflows.OWN_WRITES_COUNT;
import static dev.interlock.contract.dsl.Workflows.REFUSE;
import static dev.interlock.contract.dsl.Workflows.afterDays;
import static dev.interlock.contract.dsl.Workflows.afterExit;
import static dev.interlock.contract.dsl.Workflows.inTurn;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.never;
import static dev.interlock.contract.dsl.Workflows.priority;
import static dev.interlock.contract.dsl.Workflows.refuse;
import static dev.interlock.contract.dsl.Workflows.require;
import static dev.interlock.contract.dsl.Workflows.whenOccupied;
import static dev.interlock.contract.dsl.Workflows.whenever;
import static dev.interlock.contract.model.Channel.EMAIL;
import static dev.interlock.contract.model.Channel.SMS;
import static dev.interlock.contract.model.DealStatus.LOST;
import static dev.interlock.contract.model.DealStatus.OPEN;
import static dev.interlock.contract.shop.Trade.BOOKED;
import static dev.interlock.contract.shop.Trade.CARE;
import static dev.interlock.contract.shop.Trade.ENGAGED;
import static dev.interlock.contract.shop.Trade.NEW;
import static dev.interlock.contract.shop.Trade.REPAIRS;
import static dev.interlock.contract.shop.Trade.SALES;
import static dev.interlock.contract.shop.Trade.TALKS;
import static dev.interlock.contract.shop.Trade.WON;
import static dev.interlock.contract.shop.Trade.begun;
import static dev.interlock.contract.shop.Trade.done;
import static dev.interlock.contract.shop.Trade.gone;
import static dev.interlock.contract.shop.Trade.inside;
import static dev.interlock.contract.shop.Trade.named;
import static dev.interlock.contract.shop.Trade.other;
import static dev.interlock.contract.shop.Trade.reachable;
import static dev.interlock.contract.shop.Trade.say;
import static dev.interlock.contract.shop.Trade.set;
import static dev.interlock.contract.shop.Trade.trade;
import static dev.interlock.contract.shop.Trade.triggered;
import static dev.interlock.contract.shop.Trade.won;

import dev.interlock.contract.dsl.Drafting.NeedsEntryFilter;
import dev.interlock.contract.dsl.OperationWords;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.EventPattern.HandAct;
import dev.interlock.contract.model.Operation.FieldKind;
import dev.interlock.contract.model.RunKey;
import dev.interlock.verifier.lot.Ordinary;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Small contracts that use every word of the language between them.
enum Compiled {
  MESSAGES_CAN_FAIL(Compiled::messages),
  AWAITS_ANSWER_AND_FALL_SILENT(Compiled::awaits),
  WAITS_FOR_MOMENTS_MAY_BE_PAST_OR_GONE(Compiled::moments),
  BRANCHES_ASK_OF_FIELDS(Compiled::fields),
  BRANCHES_ASK_OF_DEALS_AND_DATES(Compiled::questions),
  REPEATS_AND_SPLITS_UNFOLD(Compiled::repeats),
  STEPS_WRITE(Compiled::writes),
  COMMUNICATION_IS_HEARD(() ->
      hearing(
          replied(),
          repliedBy(EMAIL),
          replied().saying(optOut()),
          replied().saying(anyOf("price", "cost")),
          callMissed(),
          optedOut(),
          optedIn(SMS),
          formSubmitted("Quote"),
          messageSent(SMS),
          messageDelivered(SMS),
          messageFailed(EMAIL),
          emailBounced(),
          emailOpened(),
          linkClicked())),
  APPOINTMENTS_ARE_HEARD(() ->
      hearing(
          booked(),
          appointmentConfirmed(),
          rescheduled(),
          cancelled().in("Visits"),
          noShow(),
          showed())),
  DEALS_ARE_HEARD(() ->
      hearing(
          dealCreated(), dealWon(), dealLost().in(SALES), dealAbandoned(), enters(SALES, ENGAGED))),
  RECORDS_ARE_HEARD(() ->
      hearing(
          tagAdded("vip"),
          tagRemoved("vip"),
          contactChanged(),
          taskCreated(),
          taskCompleted(),
          noteAdded())),
  MONEY_IS_HEARD(() ->
      hearing(paymentReceived(), invoiceSent(), invoicePaid(), invoiceOverdue(), formSubmitted())),
  HANDS_ARE_HEARD(() ->
      hearing(
          staffActed(HandAct.MESSAGED, HandAct.CALLED),
          foreignHand(
              HandAct.MESSAGED,
              HandAct.CHANGED_TAG,
              HandAct.MOVED_STAGE,
              HandAct.BOOKED,
              HandAct.CALLED))),
  A_RECORD_BEGINS_A_RUN(() -> beginning(contactCreated())),
  A_CHANGE_BEGINS_A_RUN(() -> beginning(contactChanged())),
  A_PROGRAM_BEGINS_A_RUN(() -> beginning(startedByApi())),
  A_SCHEDULE_BEGINS_A_RUN(() -> beginning(everyMonth(1, clock(9, 0)))),
  A_DATE_BEGINS_A_RUN(() -> beginning(dateReached("Renewal", onTheDay(), clock(9, 0)))),
  ONE_OF_TWO_BEGINS_A_RUN(() -> beginning(either(booked(), startedByHand()))),
  LANES_DISPLACE_AND_QUEUE(Compiled::lanes),
  LANES_ARE_HELD_OUTSIDE(Compiled::lanesOutside),
  ROUTES_LEAD_ON(Compiled::routes),
  APPOINTMENTS_HAVE_RUNS(Compiled::keyed),
  AUTOMATIONS_ACT(Compiled::automations),
  QUIET_HOURS_HOLD_BACK(Compiled::held),
  HOLIDAYS_HOLD_BACK(Compiled::holidays),
  CLAUSES_STAND(Compiled::clauses),
  FIELDS_HAVE_KINDS(Compiled::kinds),
  OWN_WRITES_ARE_HEARD(Compiled::ownWrites),
  REENTRY_REMEMBERS(Compiled::reentry),
  CONTRACTS_ASK_OF_EACH_OTHER(Compiled::asking),
  BUSINESSES_WRITE(() -> Study.of(Ordinary.set(), List.of(Ordinary.set().contracts().getLast())));

  @SuppressWarnings("ImmutableEnumChecker") // methods of this file, which keep nothing
  private final Supplier<Study> study;

  Compiled(Supplier<Study> study) {
    this.study = study;
  }

  Study study() {
    return study.get();
  }

  String file() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt";
  }

  private static Study alone(Contract contract) {
    return study(set(contract), 1);
  }

  private static Study study(ContractSet set, int first) {
    return Study.of(set, set.contracts().subList(0, first));
  }

  private static Study messages() {
    return alone(
        begun("talk")
            .throughout(whenever(messageFailed(SMS)).thenExit("other"))
            .path(
                say("hello").onFailure(retry(1), thenExit("gone")).onBlocked(skip()),
                email("more", "More", "There is more.")
                    .onFailure(retry(1), goOn())
                    .onBlocked(thenExit("gone")),
                say("last").purpose("offer"),
                exit("done"))
            .exits(done(), gone(), other())
            .build());
  }

  private static Study awaits() {
    return alone(
        begun("ask")
            .throughout(
                whenever(booked())
                    .given(contact().hasTag("vip"))
                    .because("Friends")
                    .thenExit("won"))
            .path(
                say("question"),
                await("answer")
                    .when(replied().saying(optOut()))
                    .thenExit("gone")
                    .when(replied())
                    .given(deal(SALES).exists())
                    .because("They have one")
                    .then(addTag("asked").why("They did"))
                    .when(callMissed())
                    .thenGoOn()
                    .silentFor(days(1))
                    .then(say("again")),
                await("date")
                    .when(showed())
                    .thenExit("won")
                    .silentUntil(after(appointment(), hours(1)))
                    .thenExit("gone"))
            .exits(done(), gone(), won())
            .build());
  }

  private static Study moments() {
    return alone(
        begun("remind")
            .path(
                at("near", before(appointment("Visits"), hours(4)))
                    .ifPast(skip())
                    .ifGone(thenExit("gone"))
                    .then(say("soon")),
                at("renewal", before(date("Renewal", clock(9, 0)), days(1)))
                    .ifPast(thenExit("other"))
                    .ifGone(goOn())
                    .then(say("renew")),
                exit("done"))
            .exits(done(), gone(), other())
            .build());
  }

  private static Study fields() {
    return alone(
        inside(triggered("sort"))
            .path(
                branch("score")
                    .when(contact().field("Score").isAtLeast(5))
                    .because("High")
                    .thenExit("won")
                    .when(contact().field("Score").isBelow(2))
                    .because("Low")
                    .thenGoOn()
                    .whenUnknown(exit("other"))
                    .otherwiseGoOn(),
                branch("renewal")
                    .when(contact().field("Renewal").isWithin(days(7)))
                    .because("Soon")
                    .thenExit("won")
                    .when(contact().field("Renewal").isPastBy(days(30)))
                    .because("Over")
                    .thenExit("gone")
                    .otherwiseGoOn(),
                branch("source")
                    .when(contact().field("Source").contains("web"))
                    .because("The site")
                    .thenGoOn()
                    .when(contact().field("Source").isOneOf("Fair", "Friend"))
                    .because("People")
                    .thenExit("won")
                    .when(contact().field("Source").isEmpty())
                    .because("Nobody knows")
                    .thenExit("other")
                    .otherwiseGoOn(),
                branch("mood")
                    .when(contact().field("Mood").is("Happy"))
                    .because("Good")
                    .thenExit("won")
                    .otherwise(setField("Mood", "Sad").why("So it is"), exit("done")))
            .exits(done(), gone(), other(), won())
            .build());
  }

  private static Study questions() {
    return alone(
        triggered("look")
            .admits(
                require(stage(SALES).isBefore(BOOKED), "new ones only"),
                refuse(contact().hasTag("cold"), "they said no"),
                refuse(
                    all(contact().hasTag("vip"), not(contact().isAssigned())),
                    "the owner calls friends"))
            .outsideLanes("Only the desk sees it")
            .reentry(never())
            .path(
                branch("deal")
                    .when(deal(SALES).isOneOf(OPEN, LOST))
                    .because("There is one")
                    .thenGoOn()
                    .when(deal(REPAIRS).isWorthAtLeast(100))
                    .because("Worth it")
                    .thenExit("won")
                    .otherwiseGoOn(),
                branch("date")
                    .when(dev.interlock.contract.dsl.Times.appointment("Visits").isUpcoming())
                    .because("They come")
                    .thenGoOn()
                    .when(appointment().isUpcomingWithin(days(2)))
                    .because("Soon")
                    .thenExit("won")
                    .otherwiseGoOn(),
                branch("open")
                    .when(any(businessOpen(), stage(SALES).isAtOrAfter(ENGAGED)))
                    .because("Somebody is there")
                    .thenGoOn()
                    .otherwiseGoOn(),
                branch("texts")
                    .when(all(contact().hasEmail(), contact().optedOutOf(EMAIL)))
                    .because("They want none")
                    .thenExit("gone")
                    .whenUnknown(exit("other"))
                    .otherwiseGoOn(),
                moveTo(SALES, BOOKED).why("So it is"),
                exit("done"))
            .exits(done(), gone(), other(), won())
            .build());
  }

  private static Study repeats() {
    return alone(
        begun("turns")
            .path(
                repeat("turns", 2, say("hello"), waitFor("pause", hours(1)).why("No hurry"))
                    .why("Twice"),
                split("half", share(50, addTag("asked").why("So it is")), share(50, exit("gone"))),
                exit("done"))
            .exits(done(), gone())
            .build());
  }

  private static Study writes() {
    return study(
        set(
            trade()
                .pipeline(REPAIRS, stage(NEW).ownedBy("Desk").mayReturnTo(NEW), stage(WON).asLast())
                .automation(automation("Welcome")),
            inside(triggered("write"))
                .throughout(
                    whenever(tagAdded("asked")).thenExit("other"),
                    whenever(enters(SALES, WON)).thenExit("won"))
                .path(
                    addTag("asked").why("So it is").onFailure(retry(1), goOn()),
                    removeTag("waiting").why("So it is").onFailure(retry(1), thenExit("gone")),
                    setField("Source", "Fair").why("So it is"),
                    setField("Source", "{{contact.firstName}}").why("So it is"),
                    clearField("Source").why("So it is"),
                    setField("Score", "4").why("So it is"),
                    moveTo(SALES, ENGAGED).why("So it is"),
                    moveTo(REPAIRS, NEW).why("So it is"),
                    markDeal(SALES, LOST).why("So it is"),
                    task("Call them", hours(1)).why("So it is"),
                    note("Called").why("So it is"),
                    completeTasks().why("So it is"),
                    startAutomation("Welcome").why("So it is"),
                    exit("done"))
                .exits(
                    done()
                        .leaves(
                            tag("vip"),
                            noTag("asked"),
                            dev.interlock.contract.dsl.Exits.stage(SALES, BOOKED),
                            dev.interlock.contract.dsl.Exits.deal(REPAIRS, LOST)),
                    gone(),
                    other(),
                    won())
                .build()),
        1);
  }

  private static Study hearing(EventPattern... events) {
    var handlers = Stream.of(events).map(event -> whenever(event).thenExit("won")).toList();
    var draft = inside(named("watch").startsWhen(startedByHand(), milestone("It began")));
    for (var handler : handlers) {
      draft = draft.throughout(handler);
    }
    return alone(
        draft
            .path(
                branch("date")
                    .when(dev.interlock.contract.dsl.Times.appointment().isUpcoming())
                    .because("They come")
                    .thenGoOn()
                    .otherwiseGoOn(),
                waitFor("day", days(1)).why("No hurry"),
                exit("done"))
            .exits(done(), won())
            .build());
  }

  private static Study beginning(EventPattern event) {
    return alone(
        inside(named("watch").startsWhen(event, milestone("It began")))
            .path(waitFor("day", days(1)).why("No hurry"), exit("done"))
            .exits(done())
            .build());
  }

  private static NeedsEntryFilter on(String id, EventPattern event) {
    return named(id).startsWhen(event, milestone("It began"));
  }

  private static ContractSet laned() {
    return set(
        reachable(on("first", booked()))
            .lane(TALKS, whenOccupied(DISPLACE).orElse("Desk phones"), priority(5))
            .reentry(afterExit())
            .path(say("hello"), waitFor("day", days(1)).why("No hurry"), exit("done"))
            .exits(done())
            .build(),
        reachable(on("second", callMissed()))
            .lane(TALKS, whenOccupied(inTurn(days(3))).orElse("Desk phones"), priority(1))
            .reentry(afterExit())
            .path(say("sorry"), waitFor("day", days(1)).why("No hurry"), exit("gone"))
            .exits(gone())
            .build(),
        reachable(on("third", formSubmitted()))
            .lane(CARE, whenOccupied(REFUSE).orElse("Desk phones"))
            .reentry(never())
            .path(addTag("vip").why("So it is"), moveTo(SALES, WON).why("So it is"), exit("done"))
            .exits(done().leaves(noTag("cold")))
            .build());
  }

  private static Study lanes() {
    return study(laned(), 2);
  }

  private static Study lanesOutside() {
    ContractSet set = laned();
    return Study.of(set, List.of(set.contracts().get(1)));
  }

  private static ContractSet routed() {
    return set(
        inside(on("from", callMissed()))
            .path(note("A call").why("The desk reads it"), exit("done"))
            .exits(done().routesTo("to").orElse("Desk phones"))
            .build(),
        on("to", routedHere())
            .admits(require(contact().hasTag("vip"), "friends only"))
            .outsideLanes("Only the desk sees it")
            .reentry(afterExit())
            .path(waitFor("day", days(1)).why("No hurry"), exit("gone"))
            .exits(gone())
            .build(),
        inside(on("beside", tagAdded("vip")))
            .path(note("A friend").why("The desk reads it"), exit("done"))
            .exits(done().routesTo("to").orElse("Desk phones"))
            .build());
  }

  private static Study routes() {
    return study(routed(), 2);
  }

  private static Study keyed() {
    Contract contract =
        inside(on("visit", booked()))
            .keyedBy(RunKey.APPOINTMENT)
            .throughout(
                whenever(cancelled()).thenExit("gone"), whenever(rescheduled()).thenExit("other"))
            .path(
                at("near", before(appointment(), hours(4)))
                    .ifPast(skip())
                    .ifGone(thenExit("gone"))
                    .then(note("Soon").why("The desk reads it")),
                exit("done"))
            .exits(done(), gone(), other())
            .build();
    return Study.of(set(contract), List.of(contract, contract));
  }

  private static OperationWords automated() {
    return trade()
        .automation(
            automation("Tidy")
                .startsOn(tagAdded("asked"))
                .mayWrite(
                    tag("vip"),
                    noTag("cold"),
                    field("Source", "Fair"),
                    dev.interlock.contract.dsl.Exits.stage(SALES, ENGAGED),
                    dev.interlock.contract.dsl.Exits.deal(SALES, LOST))
                .maySend("offer"))
        .automation(automation("Always").mayWrite(tag("cold")).maySend("offer"));
  }

  private static Study automations() {
    return study(
        set(
            automated(),
            inside(
                    named("heed")
                        .startsWhen(tagAdded("vip"), milestone("A friend"), OWN_WRITES_COUNT))
                .throughout(
                    whenever(foreignHand()).thenExit("other"),
                    whenever(tagRemoved("cold")).thenExit("gone"))
                .path(
                    addTag("asked").why("So it is"),
                    branch("source")
                        .when(contact().field("Source").is("Fair"))
                        .because("The fair")
                        .thenGoOn()
                        .otherwiseGoOn(),
                    moveTo(SALES, BOOKED).why("So it is"),
                    waitFor("day", days(1)).why("No hurry"),
                    exit("done"))
                .exits(done(), gone(), other())
                .build()),
        1);
  }

  private static Study held() {
    return study(
        set(
            trade()
                .quiet(daily(clock(21, 0), clock(8, 0)))
                .limit(EMAIL, atMost(1).per(days(1)))
                .field("Note", FieldKind.TEXT),
            begun("hold")
                .path(
                    say("late").expiresAfter(hours(2)),
                    say("now").evenInQuietHours("They wait for it"),
                    email("mail", "More", "There is more."),
                    exit("done"))
                .exits(done())
                .build()),
        1);
  }

  private static Study reentry() {
    return alone(
        triggered("again")
            .admits(
                refuse(ranWithin("again", days(30)), "not so often"),
                refuse(endedByWithin("again", "gone", days(60)), "they said nothing"))
            .outsideLanes("Only the desk sees it")
            .reentry(afterDays(7))
            .path(
                await("answer")
                    .when(replied())
                    .thenExit("done")
                    .silentFor(days(1))
                    .thenExit("gone"))
            .exits(done(), gone())
            .build());
  }

  private static Study asking() {
    ContractSet set =
        set(
            on("asker", callMissed())
                .admits(
                    refuse(inside("asked"), "they are there"),
                    refuse(ranBefore("asked"), "they were there"),
                    refuse(endedBy("asked", "gone"), "they said nothing"),
                    refuse(occupied(TALKS), "somebody talks"),
                    refuse(occupied(CARE), "somebody cares"),
                    refuse(inside("third"), "it is on"))
                .outsideLanes("Only the desk sees it")
                .reentry(afterExit())
                .path(waitFor("day", days(1)).why("No hurry"), exit("done"))
                .exits(done())
                .build(),
            reachable(on("asked", booked()))
                .lane(TALKS, whenOccupied(REFUSE).orElse("Desk phones"))
                .reentry(never())
                .path(waitFor("day", days(1)).why("No hurry"), exit("gone"))
                .exits(gone())
                .build(),
            reachable(on("third", formSubmitted()))
                .lane(CARE, whenOccupied(REFUSE).orElse("Desk phones"))
                .reentry(never())
                .path(waitFor("day", days(1)).why("No hurry"), exit("done"))
                .exits(done())
                .build());
    return study(set, 2);
  }

  private static Study holidays() {
    return study(
        set(
            trade().holidays(LocalDate.of(2026, 12, 25)),
            begun("hold").path(say("late"), exit("done")).exits(done()).build()),
        1);
  }

  private static Study clauses() {
    return alone(
        triggered("stand")
            .admits(
                require(stage(SALES).isBefore(BOOKED), "new ones only"),
                refuse(contact().hasTag("cold"), "they said no"),
                refuse(contact().hasTag("vip"), "the owner calls friends"),
                refuse(any(occupied(CARE), contact().hasTag("asked")), "somebody cares"),
                refuse(not(businessOpen()), "nobody is there"),
                require(all(contact().hasPhone(), not(contact().hasTag("waiting"))), "no number"))
            .outsideLanes("Only the desk sees it")
            .reentry(never())
            .path(
                addTag("cold").why("So it is"),
                moveTo(SALES, BOOKED).why("So it is"),
                say("hello"),
                exit("done"))
            .exits(done())
            .build());
  }

  private static Study kinds() {
    return study(
        set(
            trade()
                .field("Size", FieldKind.NUMBER)
                .field("Birthday", FieldKind.DATE)
                .field("Words", FieldKind.TEXT),
            inside(triggered("read"))
                .path(
                    branch("words")
                        .when(contact().field("Words").contains("a"))
                        .because("One")
                        .thenGoOn()
                        .when(contact().field("Words").contains("b"))
                        .because("Two")
                        .thenGoOn()
                        .when(contact().field("Words").contains("something else"))
                        .because("Three")
                        .thenGoOn()
                        .when(contact().field("Words").contains("none"))
                        .because("Four")
                        .thenGoOn()
                        .when(contact().field("Words").isAtLeast(3))
                        .because("Five")
                        .thenGoOn()
                        .when(contact().field("Words").isWithin(days(2)))
                        .because("Six")
                        .thenGoOn()
                        .otherwiseGoOn(),
                    branch("empty")
                        .when(contact().field("Size").isEmpty())
                        .because("One")
                        .thenGoOn()
                        .when(contact().field("Birthday").isEmpty())
                        .because("Two")
                        .thenGoOn()
                        .when(contact().field("Score").isOneOf("3", "4"))
                        .because("Three")
                        .thenGoOn()
                        .when(contact().field("Renewal").is("2026-03-09"))
                        .because("Four")
                        .thenGoOn()
                        .otherwiseGoOn(),
                    exit("done"))
                .exits(done())
                .build(),
            inside(on("write", booked()))
                .path(
                    setField("Words", "Written outside").why("So it is"),
                    setField("Size", "{{contact.firstName}}").why("So it is"),
                    exit("done"))
                .exits(done().leaves(field("Words", "Promised outside")))
                .build()),
        1);
  }

  private static Study ownWrites() {
    return study(
        set(
            inside(on("first", callMissed()))
                .path(addTag("asked").why("So it is"), moveTo(SALES, WON).why("So"), exit("done"))
                .exits(done())
                .build(),
            inside(
                    named("second")
                        .startsWhen(tagAdded("asked"), milestone("Asked"), OWN_WRITES_COUNT))
                .path(exit("gone"))
                .exits(gone())
                .build(),
            inside(on("third", tagAdded("asked")))
                .path(exit("other"))
                .exits(other().leaves(tag("vip")))
                .build()),
        3);
  }
}
