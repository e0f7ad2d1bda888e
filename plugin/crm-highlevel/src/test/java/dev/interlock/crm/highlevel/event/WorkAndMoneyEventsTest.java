package dev.interlock.crm.highlevel.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.event.Happening.MoneyHappened;
import dev.interlock.contract.event.Happening.NoteAdded;
import dev.interlock.contract.event.Happening.TaskHappened;
import dev.interlock.contract.model.EventPattern.MoneyChange;
import dev.interlock.contract.model.EventPattern.TaskChange;
import org.junit.jupiter.api.Test;

class WorkAndMoneyEventsTest {
  private final Given given = new Given();

  @Test
  void tellsOfTasksThatAreMadeAndTickedOff() {
    assertThat(given.happened(task("TaskCreate")))
        .containsExactly(new TaskHappened(TaskChange.CREATED, "task1", "Call back"));
    assertThat(given.happened(task("TaskComplete")))
        .containsExactly(new TaskHappened(TaskChange.COMPLETED, "task1", "Call back"));
  }

  @Test
  void saysWhyATaskWithoutItsContactIsNotTold() {
    assertThat(given.delivered("{\"type\": \"TaskCreate\", \"id\": \"task1\"}").ignored())
        .isEqualTo("it does not say whom it is about");
  }

  @Test
  void tellsOfANoteByItsNumberAndNotByItsWords() {
    assertThat(
            given.happened(
                """
                {"type": "NoteCreate", "id": "note1", "contactId": "contact1", "body": "secret"}
                """))
        .containsExactly(new NoteAdded("note1"));
  }

  @Test
  void knowsWhatHappenedToAnInvoiceByItsStatus() {
    assertThat(given.happened(invoice("sent", 0)))
        .containsExactly(new MoneyHappened(MoneyChange.INVOICE_SENT, "inv1"));
    assertThat(given.happened(invoice("partially_paid", 40)))
        .containsExactly(new MoneyHappened(MoneyChange.PAYMENT_RECEIVED, "inv1"));
    assertThat(given.happened(invoice("paid", 100)))
        .containsExactly(
            new MoneyHappened(MoneyChange.PAYMENT_RECEIVED, "inv1"),
            new MoneyHappened(MoneyChange.INVOICE_PAID, "inv1"));
    assertThat(given.delivered(invoice("void", 0)).ignored()).contains("void");
  }

  @Test
  void tellsPaymentsApartByWhatIsPaidInAll() {
    assertThat(given.ids(invoice("partially_paid", 40)))
        .doesNotContainAnyElementsOf(given.ids(invoice("partially_paid", 60)))
        .isEqualTo(given.ids(invoice("partially_paid", 40)));
  }

  @Test
  void takesAnOrderThatIsCompletedForAPayment() {
    assertThat(given.happened(order("completed", "website")))
        .containsExactly(new MoneyHappened(MoneyChange.PAYMENT_RECEIVED, "order1"));
    assertThat(given.happened(order("pending", "website"))).isEmpty();
  }

  @Test
  void doesNotTellAPaymentTwiceForTheOrderBehindAnInvoice() {
    assertThat(given.happened(order("completed", "invoice"))).isEmpty();
  }

  private static String task(String type) {
    return """
    {"type": "%s", "id": "task1", "contactId": "contact1", "title": "Call back",
     "dateAdded": "2026-11-02T12:00:00Z", "timestamp": "2026-11-02T12:00:01Z"}
    """
        .formatted(type);
  }

  private static String invoice(String status, int paid) {
    return """
    {"_id": "inv1", "altId": "loc1", "altType": "location", "status": "%s", "amountPaid": %d,
     "amountDue": 100, "invoiceItems": [], "contactDetails": {"id": "contact1"},
     "updatedAt": "2026-11-02T12:00:00Z"}
    """
        .formatted(status, paid);
  }

  private static String order(String status, String source) {
    return """
    {"type": "OrderStatusUpdate", "_id": "order1", "altId": "loc1", "altType": "location",
     "status": "%s", "contactId": "contact1", "source": {"type": "%s"},
     "updatedAt": "2026-11-02T12:00:00Z"}
    """
        .formatted(status, source);
  }
}
