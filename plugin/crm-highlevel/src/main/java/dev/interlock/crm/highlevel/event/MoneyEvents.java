package dev.interlock.crm.highlevel.event;

import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.EventPattern.MoneyChange;
import dev.interlock.crm.highlevel.wire.Json;
import java.util.Locale;

/// Money that moved, or was asked for: through invoices and through orders. Other payments are not
/// reported by HighLevel.
final class MoneyEvents {
  private MoneyEvents() {}

  /// What happened to an invoice stands in its status. An update may repeat it, and is then known
  /// by the same id.
  static void invoice(Draft draft) {
    Json json = draft.notice().json();
    String status = json.text("status").orElse("").toLowerCase(Locale.ROOT);
    switch (status) {
      case "sent" -> tell(draft, MoneyChange.INVOICE_SENT, "");
      case "paid" -> {
        payment(draft);
        tell(draft, MoneyChange.INVOICE_PAID, "");
      }
      case "partially_paid" -> payment(draft);
      default -> draft.silent("no contract listens to an invoice that is '" + status + "'");
    }
  }

  private static void payment(Draft draft) {
    tell(
        draft,
        MoneyChange.PAYMENT_RECEIVED,
        "/" + draft.notice().json().text("amountPaid").orElse(""));
  }

  /// An order that stands for an invoice is told of with the invoice.
  static void order(Draft draft) {
    Json json = draft.notice().json();
    boolean ofInvoice = json.at("source").text("type").filter("invoice"::equals).isPresent();
    boolean paid = json.text("status").filter("completed"::equalsIgnoreCase).isPresent();
    if (ofInvoice) {
      draft.silent("the payment is told of with the invoice");
    } else if (paid) {
      tell(draft, MoneyChange.PAYMENT_RECEIVED, "");
    } else {
      draft.silent("an order that is not paid yet, or never will be");
    }
  }

  private static void tell(Draft draft, MoneyChange change, String detail) {
    String id = draft.notice().json().id();
    draft.tell(
        "money-" + change.name().toLowerCase(Locale.ROOT).replace('_', '-') + "/" + id + detail,
        draft.notice().happenedAt(),
        Provenance.OUTSIDE,
        new Happening.MoneyHappened(change, id));
  }
}
