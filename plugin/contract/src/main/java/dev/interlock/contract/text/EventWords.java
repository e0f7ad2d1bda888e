package dev.interlock.contract.text;

import dev.interlock.contract.model.EventPattern.AppointmentChange;
import dev.interlock.contract.model.EventPattern.ConsentChange;
import dev.interlock.contract.model.EventPattern.ContactChange;
import dev.interlock.contract.model.EventPattern.DealChange;
import dev.interlock.contract.model.EventPattern.Delivery;
import dev.interlock.contract.model.EventPattern.Hand;
import dev.interlock.contract.model.EventPattern.HandAct;
import dev.interlock.contract.model.EventPattern.MoneyChange;
import dev.interlock.contract.model.EventPattern.TagChange;
import dev.interlock.contract.model.EventPattern.TaskChange;

/// What changes and acts are called in event patterns.
final class EventWords {
  private EventWords() {}

  static String change(ContactChange change) {
    return switch (change) {
      case CREATED -> "created";
      case CHANGED -> "changed";
      case DELETED -> "deleted";
      case MERGED -> "merged";
    };
  }

  static String change(TagChange change) {
    return switch (change) {
      case ADDED -> "added";
      case REMOVED -> "removed";
    };
  }

  static String change(Delivery delivery) {
    return switch (delivery) {
      case SENT -> "sent";
      case DELIVERED -> "delivered";
      case FAILED -> "failed";
      case BOUNCED -> "bounced";
      case OPENED -> "opened";
      case CLICKED -> "clicked";
    };
  }

  static String change(ConsentChange change) {
    return switch (change) {
      case OPTED_OUT -> "opted-out";
      case OPTED_IN -> "opted-in";
    };
  }

  static String change(AppointmentChange change) {
    return switch (change) {
      case BOOKED -> "booked";
      case CONFIRMED -> "confirmed";
      case RESCHEDULED -> "rescheduled";
      case CANCELLED -> "cancelled";
      case NO_SHOW -> "no-show";
      case SHOWED -> "showed";
    };
  }

  static String change(DealChange change) {
    return switch (change) {
      case CREATED -> "created";
      case WON -> "won";
      case LOST -> "lost";
      case ABANDONED -> "abandoned";
    };
  }

  static String change(TaskChange change) {
    return switch (change) {
      case CREATED -> "created";
      case COMPLETED -> "completed";
    };
  }

  static String change(MoneyChange change) {
    return switch (change) {
      case PAYMENT_RECEIVED -> "payment-received";
      case INVOICE_SENT -> "invoice-sent";
      case INVOICE_PAID -> "invoice-paid";
      case INVOICE_OVERDUE -> "invoice-overdue";
    };
  }

  static String hand(Hand hand) {
    return switch (hand) {
      case STAFF -> "staff";
      case AUTOMATION -> "automation";
      case OTHER_APP -> "other-app";
    };
  }

  static String act(HandAct act) {
    return switch (act) {
      case MESSAGED -> "messaged";
      case CALLED -> "called";
      case MOVED_STAGE -> "moved-stage";
      case CHANGED_TAG -> "changed-tag";
      case BOOKED -> "booked";
    };
  }
}
