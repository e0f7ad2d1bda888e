package dev.interlock.engine;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.contact.MessageId;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.StageRef;
import dev.interlock.crm.ContactPage;
import dev.interlock.crm.Crm;
import dev.interlock.crm.Cursor;
import dev.interlock.crm.Deed;
import dev.interlock.crm.Directory;
import dev.interlock.crm.Ending;
import dev.interlock.crm.Found;
import dev.interlock.crm.Mailed;
import dev.interlock.crm.OwnMail;
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
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A CRM in memory. It does what it is told, unless a script says what to answer instead, and
/// writes down everything it was told.
final class FakeCrm implements Crm {
  private static final Found HAPPENED = new Found.Happened(Optional.empty(), Optional.empty());
  private static final int PAGE = 2;

  private final InstallationId installation;
  private final Calls calls = new Calls(new SplittableRandom(1));
  private final InstantSource clock;
  private final FakePeople people = new FakePeople();
  private final List<Told> told = new ArrayList<>();
  private final Map<MessageId, Told> sent = new LinkedHashMap<>();
  private final Deque<Answer> script = new ArrayDeque<>();
  private final Deque<Found> looks = new ArrayDeque<>();
  private final Deque<Read<ContactSnapshot>> readings = new ArrayDeque<>();
  private final Set<ContactId> unreadable = new HashSet<>();
  private final List<Sighting> sightings = new ArrayList<>();
  private final Deque<Read<SightingPage>> happenings = new ArrayDeque<>();
  private final Deque<Runnable> hindrances = new ArrayDeque<>();
  private final List<Instant> looked = new ArrayList<>();
  private final Deque<Runnable> interruptions = new ArrayDeque<>();
  private final Deque<Supplier<Sent>> announcementAnswers = new ArrayDeque<>();
  private final List<Announced> announced = new ArrayList<>();
  private final List<Instant> made = new ArrayList<>();
  private final Map<MessageId, Mailed> mails = new LinkedHashMap<>();
  private final Deque<Read<Mailed>> mailReadings = new ArrayDeque<>();
  private final List<OwnMail> asked = new ArrayList<>();
  private Supplier<Heard> goes = () -> new Heard.Answered(Quota.UNSAID);
  private int numbers;

  FakeCrm(InstallationId installation, InstantSource clock) {
    this.installation = installation;
    this.clock = clock;
  }

  /// Something that took effect.
  record Told(ContactId contact, Deed deed) {}

  /// What a script answers to a deed.
  private sealed interface Answer {
    /// As without a script.
    record Obeys() implements Answer {}

    /// This, and the deed takes effect all the same or does not.
    record Says(Sent sent, boolean takesEffect) implements Answer {}
  }

  synchronized void add(ContactId contact, String firstName) {
    people.add(contact, firstName);
  }

  synchronized void losesPhone(ContactId contact) {
    people.losesPhone(contact);
  }

  synchronized void loses(ContactId contact) {
    people.loses(contact);
  }

  /// Whoever reads the contact is told to come back in an hour, each time.
  synchronized void unreadable(ContactId contact) {
    unreadable.add(contact);
  }

  synchronized void set(ContactId contact, FieldName field, String value) {
    people.set(contact, field, value);
  }

  /// The contact has an opportunity more, touched just now.
  synchronized void deal(ContactId contact, String id, StageRef place) {
    people.deal(contact, id, place, clock.instant());
  }

  /// The contact's opportunity is so, and was touched just now.
  synchronized void dealStands(ContactId contact, String id, StageRef place, DealStatus status) {
    people.dealStands(contact, id, place, status, clock.instant());
  }

  synchronized void losesDeal(ContactId contact, String id) {
    people.loses(contact, id);
  }

  synchronized Optional<StageName> stageOf(ContactId contact, String deal) {
    return people.stageOf(contact, deal);
  }

  synchronized void untag(ContactId contact, String tag) {
    people.untag(contact, tag);
  }

  synchronized Set<String> tags(ContactId contact) {
    return people.tags(contact);
  }

  /// The next deed is answered so, and has no effect.
  synchronized void answers(Sent sent) {
    script.add(new Answer.Says(sent, false));
  }

  /// The next deed is done as usual.
  synchronized void obeys() {
    script.add(new Answer.Obeys());
  }

  /// The next deed takes effect, but the answer is this.
  synchronized void doesAndAnswers(Sent sent) {
    script.add(new Answer.Says(sent, true));
  }

  /// The next look finds this, whatever is true.
  synchronized void finds(Found found) {
    looks.add(found);
  }

  /// This is what is known of an e-mail.
  synchronized void knows(String message, Mailed mail) {
    mails.put(new MessageId(message), mail);
  }

  /// The next reading of an e-mail gives this.
  synchronized void readsOfMails(Read<Mailed> reading) {
    mailReadings.add(reading);
  }

  /// Which e-mails were asked for.
  synchronized List<OwnMail> asked() {
    return List.copyOf(asked);
  }

  /// The next reading of a contact gives this.
  synchronized void reads(Read<ContactSnapshot> reading) {
    readings.add(reading);
  }

  /// The next announcement is answered so.
  synchronized void answersAnnouncement(Sent sent) {
    announcementAnswers.add(() -> sent);
  }

  /// The next announcement is heard, and whoever told it breaks off before it knows.
  synchronized void breaksOffAnnouncing() {
    announcementAnswers.add(() -> {
      throw new IllegalStateException("broken off");
    });
  }

  /// What was announced, in order, with where to.
  synchronized List<Announced> announced() {
    return List.copyOf(announced);
  }

  record Announced(String target, Ending ending) {}

  @Override
  public synchronized Sent announce(String target, Ending ending) {
    announced.add(new Announced(target, ending));
    Supplier<Sent> answer = announcementAnswers.pollFirst();
    return answer == null ? new Sent.Done(Optional.empty(), Optional.empty()) : answer.get();
  }

  /// While the next deed is under way, after it took effect, this happens.
  synchronized void interrupted(Runnable meanwhile) {
    interruptions.add(meanwhile);
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

  /// So each call goes from now on.
  synchronized void goes(Heard heard) {
    goes(() -> heard);
  }

  /// So calls go from now on, one by one.
  synchronized void goes(Supplier<Heard> next) {
    goes = next;
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

  /// When calls were made.
  synchronized List<Instant> made() {
    return List.copyOf(made);
  }

  /// Since when was looked, each time a page was asked for.
  synchronized List<Instant> looked() {
    return List.copyOf(looked);
  }

  @Override
  public InstallationId installation() {
    return installation;
  }

  @Override
  public Calls calls() {
    return calls;
  }

  /// Why a call brought nothing.
  private interface Otherwise<T> {
    T of(Duration pause, String reason, boolean wasMade);
  }

  /// Every single call goes this way, as it does in a real adapter.
  private synchronized <T> T paid(Supplier<T> call, Otherwise<T> otherwise) {
    Instant now = clock.instant();
    return switch (calls.ask(now)) {
      case Leave.Withheld(var until, var reason) ->
          otherwise.of(Duration.between(now, until), reason, false);
      case Leave.Given(var number) -> {
        made.add(now);
        Heard heard = goes.get();
        T result =
            switch (heard) {
              case Heard.Answered _ -> call.get();
              case Heard.TooMany(var pause, _, _) -> otherwise.of(pause, "too many calls", false);
              case Heard.Failing(var reason, _) ->
                  otherwise.of(Duration.ofSeconds(5), reason, true);
            };
        calls.heard(number, heard, now);
        yield result;
      }
    };
  }

  private synchronized <T> Read<T> read(Supplier<Read<T>> call) {
    return paid(call, (pause, reason, _) -> new Read.TryLater<>(pause, reason));
  }

  @Override
  public Read<ContactSnapshot> contact(ContactId contact, Set<Detail> details) {
    return read(() -> reading(contact, details));
  }

  private Read<ContactSnapshot> reading(ContactId contact, Set<Detail> details) {
    if (!readings.isEmpty()) {
      return readings.removeFirst();
    }
    if (unreadable.contains(contact)) {
      return new Read.TryLater<>(Duration.ofHours(1), "broken for this one");
    }
    return people.exists(contact)
        ? new Read.Got<>(people.snapshot(contact, details, clock.instant()))
        : new Read.Gone<>("no such contact");
  }

  @Override
  public Read<ContactPage> contacts(Cursor from) {
    return read(() ->
        new Read.Got<>(
            page(
                people.all().stream()
                    .map(each -> people.snapshot(each, Set.of(), clock.instant()))
                    .toList(),
                from,
                ContactPage::new)));
  }

  private static <T, P> P page(
      List<T> all, Cursor from, BiFunction<List<T>, Optional<Cursor>, P> made) {
    int start = from.text().isEmpty() ? 0 : Integer.parseInt(from.text());
    int next = Math.min(start + PAGE, all.size());
    return made.apply(
        all.subList(start, next),
        next < all.size() ? Optional.of(new Cursor(Integer.toString(next))) : Optional.empty());
  }

  @Override
  public Read<SightingPage> happened(Sighting.Kind kind, Span span, Cursor from) {
    return read(() -> {
      looked.add(span.since());
      Optional.ofNullable(hindrances.pollFirst()).ifPresent(Runnable::run);
      return happenings.isEmpty()
          ? new Read.Got<>(page(ofKind(kind), from, SightingPage::new))
          : happenings.removeFirst();
    });
  }

  private List<Sighting> ofKind(Sighting.Kind kind) {
    return sightings.stream().filter(each -> each.kind() == kind).toList();
  }

  @Override
  public Sent carryOut(ContactId contact, Deed deed) {
    Sent done = paid(() -> done(contact, deed), Sent.TryLater::new);
    Optional.ofNullable(nextInterruption()).ifPresent(Runnable::run);
    return done;
  }

  private synchronized @Nullable Runnable nextInterruption() {
    return interruptions.pollFirst();
  }

  private Sent done(ContactId contact, Deed deed) {
    if (!(script.pollFirst() instanceof Answer.Says(var sent, var takesEffect))) {
      return effect(contact, deed);
    }
    if (takesEffect) {
      effect(contact, deed);
    }
    return sent;
  }

  private Sent effect(ContactId contact, Deed deed) {
    if (!people.exists(contact)) {
      return new Sent.ContactGone("no such contact");
    }
    numbers++;
    told.add(new Told(contact, deed));
    return switch (deed) {
      case Deed.SendSms _, Deed.SendEmail _ -> {
        var message = new MessageId("m" + numbers);
        sent.put(message, new Told(contact, deed));
        yield new Sent.Done(
            Optional.of(message),
            deed instanceof Deed.SendEmail ? Optional.of("mail" + numbers) : Optional.empty());
      }
      case Deed.CreateTask _, Deed.AddNote _, Deed.Notify _ ->
          new Sent.Done(Optional.empty(), Optional.of("t" + numbers));
      case Deed _ -> people.effect(contact, deed, clock.instant());
    };
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
  public Read<Mailed> mailed(OwnMail mail) {
    return read(() -> {
      asked.add(mail);
      return mailReadings.isEmpty()
          ? new Read.Got<>(
              Optional.ofNullable(mails.get(mail.message())).orElseGet(Mailed::nothing))
          : mailReadings.removeFirst();
    });
  }

  @Override
  public Read<Directory> directory() {
    return new Read.Refused<>("none", "the test has none");
  }
}
