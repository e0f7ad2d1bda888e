package dev.interlock.engine;

import dev.interlock.contract.contact.Consent;
import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.Deal;
import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.contact.Known;
import dev.interlock.contract.contact.MessageId;
import dev.interlock.contract.contact.StandardFields;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.StageRef;
import dev.interlock.contract.model.TagName;
import dev.interlock.crm.ContactPage;
import dev.interlock.crm.Crm;
import dev.interlock.crm.Cursor;
import dev.interlock.crm.Deed;
import dev.interlock.crm.Directory;
import dev.interlock.crm.Found;
import dev.interlock.crm.Read;
import dev.interlock.crm.Sent;
import dev.interlock.crm.Sighting;
import dev.interlock.crm.SightingPage;
import dev.interlock.crm.Span;
import dev.interlock.crm.calls.Calls;
import dev.interlock.crm.calls.Heard;
import dev.interlock.crm.calls.Leave;
import dev.interlock.crm.calls.Quota;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A CRM in memory. It does what it is told, unless a script says what to answer instead, and
/// writes down everything it was told.
final class FakeCrm implements Crm {
  private static final Answer OBEYS = new Answer(new Sent.AlreadySo(), true);

  private final InstallationId installation;
  private final Calls calls = new Calls(new SplittableRandom(1));
  private final InstantSource clock;
  private final Map<ContactId, Person> people = new TreeMap<>();
  private static final Found HAPPENED = new Found.Happened(Optional.empty(), Optional.empty());

  private final List<Told> told = new ArrayList<>();
  private final Map<MessageId, Told> sent = new LinkedHashMap<>();
  private final Deque<Function<Deed, Answer>> script = new ArrayDeque<>();
  private final Deque<Found> looks = new ArrayDeque<>();
  private final Deque<Read<ContactSnapshot>> readings = new ArrayDeque<>();
  private final List<Sighting> sightings = new ArrayList<>();
  private final Deque<Read<SightingPage>> happenings = new ArrayDeque<>();
  private final Deque<Runnable> hindrances = new ArrayDeque<>();
  private final List<Instant> looked = new ArrayList<>();
  private final Deque<Runnable> interruptions = new ArrayDeque<>();
  private final List<Instant> made = new ArrayList<>();
  private Heard steady = new Heard.Answered(Quota.UNSAID);
  private int numbers;

  FakeCrm(InstallationId installation, InstantSource clock) {
    this.installation = installation;
    this.clock = clock;
  }

  /// Something that took effect.
  record Told(ContactId contact, Deed deed) {}

  /// What a script answers, and whether the deed takes effect all the same.
  record Answer(Sent sent, boolean takesEffect) {}

  private static final class Person {
    private final Map<FieldName, String> fields = new LinkedHashMap<>();
    private final Set<TagName> tags = new TreeSet<>();
    private final List<Deal> deals = new ArrayList<>();
    private boolean hasPhone = true;
    private boolean exists = true;
  }

  synchronized void add(ContactId contact, String firstName) {
    var person = new Person();
    person.fields.put(StandardFields.FIRST_NAME, firstName);
    people.put(contact, person);
  }

  synchronized void losesPhone(ContactId contact) {
    person(contact).hasPhone = false;
  }

  synchronized void loses(ContactId contact) {
    person(contact).exists = false;
  }

  synchronized void set(ContactId contact, FieldName field, String value) {
    person(contact).fields.put(field, value);
  }

  /// The contact has an opportunity more, touched just now.
  synchronized void deal(ContactId contact, String id, StageRef place) {
    person(contact)
        .deals
        .add(
            new Deal(
                new DealId(id), id, place, DealStatus.OPEN, Optional.empty(), clock.instant()));
  }

  synchronized Optional<StageName> stageOf(ContactId contact, String deal) {
    return person(contact).deals.stream()
        .filter(each -> each.id().text().equals(deal))
        .map(each -> each.stage().stage())
        .findFirst();
  }

  synchronized void untag(ContactId contact, String tag) {
    person(contact).tags.remove(new TagName(tag));
  }

  /// The next deed is answered so, and has no effect.
  synchronized void answers(Sent sent) {
    script.add(_ -> new Answer(sent, false));
  }

  /// The next deed is done as usual.
  synchronized void obeys() {
    script.add(_ -> OBEYS);
  }

  /// The next deed takes effect, but the answer is this.
  synchronized void doesAndAnswers(Sent sent) {
    script.add(_ -> new Answer(sent, true));
  }

  /// The next look finds this, whatever is true.
  synchronized void finds(Found found) {
    looks.add(found);
  }

  /// The next reading of a contact gives this.
  synchronized void reads(Read<ContactSnapshot> reading) {
    readings.add(reading);
  }

  /// While the next deed is under way, after it took effect, this happens.
  synchronized void interrupted(Runnable meanwhile) {
    interruptions.add(meanwhile);
  }

  synchronized List<Told> told() {
    return List.copyOf(told);
  }

  synchronized List<String> texts(ContactId contact) {
    return told.stream()
        .filter(each -> each.contact().equals(contact))
        .flatMap(each ->
            each.deed() instanceof Deed.SendSms(var text) ? Stream.of(text) : Stream.empty())
        .toList();
  }

  synchronized Set<String> tags(ContactId contact) {
    var tags = new TreeSet<String>();
    person(contact).tags.forEach(tag -> tags.add(tag.text()));
    return tags;
  }

  private Person person(ContactId contact) {
    return Optional.ofNullable(people.get(contact)).orElseThrow();
  }

  @Override
  public InstallationId installation() {
    return installation;
  }

  @Override
  public Calls calls() {
    return calls;
  }

  /// Every single call goes this way, as it does in a real adapter.
  private synchronized <T> T paid(Supplier<T> call, BiFunction<Duration, String, T> withheld) {
    Instant now = clock.instant();
    return switch (calls.ask(now)) {
      case Leave.Withheld(var until, var reason) ->
          withheld.apply(Duration.between(now, until), reason);
      case Leave.Given(var number) -> {
        made.add(now);
        Heard heard = steady;
        T result =
            switch (heard) {
              case Heard.Answered _ -> call.get();
              case Heard.TooMany(var pause, _, _) -> withheld.apply(pause, "too many calls");
              case Heard.Failing(var reason, _) -> withheld.apply(Duration.ofSeconds(5), reason);
            };
        calls.heard(number, heard, now);
        yield result;
      }
    };
  }

  /// So each call goes from now on.
  synchronized void goes(Heard heard) {
    steady = heard;
  }

  /// When calls were made.
  synchronized List<Instant> made() {
    return List.copyOf(made);
  }

  @Override
  public Read<ContactSnapshot> contact(ContactId contact, Set<Detail> details) {
    return paid(() -> reading(contact, details), Read.TryLater::new);
  }

  private synchronized Read<ContactSnapshot> reading(ContactId contact, Set<Detail> details) {
    if (!readings.isEmpty()) {
      return readings.removeFirst();
    }
    Person person = people.get(contact);
    if (person == null || !person.exists) {
      return new Read.Gone<>("no such contact");
    }
    return new Read.Got<>(snapshot(contact, person, details));
  }

  private ContactSnapshot snapshot(ContactId contact, Person person, Set<Detail> details) {
    Map<Channel, String> addresses =
        person.hasPhone
            ? Map.of(Channel.SMS, "+15550100", Channel.EMAIL, "someone@example.com")
            : Map.of();
    return new ContactSnapshot(
        contact,
        clock.instant(),
        true,
        person.fields,
        addresses,
        Map.of(Channel.SMS, Consent.ALLOWED, Channel.EMAIL, Consent.ALLOWED),
        person.tags,
        Optional.empty(),
        Optional.empty(),
        details.contains(Detail.DEALS) ? Known.said(person.deals) : Known.unsaid(),
        details.contains(Detail.APPOINTMENTS) ? Known.said(List.of()) : Known.unsaid());
  }

  @Override
  public synchronized Read<ContactPage> contacts(Cursor from) {
    int start = from.text().isEmpty() ? 0 : Integer.parseInt(from.text());
    List<ContactSnapshot> page =
        people.entrySet().stream()
            .skip(start)
            .limit(2)
            .map(entry -> snapshot(entry.getKey(), entry.getValue(), Set.of()))
            .toList();
    int next = start + page.size();
    return new Read.Got<>(
        new ContactPage(
            page,
            next < people.size()
                ? Optional.of(new Cursor(Integer.toString(next)))
                : Optional.empty()));
  }

  /// The CRM has it, whether a webhook tells it or not.
  synchronized void has(Sighting sighting) {
    sightings.add(sighting);
  }

  /// The next reading of what happened gives this.
  synchronized void readsOfHappenings(Read<SightingPage> reading) {
    happenings.add(reading);
  }

  /// While the next page of what happened is read, this happens.
  synchronized void whileReading(Runnable meanwhile) {
    hindrances.add(meanwhile);
  }

  /// Since when was looked, each time a page was asked for.
  synchronized List<Instant> looked() {
    return List.copyOf(looked);
  }

  @Override
  public synchronized Read<SightingPage> happened(Sighting.Kind kind, Span span, Cursor from) {
    looked.add(span.since());
    Optional.ofNullable(hindrances.pollFirst()).ifPresent(Runnable::run);
    if (!happenings.isEmpty()) {
      return happenings.removeFirst();
    }
    int start = from.text().isEmpty() ? 0 : Integer.parseInt(from.text());
    List<Sighting> all = sightings.stream().filter(each -> each.kind() == kind).toList();
    List<Sighting> page = all.stream().skip(start).limit(2).toList();
    int next = start + page.size();
    return new Read.Got<>(
        new SightingPage(
            page,
            next < all.size() ? Optional.of(new Cursor(Integer.toString(next))) : Optional.empty(),
            1));
  }

  @Override
  public Sent carryOut(ContactId contact, Deed deed) {
    Sent sent =
        paid(
            () -> done(contact, deed),
            (pause, reason) -> new Sent.TryLater(pause, reason, steady instanceof Heard.Failing));
    Optional.ofNullable(nextInterruption()).ifPresent(Runnable::run);
    return sent;
  }

  private synchronized @Nullable Runnable nextInterruption() {
    return interruptions.pollFirst();
  }

  private synchronized Sent done(ContactId contact, Deed deed) {
    Function<Deed, Answer> scripted = script.pollFirst();
    if (scripted == null) {
      return effect(contact, deed);
    }
    Answer answer = scripted.apply(deed);
    if (answer.equals(OBEYS)) {
      return effect(contact, deed);
    }
    if (answer.takesEffect()) {
      effect(contact, deed);
    }
    return answer.sent();
  }

  private Sent effect(ContactId contact, Deed deed) {
    Person person = people.get(contact);
    if (person == null || !person.exists) {
      return new Sent.ContactGone("no such contact");
    }
    numbers++;
    told.add(new Told(contact, deed));
    Instant now = clock.instant();
    return switch (deed) {
      case Deed.SendSms _, Deed.SendEmail _ -> {
        var message = new MessageId("m" + numbers);
        sent.put(message, new Told(contact, deed));
        yield new Sent.Done(Optional.of(message), Optional.empty());
      }
      case Deed.AddTag(var tag) -> so(person.tags.add(tag));
      case Deed.RemoveTag(var tag) -> so(person.tags.remove(tag));
      case Deed.SetField(var field, var value) ->
          so(!value.equals(person.fields.put(field, value)));
      case Deed.ClearField(var field) -> so(person.fields.remove(field) != null);
      case Deed.MoveDeal(var pipeline, var to, var name, var only) -> {
        DealId id = only.orElseGet(() -> newest(person).orElse(new DealId("d-" + contact)));
        person.deals.removeIf(deal -> deal.id().equals(id));
        person.deals.add(
            new Deal(
                id,
                name,
                new StageRef(pipeline.name(), to),
                DealStatus.OPEN,
                Optional.empty(),
                now));
        yield new Sent.Done(Optional.empty(), Optional.of(id.text()));
      }
      case Deed.CreateTask _, Deed.AddNote _, Deed.Notify _ ->
          new Sent.Done(Optional.empty(), Optional.of("t" + numbers));
      case Deed.MarkDeal _, Deed.ValueDeal _, Deed.CompleteTasks _, Deed.Assign _ -> so(true);
      case Deed.StartAutomation _, Deed.StopAutomation _ -> so(true);
    };
  }

  private static Optional<DealId> newest(Person person) {
    return person.deals.stream().max(Comparator.comparing(Deal::touchedAt)).map(Deal::id);
  }

  private static Sent so(boolean changed) {
    return changed ? new Sent.Done(Optional.empty(), Optional.empty()) : new Sent.AlreadySo();
  }

  @Override
  public synchronized Found look(
      ContactId contact, Deed deed, Instant triedAt, Set<MessageId> others) {
    if (!looks.isEmpty()) {
      return looks.removeFirst();
    }
    var sought = new Told(contact, deed);
    return sent.entrySet().stream()
        .filter(each -> each.getValue().equals(sought) && !others.contains(each.getKey()))
        .findFirst()
        .map(each -> (Found) new Found.Happened(Optional.of(each.getKey()), Optional.empty()))
        .orElseGet(() -> isWork(deed) && told.contains(sought) ? HAPPENED : new Found.DidNot());
  }

  private static boolean isWork(Deed deed) {
    return !(deed instanceof Deed.SendSms || deed instanceof Deed.SendEmail);
  }

  @Override
  public Read<Directory> directory() {
    return new Read.Refused<>("none", "the test has none");
  }
}
