package dev.interlock.verifier.prove.world;

import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.CalendarName;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.EventPattern.AppointmentChange;
import dev.interlock.contract.model.EventPattern.ConsentChange;
import dev.interlock.contract.model.EventPattern.ContactChange;
import dev.interlock.contract.model.EventPattern.DealChange;
import dev.interlock.contract.model.EventPattern.Delivery;
import dev.interlock.contract.model.EventPattern.Hand;
import dev.interlock.contract.model.EventPattern.HandAct;
import dev.interlock.contract.model.EventPattern.TagChange;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Operation.Writer;
import dev.interlock.contract.model.Pipeline;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.Saying;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.StageRef;
import dev.interlock.contract.model.TagName;
import dev.interlock.simulation.script.Act;
import dev.interlock.simulation.script.By;
import dev.interlock.verifier.prove.symbolic.Assignment;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.symbolic.Variable;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Everything that the contact, staff, declared automations and the calendar may do that anybody
/// under study would notice: by hearing of it, or because it changes what is tracked.
public final class WorldActs {
  private static final Duration AHEAD = Duration.ofDays(30);

  /// What somebody writes who wants no more messages.
  public static final String OPT_OUT = "STOP";

  /// What somebody writes who just answers.
  public static final String AN_ANSWER = "Let me think about it";

  private static final List<String> HARMLESS =
      List.of(AN_ANSWER, "Hello there", "Sounds fine", "Who is this");

  private final Account account;
  private final List<Seat> seats;
  private final List<EventPattern> patterns;
  private final List<WorldAct> acts = new ArrayList<>();

  /// @param patterns everything that contracts under study listen to, alternatives apart
  WorldActs(Account account, List<Seat> seats, List<EventPattern> patterns) {
    this.account = account;
    this.seats = seats;
    this.patterns = patterns;
  }

  List<WorldAct> all() {
    messages();
    calls();
    consent();
    appointments();
    account.operation().pipelines().forEach(this::deals);
    tags();
    fields();
    patterns.stream().distinct().forEach(this::plain);
    foreignTalk();
    automations();
    seats.stream()
        .map(Seat::id)
        .distinct()
        .forEach(contract ->
            add(
                new Act.StartedByHand(contract),
                By.STAFF,
                new Happening.StartedByHand(contract, "staff")));
    return List.copyOf(acts);
  }

  private void add(Act script, By by, Happening... told) {
    acts.add(new WorldAct(script, by, List.of(told), Predicate.always(), List.of(), List.of()));
  }

  private void add(
      Act script,
      By by,
      List<Happening> told,
      Predicate guard,
      List<Assignment> effects,
      Event.Write... writes) {
    acts.add(new WorldAct(script, by, told, guard, effects, List.of(writes)));
  }

  private boolean listens(java.util.function.Predicate<EventPattern> kind) {
    return patterns.stream().anyMatch(kind);
  }

  private void messages() {
    List<EventPattern.MessageReceived> heard =
        patterns.stream()
            .filter(EventPattern.MessageReceived.class::isInstance)
            .map(EventPattern.MessageReceived.class::cast)
            .toList();
    for (Channel channel : channels(heard)) {
      for (String text : texts(heard)) {
        add(new Act.Writes(channel, text), By.CONTACT, Happens.writes(channel, text));
      }
    }
  }

  private Set<Channel> channels(List<EventPattern.MessageReceived> heard) {
    Set<Channel> channels = new LinkedHashSet<>();
    heard.forEach(pattern -> channels.addAll(pattern.channels()));
    if (heard.stream().anyMatch(pattern -> pattern.channels().isEmpty())) {
      channels.add(Channel.SMS);
    }
    return channels;
  }

  /// One text of each kind that contracts tell apart, and those of two kinds at once.
  private static Set<String> texts(List<EventPattern.MessageReceived> heard) {
    Set<String> texts = new LinkedHashSet<>();
    texts.add(OPT_OUT);
    List<Set<String>> phrases =
        heard.stream()
            .map(EventPattern.MessageReceived::saying)
            .flatMap(saying ->
                saying instanceof Saying.AnyOf(var some) ? Stream.of(some) : Stream.empty())
            .distinct()
            .toList();
    for (int i = 0; i < phrases.size(); i++) {
      String first = phrases.get(i).iterator().next();
      texts.add(first);
      for (int j = i + 1; j < phrases.size(); j++) {
        texts.add(first + ", " + phrases.get(j).iterator().next());
      }
    }
    HARMLESS.stream()
        .filter(text ->
            heard.stream()
                .filter(pattern -> !(pattern.saying() instanceof Saying.Anything))
                .noneMatch(pattern ->
                    dev.interlock.core.Listening.matches(
                        pattern, Happens.writes(Channel.SMS, text))))
        .findFirst()
        .ifPresent(texts::add);
    return texts;
  }

  private void calls() {
    if (listens(EventPattern.CallMissed.class::isInstance)) {
      add(
          new Act.CallsAndIsMissed(false),
          By.CONTACT,
          new Happening.CallMissed(Optional.empty(), false));
    }
  }

  private void consent() {
    Set<Channel> channels = new LinkedHashSet<>();
    account.all().keySet().stream()
        .filter(Attribute.Consent.class::isInstance)
        .forEach(attribute -> channels.add(((Attribute.Consent) attribute).channel()));
    if (seats.stream().anyMatch(Seat::isFacing)) {
      // whoever asks for no more messages of one kind is sent none of the other either
      channels.add(Channel.SMS);
      channels.add(Channel.EMAIL);
    }
    for (EventPattern pattern : patterns) {
      if (pattern instanceof EventPattern.ConsentEvent(_, var named)) {
        channels.addAll(named.isEmpty() ? Set.of(Channel.SMS) : named);
      }
    }
    for (Channel channel : channels) {
      Attribute consent = new Attribute.Consent(channel);
      add(
          new Act.OptsOut(Set.of(channel)),
          By.CONTACT,
          List.of(new Happening.ConsentHappened(ConsentChange.OPTED_OUT, Set.of(channel))),
          Predicate.always(),
          becomes(consent, Values.OPTED_OUT));
      add(
          new Act.OptsIn(Set.of(channel)),
          By.CONTACT,
          List.of(new Happening.ConsentHappened(ConsentChange.OPTED_IN, Set.of(channel))),
          Predicate.always(),
          becomes(consent, Values.ALLOWED));
    }
  }

  private List<Assignment> becomes(Attribute attribute, int value) {
    return account.tracked(attribute).map(one -> List.of(one.becomes(value))).orElse(List.of());
  }

  private void appointments() {
    for (CalendarName calendar : account.calendars()) {
      boolean heard =
          listens(pattern ->
              pattern instanceof EventPattern.AppointmentEvent(_, var named)
                  && named.map(calendar::equals).orElse(true));
      if (heard || account.tracked(new Attribute.Diary(calendar)).isPresent()) {
        appointments(calendar);
      }
    }
  }

  private void appointments(CalendarName calendar) {
    Diary diary = new Diary(account.tracked(new Attribute.Diary(calendar)));
    diary
        .booked()
        .forEach(turn ->
            appointment(new Act.Books(calendar, AHEAD), AppointmentChange.BOOKED, calendar, turn));
    diary
        .rescheduled()
        .forEach(turn ->
            appointment(new Act.Reschedules(AHEAD), AppointmentChange.RESCHEDULED, calendar, turn));
    diary
        .cancelled()
        .forEach(
            turn -> appointment(new Act.Cancels(), AppointmentChange.CANCELLED, calendar, turn));
    diary
        .marked(Values.NO_SHOW)
        .forEach(
            turn -> appointment(new Act.StaysAway(), AppointmentChange.NO_SHOW, calendar, turn));
    diary
        .marked(Values.SHOWED)
        .forEach(turn -> appointment(new Act.ShowsUp(), AppointmentChange.SHOWED, calendar, turn));
    if (listens(
        pattern ->
            pattern instanceof EventPattern.AppointmentEvent(var change, _)
                && change == AppointmentChange.CONFIRMED)) {
      diary
          .confirmed()
          .forEach(
              turn -> appointment(new Act.Confirms(), AppointmentChange.CONFIRMED, calendar, turn));
    }
  }

  private Predicate stands(Attribute attribute, int value) {
    return account
        .tracked(attribute)
        .map(variable -> variable.is(value))
        .orElse(Predicate.always());
  }

  private void appointment(
      Act script, AppointmentChange change, CalendarName calendar, Diary.Turn turn) {
    By by =
        switch (change) {
          case BOOKED, RESCHEDULED, CONFIRMED, CANCELLED -> By.CONTACT;
          case NO_SHOW, SHOWED -> By.STAFF;
        };
    add(script, by, List.of(Happens.appointment(change, calendar)), turn.guard(), turn.then());
  }

  private void deals(Pipeline pipeline) {
    Attribute stage = new Attribute.Stage(pipeline.name());
    boolean heard =
        listens(pattern ->
            switch (pattern) {
              case EventPattern.DealEvent(_, var named) ->
                  named.map(pipeline.name()::equals).orElse(true);
              case EventPattern.StageEntered(var at) -> at.pipeline().equals(pipeline.name());
              case EventPattern.ForeignHand _ -> true;
              case EventPattern _ -> false;
            });
    boolean isMarked = account.tracked(new Attribute.Status(pipeline.name())).isPresent();
    if (!heard && !isMarked && account.tracked(stage).isEmpty()) {
      return;
    }
    for (Pipeline.Stage to : pipeline.stages()) {
      staffMove(pipeline, to);
    }
    for (DealStatus status : List.of(DealStatus.WON, DealStatus.LOST, DealStatus.ABANDONED)) {
      DealChange change = Writing.changed(status).orElseThrow();
      Attribute marked = new Attribute.Status(pipeline.name());
      add(
          new Act.DealMarked(pipeline.name(), status, By.STAFF),
          By.STAFF,
          List.of(new Happening.DealHappened(change, Happens.DEAL, pipeline.name())),
          hasDeal(pipeline.name()),
          becomes(marked, Values.of(status)),
          new Event.Write(marked, status.name()));
    }
  }

  private Predicate hasDeal(PipelineName pipeline) {
    return account
        .tracked(new Attribute.Stage(pipeline))
        .map(variable -> variable.is(Values.NO_DEAL).not())
        .orElse(Predicate.always());
  }

  private void staffMove(Pipeline pipeline, Pipeline.Stage to) {
    var ref = new StageRef(pipeline.name(), to.name());
    Attribute attribute = new Attribute.Stage(pipeline.name());
    var write = new Event.Write(attribute, to.name().text());
    int index = pipeline.indexOf(to.name()).orElseThrow();
    Optional<Variable> stage = account.tracked(attribute);
    Predicate allowed =
        stage
            .map(variable ->
                Predicate.among(
                    variable,
                    value ->
                        value != Values.NO_DEAL
                            && mayBeMovedByStaff(
                                pipeline,
                                Optional.of(pipeline.stages().get(value - 1).name()),
                                to.name())))
            .orElse(Predicate.always());
    Happening entered = new Happening.StageEntered(Happens.DEAL, ref);
    Hand hand = hand(new dev.interlock.contract.model.Leaves.AtStage(ref));
    add(
        new Act.DealMoved(ref, By.STAFF),
        By.STAFF,
        List.of(entered, Happens.hand(hand, HandAct.MOVED_STAGE)),
        allowed,
        becomes(attribute, index + 1),
        write);
    if (index == 0) {
      List<Assignment> made = new ArrayList<>(becomes(attribute, 1));
      made.addAll(becomes(new Attribute.Status(pipeline.name()), Values.of(DealStatus.OPEN)));
      add(
          new Act.DealMoved(ref, By.STAFF),
          By.STAFF,
          List.of(
              new Happening.DealHappened(DealChange.CREATED, Happens.DEAL, pipeline.name()),
              entered),
          stage.map(variable -> variable.is(Values.NO_DEAL)).orElse(Predicate.always()),
          List.copyOf(made),
          write);
    }
  }

  /// Whether staff move deals so: forward from any stage whose next move is a team's, and along
  /// declared returns. A deal that they make stands at the first stage.
  public static boolean mayBeMovedByStaff(
      Pipeline pipeline, Optional<StageName> from, StageName to) {
    if (from.isEmpty()) {
      return pipeline.stages().getFirst().name().equals(to);
    }
    int here = pipeline.indexOf(from.get()).orElse(0);
    Pipeline.Stage standing = pipeline.stages().get(here);
    return (pipeline.indexOf(to).orElse(0) > here && standing.owner().isPresent())
        || standing.lawfulReturns().contains(to);
  }

  /// A change of this kind is put down to the automation that is declared to make it.
  private Hand hand(dev.interlock.contract.model.Leaves left) {
    return account.operation().automations().stream()
            .anyMatch(automation -> automation.mayWrite().contains(left))
        ? Hand.AUTOMATION
        : Hand.STAFF;
  }

  private void tags() {
    Set<TagName> tags = new LinkedHashSet<>();
    account.all().keySet().stream()
        .filter(Attribute.Tag.class::isInstance)
        .forEach(attribute -> tags.add(((Attribute.Tag) attribute).tag()));
    for (EventPattern pattern : patterns) {
      if (pattern instanceof EventPattern.TagEvent(_, var tag)) {
        tags.add(tag);
      }
    }
    for (TagName tag : tags) {
      account.writers(tag).stream()
          .filter(writer -> writer != Writer.AUTOMATION)
          .map(WorldActs::by)
          .forEach(by -> {
            tag(tag, TagChange.ADDED, by);
            tag(tag, TagChange.REMOVED, by);
          });
    }
  }

  private static By by(Writer writer) {
    return switch (writer) {
      case STAFF -> By.STAFF;
      case CONTACT -> By.CONTACT;
      case OTHER_APP, AUTOMATION -> By.OTHER_APP;
    };
  }

  private void tag(TagName tag, TagChange change, By by) {
    Attribute attribute = new Attribute.Tag(tag);
    boolean added = change == TagChange.ADDED;
    List<Happening> told = new ArrayList<>(List.of(new Happening.TagHappened(change, tag)));
    // a CRM does not say who it was: what a contact does by a link looks like a colleague's doing
    told.add(
        Happens.hand(
            hand(
                added
                    ? new dev.interlock.contract.model.Leaves.Tagged(tag)
                    : new dev.interlock.contract.model.Leaves.NotTagged(tag)),
            HandAct.CHANGED_TAG));
    add(
        new Act.TagChanged(tag, change, by),
        by,
        told,
        stands(attribute, added ? Values.NO : Values.YES),
        becomes(attribute, added ? Values.YES : Values.NO),
        new Event.Write(attribute, added ? "present" : "absent"));
  }

  private void fields() {
    List.copyOf(account.all().keySet()).stream()
        .filter(Attribute.Field.class::isInstance)
        .map(attribute -> ((Attribute.Field) attribute).field())
        .forEach(this::field);
  }

  private void field(FieldName field) {
    Attribute attribute = new Attribute.Field(field);
    Variable variable = account.track(attribute);
    account.writers(field).stream()
        .filter(writer -> writer != Writer.AUTOMATION)
        .map(WorldActs::by)
        .limit(1)
        .forEach(by -> {
          for (int cell = 0; cell < variable.size(); cell++) {
            String value = variable.values().get(cell);
            add(
                new Act.FieldChanged(field, value, by),
                by,
                List.of(new Happening.ContactHappened(ContactChange.CHANGED, Optional.empty())),
                Predicate.always(),
                List.of(variable.becomes(cell)),
                new Event.Write(attribute, value));
          }
        });
  }

  /// Events that change nothing that is modelled.
  private void plain(EventPattern pattern) {
    switch (pattern) {
      case EventPattern.ContactEvent(var change) -> record(change);
      case EventPattern.MoneyEvent(var change) ->
          add(
              new Act.Money(change, "invoice"),
              By.CONTACT,
              new Happening.MoneyHappened(change, "invoice"));
      case EventPattern.FormSubmitted(var form) -> {
        String name = form.orElse("Any form");
        add(new Act.FillsForm(name), By.CONTACT, new Happening.FormSubmitted(name));
      }
      case EventPattern.DateReached(var field, _) ->
          add(
              new Act.DateComes(field),
              By.CONTACT,
              new Happening.DateReached(field, LocalDate.of(2026, 3, 2)));
      case EventPattern.Scheduled _ -> schedules(pattern);
      case EventPattern.NoteAdded _ ->
          add(new Act.NoteWritten(), By.STAFF, new Happening.NoteAdded("note"));
      case EventPattern.TaskEvent(var change) -> {
        if (change == EventPattern.TaskChange.COMPLETED) {
          add(new Act.TaskTicked(), By.STAFF, new Happening.TaskHappened(change, "task", "task"));
        }
      }
      case EventPattern.StartedByApi _ -> byApi();
      case EventPattern.MessageOutcome(var delivery, var channels) -> outcome(delivery, channels);
      case EventPattern.Either _, EventPattern.TagEvent _, EventPattern.MessageReceived _ -> {}
      case EventPattern.CallMissed _, EventPattern.ConsentEvent _ -> {}
      case EventPattern.AppointmentEvent _, EventPattern.DealEvent _ -> {}
      case EventPattern.StageEntered _, EventPattern.StartedByHand _ -> {}
      case EventPattern.Routed _, EventPattern.ForeignHand _ -> {}
    }
  }

  private void record(ContactChange change) {
    switch (change) {
      case CREATED ->
          add(
              new Act.RecordChanged(change),
              By.CONTACT,
              new Happening.ContactHappened(change, Optional.empty()));
      case CHANGED ->
          add(
              new Act.RecordChanged(change),
              By.STAFF,
              new Happening.ContactHappened(change, Optional.empty()));
      case DELETED, MERGED -> {}
    }
  }

  private void schedules(EventPattern pattern) {
    for (Seat seat : seats) {
      if (seat.contract().trigger().event().equals(pattern)) {
        add(
            new Act.ScheduleComes(seat.id()),
            By.CONTACT,
            new Happening.ScheduleReached(seat.id(), LocalDate.of(2026, 3, 2)));
      }
    }
  }

  private void byApi() {
    for (Seat seat : seats) {
      add(
          new Act.StartedByApi(seat.id()),
          By.OTHER_APP,
          new Happening.StartedByApi(seat.id(), "another program"));
    }
  }

  private void outcome(Delivery delivery, Set<Channel> channels) {
    Channel channel = channels.stream().findFirst().orElse(Channel.SMS);
    for (Seat seat : seats) {
      acts.add(
          new WorldAct(
              new Act.Reports(seat.id(), delivery),
              By.CONTACT,
              List.of(Happens.outcome(delivery, channel)),
              seat.isInside(),
              List.of(),
              List.of()));
    }
  }

  private void foreignTalk() {
    for (EventPattern pattern : patterns) {
      if (pattern instanceof EventPattern.ForeignHand(var hands, var acts)) {
        Hand hand = hands.isEmpty() ? Hand.STAFF : hands.iterator().next();
        By by = hand == Hand.STAFF ? By.STAFF : By.OTHER_APP;
        if (acts.isEmpty() || acts.contains(HandAct.MESSAGED)) {
          add(
              new Act.ForeignMessage(by, Optional.empty(), Channel.SMS),
              by,
              Happens.hand(hand, HandAct.MESSAGED));
        }
        if (acts.isEmpty() || acts.contains(HandAct.CALLED)) {
          add(new Act.ForeignCall(by), by, Happens.hand(hand, HandAct.CALLED));
        }
      }
    }
  }

  /// What a declared automation may write and send once something started it.
  private void automations() {
    for (Operation.Automation automation : account.operation().automations()) {
      new AutomationActs(account, automation).all().forEach(acts::add);
    }
  }
}
