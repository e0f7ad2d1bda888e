package dev.interlock.verifier.prove.world;

import dev.interlock.contract.contact.Appointment;
import dev.interlock.contract.contact.AppointmentId;
import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.contact.MessageId;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.CalendarName;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.EventPattern.AppointmentChange;
import dev.interlock.contract.model.EventPattern.Delivery;
import dev.interlock.contract.model.EventPattern.Hand;
import dev.interlock.contract.model.EventPattern.HandAct;
import java.time.Instant;

/// One happening that stands for all of its kind, so that the core itself says who listens to it.
final class Happens {
  static final DealId DEAL = new DealId("deal");
  private static final MessageId MESSAGE = new MessageId("message");
  private static final Instant WHEN = Instant.parse("2026-03-02T15:00:00Z");

  private Happens() {}

  static Happening writes(Channel channel, String text) {
    return new Happening.MessageReceived(channel, MESSAGE, text);
  }

  static Happening outcome(Delivery delivery, Channel channel) {
    return new Happening.MessageOutcome(delivery, channel, MESSAGE, "");
  }

  static Happening appointment(AppointmentChange change, CalendarName calendar) {
    var status =
        switch (change) {
          case BOOKED, RESCHEDULED -> Appointment.Status.BOOKED;
          case CONFIRMED -> Appointment.Status.CONFIRMED;
          case CANCELLED -> Appointment.Status.CANCELLED;
          case NO_SHOW -> Appointment.Status.NO_SHOW;
          case SHOWED -> Appointment.Status.SHOWED;
        };
    return new Happening.AppointmentHappened(
        change,
        new Appointment(
            new AppointmentId("appointment"), calendar, WHEN, WHEN.plusSeconds(3600), status));
  }

  static Happening hand(Hand hand, HandAct act) {
    return new Happening.ForeignHandActed(hand, act, "acted");
  }
}
