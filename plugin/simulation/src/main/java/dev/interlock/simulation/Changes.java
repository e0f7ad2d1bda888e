package dev.interlock.simulation;

import dev.interlock.contract.contact.Appointment;
import dev.interlock.contract.contact.Consent;
import dev.interlock.contract.contact.Deal;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.EventPattern.AppointmentChange;
import dev.interlock.contract.model.EventPattern.ContactChange;
import dev.interlock.contract.model.EventPattern.DealChange;
import dev.interlock.contract.model.EventPattern.TagChange;
import dev.interlock.contract.model.EventPattern.TaskChange;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.StageRef;
import dev.interlock.contract.model.TagName;
import dev.interlock.core.Attributes;
import dev.interlock.simulation.Change.Edit;
import dev.interlock.simulation.Change.Move;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Changes an account, whoever's hand does it, and says what the CRM tells of it. What is so
/// already is no change: empty.
record Changes(Account account) {
  private static final String THERE = "there";
  private static final Happening RECORD_CHANGED =
      new Happening.ContactHappened(ContactChange.CHANGED, Optional.empty());

  Optional<Change> tag(TagName tag, TagChange change) {
    boolean wanted = change == TagChange.ADDED;
    if (account.has(tag) == wanted) {
      return Optional.empty();
    }
    if (wanted) {
      account.tag(tag);
    } else {
      account.untag(tag);
    }
    Edit edit = new Edit(Attributes.of(tag), standing(!wanted), standing(wanted));
    return Optional.of(Change.of(edit, new Happening.TagHappened(change, tag)));
  }

  private static Optional<String> standing(boolean there) {
    return there ? Optional.of(THERE) : Optional.empty();
  }

  /// @param value blank clears the field
  Optional<Change> field(FieldName field, String value) {
    String before = account.field(field);
    if (before.equals(value) || (before.isBlank() && value.isBlank())) {
      return Optional.empty();
    }
    account.field(field, value);
    Edit edit = new Edit(Attributes.of(field), unlessBlank(before), unlessBlank(value));
    return Optional.of(Change.of(edit, RECORD_CHANGED));
  }

  private static Optional<String> unlessBlank(String value) {
    return Optional.of(value).filter(text -> !text.isBlank());
  }

  /// Moves the deal, or makes one there where there is none. Nobody looks at the direction.
  Optional<Change> move(StageRef to) {
    Optional<StageName> from = account.deal(to.pipeline()).map(deal -> deal.stage().stage());
    if (from.filter(to.stage()::equals).isPresent()) {
      return Optional.empty();
    }
    account.place(to);
    var deal = account.dealIn(to.pipeline());
    List<Happening> told = new ArrayList<>();
    if (from.isEmpty()) {
      told.add(new Happening.DealHappened(DealChange.CREATED, deal, to.pipeline()));
    }
    told.add(new Happening.StageEntered(deal, to));
    Edit edit =
        new Edit(
            Attributes.ofStage(to.pipeline()),
            from.map(StageName::text),
            Optional.of(to.stage().text()));
    return Optional.of(new Change(Optional.of(edit), Optional.of(new Move(from, to)), told));
  }

  /// Only for a deal that there is.
  Optional<Change> mark(Deal deal, DealStatus status) {
    if (deal.status() == status) {
      return Optional.empty();
    }
    PipelineName pipeline = deal.stage().pipeline();
    account.mark(pipeline, status);
    Edit edit =
        new Edit(
            Attributes.ofStatus(pipeline),
            Optional.of(deal.status().name()),
            Optional.of(status.name()));
    return Optional.of(
        switch (status) {
          case OPEN -> Change.of(edit);
          case WON -> Change.of(edit, dealHappened(DealChange.WON, deal));
          case LOST -> Change.of(edit, dealHappened(DealChange.LOST, deal));
          case ABANDONED -> Change.of(edit, dealHappened(DealChange.ABANDONED, deal));
        });
  }

  private static Happening dealHappened(DealChange change, Deal deal) {
    return new Happening.DealHappened(change, deal.id(), deal.stage().pipeline());
  }

  /// Only for a deal that there is.
  Optional<Change> value(Deal deal, BigDecimal value) {
    if (deal.value().filter(now -> now.compareTo(value) == 0).isPresent()) {
      return Optional.empty();
    }
    PipelineName pipeline = deal.stage().pipeline();
    account.value(pipeline, value);
    return Optional.of(
        Change.of(
            new Edit(
                Attributes.ofValue(pipeline),
                deal.value().map(BigDecimal::toPlainString),
                Optional.of(value.toPlainString()))));
  }

  Optional<Change> assign(String user) {
    Optional<String> before = account.assignee();
    if (before.filter(user::equals).isPresent()) {
      return Optional.empty();
    }
    account.assign(user);
    return Optional.of(
        Change.of(new Edit(Attributes.ASSIGNEE, before, Optional.of(user)), RECORD_CHANGED));
  }

  List<Change> consent(Set<Channel> channels, Consent consent, Happening told) {
    List<Change> changes = new ArrayList<>();
    for (Channel channel : channels) {
      Optional<String> before = account.consent(channel).map(Consent::name);
      account.consent(channel, consent);
      changes.add(
          Change.of(new Edit(Attributes.ofConsent(channel), before, Optional.of(consent.name()))));
    }
    changes.add(Change.only(told));
    return changes;
  }

  Change moveAppointment(Appointment appointment, Instant start) {
    Appointment standing =
        switch (appointment.status()) {
          case SHOWED, NO_SHOW -> account.mark(appointment, Appointment.Status.BOOKED);
          case BOOKED, CONFIRMED, CANCELLED -> appointment;
        };
    return Change.only(
        new Happening.AppointmentHappened(
            AppointmentChange.RESCHEDULED, account.move(standing, start)));
  }

  Change markAppointment(
      Appointment appointment, Appointment.Status status, AppointmentChange change) {
    return Change.only(
        new Happening.AppointmentHappened(change, account.mark(appointment, status)));
  }

  Change makeTask(String id, String title, Instant due) {
    account.add(new Account.Task(id, title, due, true));
    return Change.only(new Happening.TaskHappened(TaskChange.CREATED, id, title));
  }

  Change tickOff(Account.Task task) {
    account.tickOff(task);
    return Change.only(new Happening.TaskHappened(TaskChange.COMPLETED, task.id(), task.title()));
  }
}
