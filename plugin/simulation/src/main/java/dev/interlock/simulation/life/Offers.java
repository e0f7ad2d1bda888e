package dev.interlock.simulation.life;

import dev.interlock.contract.contact.Appointment;
import dev.interlock.contract.contact.Consent;
import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.Deal;
import dev.interlock.contract.model.CalendarName;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.EventPattern.ContactChange;
import dev.interlock.contract.model.EventPattern.Delivery;
import dev.interlock.contract.model.EventPattern.TagChange;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Operation.Field;
import dev.interlock.contract.model.Operation.Tag;
import dev.interlock.contract.model.Operation.TagGroup;
import dev.interlock.contract.model.Operation.Writer;
import dev.interlock.contract.model.Pipeline;
import dev.interlock.contract.model.StageRef;
import dev.interlock.contract.model.TagName;
import dev.interlock.core.program.Program;
import dev.interlock.core.run.Run;
import dev.interlock.simulation.Letter;
import dev.interlock.simulation.Repertoire;
import dev.interlock.simulation.Simulation;
import dev.interlock.simulation.script.Act;
import dev.interlock.simulation.script.By;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Everything that the operation's declarations permit people, the calendar and the platform to do.
///
/// Attributes change only by their declared writers. Colleagues move deals forward from a stage
/// that a team owns, and back along declared returns. Whoever writes STOP is blocked by the CRM at
/// the same moment, as carriers demand. Acts of automations are [Robots]' matter.
final class Offers {
  private static final List<Duration> AHEAD =
      List.of(
          Duration.ofMinutes(30),
          Duration.ofHours(3),
          Duration.ofHours(20),
          Duration.ofDays(2),
          Duration.ofDays(5),
          Duration.ofDays(12));

  private final Operation operation;
  private final Values values;
  private final List<Offer> offers = new ArrayList<>();
  private int total;

  Offers(Repertoire repertoire, Suggestions suggestions, Values values) {
    this.operation = repertoire.set().operation();
    this.values = values;
    contact(suggestions);
    staff();
    fields();
    platform(repertoire);
    suggestions.patterns().forEach(this::listenedFor);
    repertoire.programs().stream()
        .map(Program::contract)
        .forEach(contract -> named(contract.id(), contract.trigger().event()));
  }

  /// One thing that can be done, if it can be done just now.
  private interface Doing {
    List<Act> acts(Simulation now, Chance chance);
  }

  private record Offer(int weight, Doing doing) {}

  private void offer(int weight, Doing doing) {
    offers.add(new Offer(weight, doing));
    total += weight;
  }

  private void offer(int weight, Act act) {
    offer(weight, (_, _) -> List.of(act));
  }

  /// What happens next in the world: one act, or several at the same moment.
  List<Act> any(Simulation now, Chance chance) {
    for (int tries = 0; tries < 12; tries++) {
      List<Act> acts = drawn(chance.source().nextInt(total)).acts(now, chance);
      if (!acts.isEmpty()) {
        return acts;
      }
    }
    return List.of(new Act.Passes());
  }

  private Doing drawn(int number) {
    int upTo = 0;
    for (Offer offer : offers) {
      upTo += offer.weight();
      if (number < upTo) {
        return offer.doing();
      }
    }
    return offers.getLast().doing();
  }

  private static ContactSnapshot contact(Simulation now) {
    return now.account().read();
  }

  // The contact.

  private void contact(Suggestions suggestions) {
    List<String> sayings = new ArrayList<>(suggestions.phrases());
    sayings.addAll(List.of("Yes please", "No thanks", "Who is this?"));
    offer(12, (now, chance) -> writes(now, chance, chance.oneOf(sayings)));
    offer(3, Offers::stops);
    offer(6, new Act.CallsAndIsMissed(false));
    offer(2, (now, chance) -> consents(now, chance));
    List<CalendarName> calendars = operation.calendars();
    if (!calendars.isEmpty()) {
      offer(8, (now, chance) -> books(now, chance.oneOf(calendars), chance));
      offer(6, Offers::changesAppointment);
      offer(8, Offers::visitEnds);
    }
  }

  private static List<Act> writes(Simulation now, Chance chance, String text) {
    return chance
        .oneOfAny(contact(now).addresses().keySet())
        .<List<Act>>map(channel -> List.of(new Act.Writes(channel, text)))
        .orElse(List.of());
  }

  private static List<Act> stops(Simulation now, Chance chance) {
    return List.of(new Act.OptsOut(EnumSet.of(Channel.SMS)), new Act.Writes(Channel.SMS, "STOP"));
  }

  private static List<Act> consents(Simulation now, Chance chance) {
    Channel channel = chance.percent(60) ? Channel.SMS : Channel.EMAIL;
    boolean out = contact(now).consent().get(channel) == Consent.OPTED_OUT;
    return List.of(
        out ? new Act.OptsIn(EnumSet.of(channel)) : new Act.OptsOut(EnumSet.of(channel)));
  }

  private static List<Act> books(Simulation now, CalendarName calendar, Chance chance) {
    long standing = appointments(now).stream().filter(one -> one.isAhead(now.now())).count();
    return standing > 1
        ? List.of()
        : List.of(
            new Act.Books(
                calendar, chance.oneOf(AHEAD), chance.percent(70) ? By.CONTACT : By.STAFF));
  }

  private static List<Appointment> appointments(Simulation now) {
    return contact(now).appointments().orElse(List.of());
  }

  private static Optional<Appointment> latest(Simulation now) {
    List<Appointment> all = appointments(now);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  private static List<Act> changesAppointment(Simulation now, Chance chance) {
    Optional<Appointment> latest = latest(now);
    if (latest.isEmpty()) {
      return List.of();
    }
    return switch (latest.get().status()) {
      case BOOKED ->
          List.of(
              chance.oneOf(
                  List.of(
                      new Act.Reschedules(chance.oneOf(AHEAD)),
                      new Act.Cancels(),
                      new Act.Confirms())));
      case CONFIRMED, NO_SHOW ->
          List.of(
              chance.percent(70) ? new Act.Reschedules(chance.oneOf(AHEAD)) : new Act.Cancels());
      case SHOWED, CANCELLED -> List.of();
    };
  }

  private static List<Act> visitEnds(Simulation now, Chance chance) {
    return latest(now)
        .filter(one -> !one.start().isAfter(now.now()))
        .filter(one ->
            one.status() == Appointment.Status.BOOKED
                || one.status() == Appointment.Status.CONFIRMED)
        .<List<Act>>map(_ -> List.of(chance.percent(60) ? new Act.ShowsUp() : new Act.StaysAway()))
        .orElse(List.of());
  }

  // Colleagues, and others who write attributes.

  private void staff() {
    operation
        .pipelines()
        .forEach(pipeline -> {
          offer(8, (now, chance) -> moves(pipeline, now, chance));
          offer(3, (now, chance) -> marks(pipeline, now, chance));
        });
    offer(3, new Act.ForeignCall(By.STAFF));
    offer(
        3,
        (now, chance) ->
            List.of(
                new Act.ForeignMessage(
                    By.STAFF, Optional.empty(), chance.percent(70) ? Channel.SMS : Channel.EMAIL)));
    offer(3, (now, _) -> now.hasOpenTask() ? List.of(new Act.TaskTicked()) : List.of());
    offer(1, new Act.NoteWritten());
    offer(
        1,
        (now, chance) ->
            chance
                .oneOfAny(now.underWay())
                .<List<Act>>map(run -> List.of(new Act.Withdraws(run.contract(), nth(now, run))))
                .orElse(List.of()));
    operation.tags().forEach(this::tag);
  }

  /// Which of its contract's runs it is.
  static int nth(Simulation now, Run run) {
    int count = 0;
    for (Run other : now.underWay()) {
      count += other.contract().equals(run.contract()) ? 1 : 0;
      if (other.id().equals(run.id())) {
        break;
      }
    }
    return count;
  }

  private static Optional<Deal> open(Pipeline pipeline, Simulation now) {
    return now.account().deal(pipeline.name()).filter(deal -> deal.status() == DealStatus.OPEN);
  }

  private static Optional<Pipeline.Stage> owned(Pipeline pipeline, Deal deal) {
    return pipeline.stages().stream()
        .filter(stage -> stage.name().equals(deal.stage().stage()))
        .filter(stage -> stage.owner().isPresent())
        .findFirst();
  }

  private static List<Act> moves(Pipeline pipeline, Simulation now, Chance chance) {
    Optional<Pipeline.Stage> from = open(pipeline, now).flatMap(deal -> owned(pipeline, deal));
    if (from.isEmpty()) {
      return List.of();
    }
    int at = pipeline.stages().indexOf(from.get());
    List<Pipeline.Stage> to =
        pipeline.stages().stream()
            .filter(stage ->
                pipeline.stages().indexOf(stage) > at
                    || from.get().lawfulReturns().contains(stage.name()))
            .toList();
    return chance
        .oneOfAny(to)
        .<List<Act>>map(stage ->
            List.of(new Act.DealMoved(new StageRef(pipeline.name(), stage.name()), By.STAFF)))
        .orElse(List.of());
  }

  private static List<Act> marks(Pipeline pipeline, Simulation now, Chance chance) {
    DealStatus status =
        chance.oneOf(List.of(DealStatus.WON, DealStatus.LOST, DealStatus.ABANDONED));
    return open(pipeline, now)
        .flatMap(deal -> owned(pipeline, deal))
        .<List<Act>>map(_ -> List.of(new Act.DealMarked(pipeline.name(), status, By.STAFF)))
        .orElse(List.of());
  }

  private void tag(Tag tag) {
    people(tag.writers())
        .forEach(by -> {
          Optional<TagGroup> group =
              operation.groups().stream()
                  .filter(one -> one.members().contains(tag.name()))
                  .findFirst();
          offer(3, (now, _) -> toggles(tag.name(), group, by, now));
        });
  }

  /// Who changes a tag of a group keeps the group in order.
  private static List<Act> toggles(TagName tag, Optional<TagGroup> group, By by, Simulation now) {
    Set<TagName> tags = now.account().tags();
    boolean there = tags.contains(tag);
    if (there && group.filter(TagGroup::oneMustHold).isPresent()) {
      return List.of();
    }
    Stream<Act> others =
        there
            ? Stream.of()
            : group.stream()
                .flatMap(one -> one.members().stream())
                .filter(tags::contains)
                .map(other -> new Act.TagChanged(other, TagChange.REMOVED, by));
    Act change = new Act.TagChanged(tag, there ? TagChange.REMOVED : TagChange.ADDED, by);
    return Stream.concat(others, Stream.of(change)).toList();
  }

  private void fields() {
    for (Field field : operation.fields()) {
      people(field.writers())
          .forEach(by ->
              offer(
                  2,
                  (now, chance) ->
                      List.of(
                          new Act.FieldChanged(
                              field.name(), values.any(field, today(now), chance), by))));
    }
  }

  private static LocalDate today(Simulation now) {
    return LocalDate.ofInstant(now.now(), ZoneOffset.UTC);
  }

  private static Stream<By> people(Set<Writer> writers) {
    return writers.stream()
        .flatMap(writer ->
            switch (writer) {
              case STAFF -> Stream.of(By.STAFF);
              case CONTACT -> Stream.of(By.CONTACT);
              case OTHER_APP -> Stream.of(By.OTHER_APP);
              case AUTOMATION -> Stream.of();
            });
  }

  // The platform and the calendar.

  private void platform(Repertoire repertoire) {
    offer(5, Offers::reports);
    offer(
        1,
        (_, chance) ->
            chance.percent(12)
                ? List.of(
                    new Act.RecordChanged(
                        chance.percent(70) ? ContactChange.DELETED : ContactChange.MERGED))
                : List.of());
    repertoire.programs().stream()
        .map(program -> program.contract().id())
        .forEach(id -> offer(1, new Act.StartedByHand(id)));
  }

  private static List<Act> reports(Simulation now, Chance chance) {
    List<Letter> letters = now.letters();
    Optional<Letter> letter = chance.oneOfAny(letters);
    return letter
        .<List<Act>>map(one -> List.of(new Act.Reports(one.contract(), delivery(one, chance))))
        .orElse(List.of());
  }

  private static Delivery delivery(Letter letter, Chance chance) {
    return letter.channel() == Channel.EMAIL
        ? chance.oneOf(
            List.of(Delivery.DELIVERED, Delivery.BOUNCED, Delivery.OPENED, Delivery.CLICKED))
        : chance.oneOf(List.of(Delivery.DELIVERED, Delivery.FAILED));
  }

  /// What happens more often where somebody listens for it.
  private void listenedFor(EventPattern pattern) {
    switch (pattern) {
      case EventPattern.FormSubmitted(var form) -> offer(4, new Act.FillsForm(form.orElse("Form")));
      case EventPattern.MoneyEvent(var change) ->
          offer(
              4,
              (_, chance) ->
                  List.of(new Act.Money(change, "invoice " + chance.source().nextInt(1, 3))));
      case EventPattern.ContactEvent(var change) -> changed(change);
      case EventPattern.CallMissed() -> offer(8, new Act.CallsAndIsMissed(true));
      case EventPattern.MessageReceived _, EventPattern.MessageOutcome _ -> {}
      case EventPattern.ConsentEvent _, EventPattern.AppointmentEvent _ -> {}
      case EventPattern.DealEvent _, EventPattern.StageEntered _, EventPattern.TagEvent _ -> {}
      case EventPattern.TaskEvent _, EventPattern.NoteAdded _, EventPattern.DateReached _ -> {}
      case EventPattern.Scheduled _, EventPattern.StartedByHand _ -> {}
      case EventPattern.StartedByApi _, EventPattern.Routed _, EventPattern.ForeignHand _ -> {}
      case EventPattern.Either _ -> {}
    }
  }

  private void changed(ContactChange change) {
    switch (change) {
      // whoever was heard of before is not new
      case CREATED ->
          offer(
              40,
              (now, _) -> now.heard() == 0 ? List.of(new Act.RecordChanged(change)) : List.of());
      case CHANGED -> offer(3, new Act.RecordChanged(change));
      case DELETED, MERGED -> {}
    }
  }

  private void named(ContractId contract, EventPattern trigger) {
    switch (trigger) {
      case EventPattern.Either(var patterns) -> patterns.forEach(one -> named(contract, one));
      case EventPattern.DateReached(var field, _) -> offer(5, (now, _) -> comes(field, now));
      case EventPattern.Scheduled _ -> offer(5, new Act.ScheduleComes(contract));
      case EventPattern.StartedByApi _ -> offer(5, new Act.StartedByApi(contract));
      case EventPattern.StartedByHand _ -> offer(5, new Act.StartedByHand(contract));
      case EventPattern _ -> {}
    }
  }

  private static List<Act> comes(FieldName field, Simulation now) {
    return isDate(now.account().field(field)) ? List.of(new Act.DateComes(field)) : List.of();
  }

  private static boolean isDate(String value) {
    return value.matches("\\d{4}-\\d{2}-\\d{2}");
  }

  /// The moment at which a run's timer is due first.
  static Optional<Instant> nextAlarm(Simulation now) {
    return now.underWay().stream()
        .flatMap(run -> run.standing().alarm().stream())
        .min(Instant::compareTo);
  }
}
