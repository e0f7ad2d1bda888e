package dev.interlock.sandbox.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SandboxRecordsTest {
  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  private static MessageRow text(String contactId, Instant at, String body, String status) {
    return new MessageRow(
        "m" + at.getEpochSecond(),
        contactId,
        at,
        "outbound",
        "SMS",
        "",
        body,
        "api",
        status,
        By.API);
  }

  private static StageMove move(int from, int to, By by) {
    return new StageMove("o1", "c1", "Sales", "S" + from, "S" + to, from, to, by, NOON);
  }

  private static SandboxRecords records(List<MessageRow> messages, List<StageMove> moves) {
    var card = new CardRow("o1", "Sales", "Booked", "open", "", NOON);
    var contact =
        new ContactRow(
            "c1",
            "Ada",
            "+13015550100",
            "",
            "",
            List.of("vip"),
            List.of("SMS"),
            Map.of("contact.budget", "7"),
            List.of(card),
            "SILENT");
    return new SandboxRecords(
        NOON,
        List.of(contact),
        messages,
        moves,
        List.of(new TagChange("c1", List.of("vip"), List.of(), By.API, NOON)),
        List.of(new TaskRow("t1", "c1", "Call", "", "", "", false, By.API, NOON)),
        List.of(new NoteRow("n1", "c1", "Note", "", By.API, NOON)),
        List.of(new AppointmentRow("a1", "c1", "Visit", "new", NOON, NOON, By.PERSON, NOON)),
        List.of(new EnrolmentRow("c1", "w1", true, By.API, NOON)),
        List.of(new RequestRow(NOON, "GET", "/contacts/c1", 200, "", "2021-07-28", "loc", "fixed")),
        List.of(new DeliveryRow(NOON, "ContactCreate", "w1", "loc", "c1", 1, 200)));
  }

  @Test
  void theSameWordsWithinADayAreADuplicate() {
    var records =
        records(
            List.of(
                text("c1", NOON, "Hello  there", "delivered"),
                text("c2", NOON, "Hello there", "delivered"),
                text("c1", NOON.plusSeconds(60), "Hello there ", "sent"),
                text("c1", NOON.plusSeconds(120), "Hello again", "sent")),
            List.of());

    assertThat(records.duplicateMessages(DAY))
        .extracting(MessageRow::at)
        .containsExactly(NOON.plusSeconds(60));
  }

  @Test
  void theSameWordsADayLaterAreNone() {
    var records =
        records(
            List.of(
                text("c1", NOON, "Hello", "delivered"),
                text("c1", NOON.plus(DAY), "Hello", "delivered")),
            List.of());

    assertThat(records.duplicateMessages(DAY)).isEmpty();
  }

  @Test
  void tryingAgainAfterAFailureIsNoDuplicate() {
    var records =
        records(
            List.of(
                text("c1", NOON, "Hello", "undelivered"),
                text("c1", NOON.plusSeconds(60), "Hello", "delivered")),
            List.of());

    assertThat(records.duplicateMessages(DAY)).isEmpty();
  }

  @Test
  void onlyUnlawfulBackwardMovesOfTheAuthorCount() {
    var records =
        records(
            List.of(),
            List.of(
                move(1, 2, By.API), move(2, 1, By.STAFF), move(3, 1, By.API), move(2, 0, By.API)));

    assertThat(records.backwardMoves(By.API, Set.of(new LawfulReturn("Sales", "S3", "S1"))))
        .extracting(StageMove::to)
        .containsExactly("S0");
  }

  @Test
  void recordsSurviveTheWayIntoAnotherProcess() {
    var records = records(List.of(text("c1", NOON, "Hello", "sent")), List.of(move(2, 1, By.API)));

    assertThat(RecordsJson.read(RecordsJson.write(records))).isEqualTo(records);
  }

  @Test
  void contactsAreFoundWithTheirCards() {
    var records = records(List.of(), List.of());

    assertThat(records.contactWithPhone("+13015550100").flatMap(it -> it.cardIn("Sales")))
        .hasValueSatisfying(card -> assertThat(card.stage()).isEqualTo("Booked"));
    assertThat(records.contact("c2")).isEmpty();
    assertThat(records.requestsByStatus()).isEqualTo(Map.of(200, 1L));
    assertThat(records.requests().getFirst().hasForeignVersion()).isTrue();
  }
}
