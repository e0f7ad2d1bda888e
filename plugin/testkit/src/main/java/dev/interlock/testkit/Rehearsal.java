package dev.interlock.testkit;

import dev.interlock.contract.BusinessOperation;
import dev.interlock.contract.WorkflowContract;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

  private final Stage stage;
  private final List<Person> people = new ArrayList<>();

  private Rehearsal(Stage stage) {
    this.stage = stage;
  }

  /// A rehearsal of these contracts, beginning on a Monday at ten in New York.
  public static Rehearsal of(BusinessOperation operation, WorkflowContract... contracts) {
    List<Contract> written = Arrays.stream(contracts).map(WorkflowContract::contract).toList();
    return of(new ContractSet(operation.operation(), written));
  }

  /// A rehearsal of a set of contracts, beginning on a Monday at ten in New York.
  public static Rehearsal of(ContractSet set) {
    return new Rehearsal(new Stage(set, USUAL_ZONE, instant(USUAL_START, USUAL_ZONE)));
  }

  /// The same rehearsal, beginning at another local time; before anybody is in it.
  public Rehearsal beginningAt(LocalDateTime local, ZoneId zone) {
    if (!people.isEmpty()) {
      throw new IllegalStateException("the rehearsal has begun; say when before anybody enters");
    }
    return new Rehearsal(new Stage(stage.set(), zone, instant(local, zone)));
  }

  /// Somebody whom the CRM knows, with a number, an address and no wish to be left alone.
  public Person person(String firstName) {
    Person person = new Person(stage, firstName, people.size() + 1);
    people.add(person);
    return person;
  }

  /// The virtual time.
  public Instant now() {
    return stage.now();
  }

  /// Lets time pass; whatever falls due on the way happens at its own moment.
  public void passes(Duration span) {
    Instant until = stage.now().plus(span);
    Optional<Person> next = nextDue(until);
    while (next.isPresent()) {
      next.get().timerDue();
      next = nextDue(until);
    }
    stage.moveTo(until);
  }

  private Optional<Person> nextDue(Instant until) {
    return people.stream()
        .filter(person -> person.alarm().filter(due -> !due.isAfter(until)).isPresent())
        .min(Comparator.comparing(person -> person.alarm().orElse(until)));
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
