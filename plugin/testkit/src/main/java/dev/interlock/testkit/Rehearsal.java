package dev.interlock.testkit;

import dev.interlock.contract.BusinessOperation;
import dev.interlock.contract.WorkflowContract;
import dev.interlock.contract.contact.Consent;
import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.simulation.Repertoire;
import dev.interlock.simulation.Simulation;
import dev.interlock.simulation.script.Opening;
import dev.interlock.simulation.script.Pace;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Plays the contracts of an operation in virtual time. Nothing is sent and nothing sleeps: messages
/// land in a list, and hours pass at a word.
///
///     @RegisterExtension
///     final Rehearsal play = Rehearsal.of(new DentalPractice(), new MissedCallTextBack());
///
///     @Test
///     void silenceIsNudgedOnceAndThenGivenUp() {
///       Person ana = play.person("Ana");
///       ana.callsAndIsMissed();
///       play.passes(Duration.ofDays(5));
///       assertThat(ana.steps()).containsExactly("text-back", "nudge");
///       assertThat(ana.endings()).containsExactly("missed-call-text-back: no-answer");
///     }
///
/// Registered as an extension it reports the story of every person when a test fails. Not for use by
/// several threads.
public final class Rehearsal implements AfterTestExecutionCallback {
  private static final ZoneId USUAL_ZONE = ZoneId.of("America/New_York");
  private static final LocalDateTime USUAL_START = LocalDateTime.of(2026, 3, 2, 10, 0);

  private final Repertoire repertoire;
  private final ZoneId zone;
  private final List<Person> people = new ArrayList<>();
  private Instant now;

  private Rehearsal(Repertoire repertoire, ZoneId zone, Instant now) {
    this.repertoire = repertoire;
    this.zone = zone;
    this.now = now;
  }

  /// A rehearsal of these contracts, beginning on a Monday at ten in New York.
  public static Rehearsal of(BusinessOperation operation, WorkflowContract... contracts) {
    List<Contract> written = Arrays.stream(contracts).map(WorkflowContract::contract).toList();
    return of(new ContractSet(operation.operation(), written));
  }

  /// A rehearsal of a set of contracts, beginning on a Monday at ten in New York.
  public static Rehearsal of(ContractSet set) {
    return new Rehearsal(Repertoire.of(set), USUAL_ZONE, instant(USUAL_START, USUAL_ZONE));
  }

  /// The same rehearsal, beginning at another local time; before anybody is in it.
  public Rehearsal beginningAt(LocalDateTime local, ZoneId other) {
    if (!people.isEmpty()) {
      throw new IllegalStateException("the rehearsal has begun; say when before anybody enters");
    }
    return new Rehearsal(repertoire, other, instant(local, other));
  }

  /// Somebody whom the CRM knows, with a number, an address and no wish to be left alone.
  public Person person(String firstName) {
    int number = people.size() + 1;
    Opening opening =
        new Opening(
            firstName,
            now.atZone(zone).toLocalDateTime(),
            zone,
            Set.of(),
            Map.of(),
            Map.of(
                Channel.SMS, "+1555010" + number,
                Channel.EMAIL, "contact" + number + "@example.com"),
            Map.of(Channel.SMS, Consent.ALLOWED, Channel.EMAIL, Consent.ALLOWED),
            Optional.empty(),
            List.of(),
            List.of(),
            true,
            true);
    ContactId contact = new ContactId("contact-" + number);
    Person person =
        new Person(
            firstName,
            repertoire,
            Simulation.of(repertoire, opening, Pace.BY_ITSELF, contact, now));
    people.add(person);
    return person;
  }

  /// The virtual time.
  public Instant now() {
    return now;
  }

  /// Lets time pass; whatever falls due on the way happens at its own moment.
  public void passes(Duration span) {
    people.forEach(person -> person.passes(span));
    now = now.plus(span);
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    if (context.getExecutionException().isPresent()) {
      people.forEach(person ->
          context.publishReportEntry(
              "the story of " + person.name(), String.join("\n", person.story())));
    }
  }

  private static Instant instant(LocalDateTime local, ZoneId zone) {
    return local.atZone(zone).toInstant();
  }
}
