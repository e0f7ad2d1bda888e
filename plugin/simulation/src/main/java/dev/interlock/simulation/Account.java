package dev.interlock.simulation;

import dev.interlock.contract.contact.Appointment;
import dev.interlock.contract.contact.AppointmentId;
import dev.interlock.contract.contact.Consent;
import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.Deal;
import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.contact.Known;
import dev.interlock.contract.contact.StandardFields;
import dev.interlock.contract.model.CalendarName;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.StageRef;
import dev.interlock.contract.model.TagName;
import dev.interlock.simulation.script.Opening;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// One contact in a CRM, as it is at the moment.
///
/// What is changed by the public methods is changed silently, as if it had always been so: nobody
/// is told, and no contract hears of it. Not for use by several threads.
public final class Account {
  private static final Duration VISIT = Duration.ofHours(1);

  private final ContactId id;
  private final Clock clock;
  private final boolean saysDeals;
  private final boolean saysAppointments;
  private final Map<FieldName, String> fields = new TreeMap<>();
  private final Map<Channel, String> addresses = new EnumMap<>(Channel.class);
  private final Map<Channel, Consent> consent = new EnumMap<>(Channel.class);
  private final Set<TagName> tags = new TreeSet<>();
  private final Map<PipelineName, Deal> deals = new TreeMap<>();
  private final List<Appointment> appointments = new ArrayList<>();
  private final List<Task> tasks = new ArrayList<>();
  private Optional<String> assignee;
  private boolean exists = true;
  private Optional<String> refusal = Optional.empty();
  private Optional<ContactSnapshot> reading = Optional.empty();

  Account(ContactId id, Opening opening, Clock clock) {
    this.id = id;
    this.clock = clock;
    this.saysDeals = opening.saysDeals();
    this.saysAppointments = opening.saysAppointments();
    this.assignee = opening.assignee();
    fields.put(StandardFields.FIRST_NAME, opening.firstName());
    opening.fields().forEach(this::field);
    addresses.putAll(opening.addresses());
    consent.putAll(opening.consent());
    tags.addAll(opening.tags());
    opening.deals().forEach(deal -> deals.put(deal.at().pipeline(), deal(deal)));
    opening
        .visits()
        .forEach(visit -> book(visit.calendar(), clock.now().plus(visit.ahead()), visit.status()));
  }

  private Deal deal(Opening.StandingDeal deal) {
    return new Deal(
        dealIn(deal.at().pipeline()),
        id.text(),
        deal.at(),
        deal.status(),
        deal.value(),
        clock.now());
  }

  /// A task about the contact.
  record Task(String id, String title, Instant due, boolean open) {}

  /// The contact as the CRM numbers it.
  public ContactId id() {
    return id;
  }

  /// What the CRM says of the contact now.
  public ContactSnapshot read() {
    ContactSnapshot known =
        reading.filter(said -> said.readAt().equals(clock.now())).orElseGet(this::fresh);
    reading = Optional.of(known);
    return known;
  }

  private ContactSnapshot fresh() {
    if (!exists) {
      return ContactSnapshot.gone(id, clock.now());
    }
    return new ContactSnapshot(
        id,
        clock.now(),
        true,
        fields,
        addresses,
        consent,
        tags,
        Optional.empty(),
        assignee,
        saysDeals ? Known.said(List.copyOf(deals.values())) : Known.unsaid(),
        saysAppointments ? Known.said(List.copyOf(appointments)) : Known.unsaid());
  }

  private void changed() {
    reading = Optional.empty();
  }

  /// The tag is there.
  public void tag(TagName tag) {
    tags.add(tag);
    changed();
  }

  void untag(TagName tag) {
    tags.remove(tag);
    changed();
  }

  /// The field holds this; nothing when it is blank.
  public void field(FieldName field, String value) {
    if (value.isBlank()) {
      fields.remove(field);
    } else {
      fields.put(field, value);
    }
    changed();
  }

  /// The contact's deal in the pipeline stands there; one that was not there is open.
  public void place(StageRef at) {
    Deal deal =
        deal(at.pipeline())
            .orElseGet(() -> deal(new Opening.StandingDeal(at, DealStatus.OPEN, Optional.empty())));
    put(new Deal(deal.id(), deal.name(), at, deal.status(), deal.value(), clock.now()));
  }

  void mark(PipelineName pipeline, DealStatus status) {
    deal(pipeline)
        .ifPresent(deal ->
            put(new Deal(deal.id(), deal.name(), deal.stage(), status, deal.value(), clock.now())));
  }

  void value(PipelineName pipeline, BigDecimal value) {
    deal(pipeline)
        .ifPresent(deal ->
            put(
                new Deal(
                    deal.id(),
                    deal.name(),
                    deal.stage(),
                    deal.status(),
                    Optional.of(value),
                    clock.now())));
  }

  private void put(Deal deal) {
    deals.put(deal.stage().pipeline(), deal);
    changed();
  }

  /// There is no address for the channel.
  public void noAddress(Channel channel) {
    addresses.remove(channel);
    changed();
  }

  /// The contact may be written to by the channel, or not.
  public void consent(Channel channel, Consent said) {
    consent.put(channel, said);
    changed();
  }

  /// The CRM does not say whether they may be written to.
  public void unknownConsent() {
    consent.clear();
    changed();
  }

  void assign(String user) {
    assignee = Optional.of(user);
    changed();
  }

  /// From now on the CRM takes no message to the contact, for this reason.
  public void refuseMessages(String reason) {
    refusal = Optional.of(reason);
  }

  Optional<String> refusal() {
    return refusal;
  }

  /// The contact is no longer there.
  public void delete() {
    exists = false;
    changed();
  }

  /// A new appointment of an hour.
  public Appointment book(CalendarName calendar, Instant start) {
    return book(calendar, start, Appointment.Status.BOOKED);
  }

  private Appointment book(CalendarName calendar, Instant start, Appointment.Status status) {
    Appointment booked =
        new Appointment(
            new AppointmentId("appointment-" + clock.number()),
            calendar,
            start,
            start.plus(VISIT),
            status);
    appointments.add(booked);
    changed();
    return booked;
  }

  /// The appointment starts at another time.
  public Appointment move(Appointment old, Instant start) {
    return replace(
        new Appointment(old.id(), old.calendar(), start, start.plus(VISIT), old.status()));
  }

  /// The appointment has another status.
  public Appointment mark(Appointment old, Appointment.Status status) {
    return replace(new Appointment(old.id(), old.calendar(), old.start(), old.end(), status));
  }

  private Appointment replace(Appointment other) {
    appointments.replaceAll(one -> one.id().equals(other.id()) ? other : one);
    changed();
    return other;
  }

  void add(Task task) {
    tasks.add(task);
  }

  void tickOff(Task done) {
    tasks.replaceAll(task ->
        task.id().equals(done.id()) ? new Task(task.id(), task.title(), task.due(), false) : task);
  }

  List<Task> tasks() {
    return List.copyOf(tasks);
  }

  boolean exists() {
    return exists;
  }

  boolean has(TagName tag) {
    return tags.contains(tag);
  }

  /// What the field holds; empty when nothing.
  public String field(FieldName field) {
    return fields.getOrDefault(field, "");
  }

  boolean hasAddress(Channel channel) {
    return addresses.containsKey(channel);
  }

  Optional<Consent> consent(Channel channel) {
    return Optional.ofNullable(consent.get(channel));
  }

  /// The contact's deal in the pipeline.
  public Optional<Deal> deal(PipelineName pipeline) {
    return Optional.ofNullable(deals.get(pipeline));
  }

  /// The number of the contact's deal in the pipeline, whether there is one yet or not.
  public DealId dealIn(PipelineName pipeline) {
    return new DealId(id + " in " + pipeline);
  }

  /// The appointment that was made last.
  Optional<Appointment> latest() {
    return appointments.isEmpty() ? Optional.empty() : Optional.of(appointments.getLast());
  }

  Optional<String> assignee() {
    return assignee;
  }

  List<Task> openTasks() {
    return tasks.stream().filter(Task::open).toList();
  }

  Optional<Task> openTask(String task) {
    return tasks.stream().filter(one -> one.open() && one.id().equals(task)).findFirst();
  }

  /// The contact's tags.
  public Set<TagName> tags() {
    return Set.copyOf(tags);
  }
}
