package dev.interlock.handbook;

import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.ExitName;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.run.Entry.Kind;
import dev.interlock.handbook.edition.Counts;
import dev.interlock.handbook.edition.Edition;
import dev.interlock.handbook.story.Contact;
import dev.interlock.handbook.story.ContactStory;
import dev.interlock.handbook.story.HearingView;
import dev.interlock.handbook.story.OperationView;
import dev.interlock.handbook.story.OperationView.Fact;
import dev.interlock.handbook.story.PeopleView;
import dev.interlock.library.AppointmentReminder;
import dev.interlock.library.DentalPractice;
import dev.interlock.library.MissedCallTextBack;
import dev.interlock.library.SpeedToLead;
import dev.interlock.verifier.Verifier;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The library's contracts with a day of made-up work, as a shell would tell it.
public final class Example {
  static final ZoneId ZONE = ZoneId.of("America/New_York");
  static final Instant NOW = Instant.parse("2026-03-04T15:42:00Z");
  static final ContractId MISSED_CALL = new ContractId("missed-call-text-back");
  static final ContractId SPEED = new ContractId("speed-to-lead");
  static final ContractId REMINDERS = new ContractId("appointment-reminders");
  static final Contact MAYA = new Contact("c-1042", "Maya Ortiz");
  static final Contact TOM = new Contact("c-1007", "Tom Becker");

  private Example() {}

  public static ContractSet set() {
    return new ContractSet(
        new DentalPractice().operation(),
        List.of(
            new MissedCallTextBack().contract(),
            new SpeedToLead().contract(),
            new AppointmentReminder().contract()));
  }

  public static Edition edition() {
    Counts counts =
        new Counts(
            7,
            Map.of(new NodeId("first-reply"), 4L, new NodeId("second-reply"), 3L),
            Map.of(new ExitName("booked"), 12L, new ExitName("no-answer"), 5L));
    return Edition.bare()
        .verified(Verifier.on(LocalDate.of(2026, 3, 4)).verify(set()))
        .counted(Map.of(MISSED_CALL, counts));
  }

  public static OperationView operation() {
    return new OperationView(
        Optional.of(
            "A simulation: forty made-up people and a sandbox CRM. Nothing leaves this machine."),
        ZONE,
        NOW,
        List.of(
            Fact.of("Messages sent", "61"),
            Fact.claim("Sent twice", "0", true),
            Fact.claim("Stages moved back", "0", true),
            Fact.claim("Endings not as promised", "1", false)),
        List.of(
            workflow(REMINDERS, 9, 1, Map.of("showed", 6L, "no-show", 2L, "cancelled", 1L)),
            workflow(
                MISSED_CALL, 7, 4, Map.of("booked", 5L, "with-front-desk", 4L, "opted-out", 1L)),
            workflow(SPEED, 3, 6, Map.of())),
        List.of(
            new OperationView.Attention(
                NOW.minusSeconds(900),
                TOM,
                Optional.of(MISSED_CALL),
                "Nobody can tell whether “nudge” went out: the CRM did not answer in time. Look into"
                    + " the conversation and say whether it is there")),
        List.of(
            new OperationView.Waiting(
                NOW.minusSeconds(240),
                MAYA,
                Optional.of(REMINDERS),
                "Waits its turn: “Missed-call text-back” holds the lane lead-follow-up. It is turned"
                    + " away on Fri 6 Mar 2026 10:38, unless the lane is free by then")),
        List.of(
            new OperationView.Refusal(
                NOW.minusSeconds(60),
                MAYA,
                SPEED,
                List.of("another workflow holds the lane lead-follow-up: Missed-call text-back")),
            new OperationView.Refusal(
                NOW.minusSeconds(640),
                TOM,
                MISSED_CALL,
                List.of("they have no phone number: there must be a number to text"))),
        List.of(
            latest(5, MAYA, MISSED_CALL, Kind.EXIT, "Leaves by booked (success): they booked."),
            latest(30, MAYA, MISSED_CALL, Kind.HEARD, "An appointment was booked."),
            latest(44, TOM, MISSED_CALL, Kind.DOUBT, "Nobody can tell whether this took effect."),
            latest(75, TOM, SPEED, Kind.TURNED_AWAY, "Not admitted: they have no phone number."),
            latest(90, MAYA, MISSED_CALL, Kind.WAITING, "Listens for an answer for 1 day."),
            latest(95, MAYA, MISSED_CALL, Kind.STEP, "Sends the text message.")));
  }

  private static OperationView.Workflow workflow(
      ContractId contract, long running, long refused, Map<String, Long> ended) {
    Map<ExitName, Long> exits = new TreeMap<>();
    ended.forEach((name, count) -> exits.put(new ExitName(name), count));
    return new OperationView.Workflow(contract, running, refused, exits);
  }

  private static OperationView.Latest latest(
      long secondsAgo, Contact contact, ContractId contract, Kind kind, String words) {
    return new OperationView.Latest(NOW.minusSeconds(secondsAgo), contact, contract, kind, words);
  }

  public static ContactStory story() {
    return new ContactStory(
        MAYA,
        ZONE,
        NOW,
        List.of(
            new ContactStory.Place(
                REMINDERS,
                NOW.minusSeconds(500),
                "Wait until 1 day before the appointment in “Consultation” starts",
                "Then: send a text message",
                Optional.of(NOW.plusSeconds(86_400 * 2)))),
        List.of(
            new ContactStory.Ending(
                MISSED_CALL,
                new ExitName("booked"),
                NOW.minusSeconds(90_000),
                NOW.minusSeconds(520),
                true,
                "Read back: the CRM is as promised.")),
        List.of(
            line(90_001, MISSED_CALL, Kind.HEARD, "", "A call of the contact was missed"),
            line(90_000, MISSED_CALL, Kind.ENTERED, "", "Entered: a prospect tried to reach us"),
            new ContactStory.Line(
                NOW.minusSeconds(89_990),
                Optional.of(MISSED_CALL),
                Kind.STEP,
                "text-back",
                "Sends the text message: the first practice to answer usually wins the patient",
                Optional.of("Hi Maya, this is Riverside Dental. Sorry we missed your call!")),
            line(
                89_980,
                SPEED,
                Kind.TURNED_AWAY,
                "",
                "Not admitted: another workflow holds the lane"),
            line(3_600, MISSED_CALL, Kind.HELD, "nudge", "Held back until 08:00: quiet hours"),
            line(
                3_500,
                MISSED_CALL,
                Kind.SUPPRESSED,
                "nudge",
                "Not sent again: they had one already"),
            line(520, MISSED_CALL, Kind.EXIT, "booked", "Leaves by booked (success): they booked"),
            line(
                510,
                MISSED_CALL,
                Kind.ENDED,
                "booked",
                "Read back: the contact is left as promised")));
  }

  private static ContactStory.Line line(
      long secondsAgo, ContractId contract, Kind kind, String step, String words) {
    return new ContactStory.Line(
        NOW.minusSeconds(secondsAgo), Optional.of(contract), kind, step, words, Optional.empty());
  }

  public static HearingView hearing() {
    Instant since = NOW.minusSeconds(400_000);
    Optional<Instant> looked = Optional.of(NOW.minusSeconds(120));
    Instant next = NOW.plusSeconds(180);
    return new HearingView(
        ZONE,
        NOW,
        List.of(
            new HearingView.Ear("appointments", since, 12, 9, 3, looked, next, ""),
            new HearingView.Ear("contacts", since, 41, 40, 0, looked, next, ""),
            new HearingView.Ear(
                "opportunities",
                since,
                0,
                0,
                0,
                Optional.empty(),
                next,
                "missing-scope: the token may not read opportunities")));
  }

  public static PeopleView people() {
    return new PeopleView(
        ZONE,
        NOW,
        List.of(
            new PeopleView.Person(MAYA, "In “Appointment reminders”, waiting", NOW.minusSeconds(5)),
            new PeopleView.Person(TOM, "In no workflow", NOW.minusSeconds(4_000))));
  }
}
