package dev.interlock.engine.decide;

import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.EventPattern.ContactChange;
import dev.interlock.contract.model.EventPattern.DealChange;
import dev.interlock.contract.model.EventPattern.Delivery;
import dev.interlock.contract.model.EventPattern.Hand;
import dev.interlock.contract.model.EventPattern.HandAct;
import dev.interlock.contract.model.EventPattern.TagChange;
import dev.interlock.contract.model.EventPattern.TaskChange;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.core.run.Outcome;
import dev.interlock.crm.Deed;
import dev.interlock.engine.store.Intents.Intent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/// Recognises events that our own writes caused: each write comes back as a webhook, and one change
/// can fire several.
///
/// A message is known by its number. Whatever has none is ours when it says what we wrote, at about
/// the time at which we wrote it. Whom the CRM names as the doer stays the doer.
final class Echo {
  /// How long after a write its webhook may say that it happened.
  static final Duration LATEST = Duration.ofMinutes(30);

  /// A thing that is read says when it was changed last, which may be long after our write.
  static final Duration LATEST_READ = Duration.ofDays(1);

  /// How far the CRM's clock may be from where its last answer showed it.
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

  private final Familiar familiar;
  private final Duration latest;

  /// @param latest how long after a write its echo may say that it happened
  Echo(Familiar familiar, Duration latest) {
    this.familiar = familiar;
    this.latest = latest;
  }

  /// The event with ourselves as the doer, if we are.
  DomainEvent recognised(DomainEvent event) {
    return isOurs(event)
        ? new DomainEvent(
            event.id(), event.contact(), event.occurredAt(), event.what(), Provenance.OURS)
        : event;
  }

  /// Whether something that we tried to send by this channel may be the message that the event
  /// tells of, whatever its number. Of a text, the number says whose it is, once it is known; one
  /// exchange of e-mails may go by the number of another's.
  boolean maySpeakOf(DomainEvent event, Channel channel) {
    return familiar.tried().stream()
        .filter(intent -> isAbout(event.occurredAt(), intent))
        .filter(intent -> intent.deed().filter(deed -> isBy(deed, channel)).isPresent())
        .anyMatch(intent -> channel == Channel.EMAIL || !isNumbered(intent));
  }

  private static boolean isNumbered(Intent intent) {
    return intent.outcome().orElse(null) instanceof Outcome.Done(var message, _)
        && message.isPresent();
  }

  private boolean isOurs(DomainEvent event) {
    Instant at = event.occurredAt();
    return switch (event.what()) {
      case Happening.MessageOutcome(var delivery, var channel, var message, _) ->
          delivery == Delivery.SENT
              && (familiar.ours().contains(message) || anyInDoubt(deed -> isBy(deed, channel)));
      case Happening.TagHappened(var change, var tag) ->
          any(
              at,
              deed ->
                  change == TagChange.ADDED
                      ? deed.equals(new Deed.AddTag(tag))
                      : deed.equals(new Deed.RemoveTag(tag)));
      case Happening.StageEntered(var deal, var stage) ->
          any(
              at,
              deed ->
                  deed instanceof Deed.MoveDeal(var pipeline, var to, _, var own)
                      && isMeant(own, deal)
                      && pipeline.name().equals(stage.pipeline())
                      && to.equals(stage.stage()));
      case Happening.DealHappened(var change, var deal, var pipeline) ->
          any(at, deed -> makes(deed, change, deal, pipeline));
      case Happening.TaskHappened(var change, var task, var title) ->
          any(at, deed -> makes(deed, change, task, title)) || hasReference(task);
      case Happening.NoteAdded(var note) ->
          hasReference(note) || any(at, deed -> deed instanceof Deed.AddNote);
      case Happening.ContactHappened(var change, _) ->
          change == ContactChange.CHANGED && any(at, Echo::changesTheRecord);
      case Happening.ForeignHandActed(var hand, var act, _) ->
          hand == Hand.OTHER_APP && any(at, deed -> isAct(deed, act));
      case Happening.MessageReceived _, Happening.CallMissed _, Happening.ConsentHappened _ ->
          false;
      case Happening.AppointmentHappened _, Happening.MoneyHappened _ -> false;
      case Happening.FormSubmitted _, Happening.DateReached _, Happening.ScheduleReached _ -> false;
      case Happening.StartedByHand _, Happening.StartedByApi _, Happening.Routed _ -> false;
    };
  }

  private boolean any(Instant at, Predicate<Deed> saysTheSame) {
    return familiar.tried().stream()
        .filter(intent -> isAbout(at, intent))
        .anyMatch(intent -> intent.deed().filter(saysTheSame).isPresent());
  }

  private boolean isAbout(Instant at, Intent intent) {
    return intent
        .triedAt()
        .filter(tried -> !at.isBefore(tried.minus(CLOCKS_DIFFER)))
        .filter(tried -> !at.isAfter(tried.plus(latest)))
        .isPresent();
  }

  /// A message whose number we never learned may be the one that is in doubt.
  private boolean anyInDoubt(Predicate<Deed> saysTheSame) {
    return familiar.tried().stream()
        .filter(intent -> intent.outcome().isEmpty())
        .anyMatch(intent -> intent.deed().filter(saysTheSame).isPresent());
  }

  private boolean hasReference(String reference) {
    return familiar.tried().stream()
        .anyMatch(intent ->
            intent.outcome().orElse(null) instanceof Outcome.Done(_, var ours)
                && ours.filter(reference::equals).isPresent());
  }

  private static boolean isBy(Deed deed, Channel channel) {
    return switch (channel) {
      case SMS -> deed instanceof Deed.SendSms;
      case EMAIL -> deed instanceof Deed.SendEmail;
      case CHAT, CALL, VOICEMAIL -> false;
    };
  }

  private static boolean makes(Deed deed, DealChange change, DealId deal, PipelineName pipeline) {
    return switch (change) {
      case CREATED ->
          deed instanceof Deed.MoveDeal(var of, _, _, var own)
              && own.isEmpty()
              && of.name().equals(pipeline);
      case WON -> marks(deed, DealStatus.WON, deal, pipeline);
      case LOST -> marks(deed, DealStatus.LOST, deal, pipeline);
      case ABANDONED -> marks(deed, DealStatus.ABANDONED, deal, pipeline);
    };
  }

  private static boolean marks(Deed deed, DealStatus status, DealId deal, PipelineName pipeline) {
    return deed instanceof Deed.MarkDeal(var of, var ours, var own)
        && of.equals(pipeline)
        && ours == status
        && isMeant(own, deal);
  }

  /// A deed that names no opportunity may have been about any.
  private static boolean isMeant(Optional<DealId> own, DealId deal) {
    return own.map(deal::equals).orElse(true);
  }

  private static boolean makes(Deed deed, TaskChange change, String task, String title) {
    return switch (change) {
      case CREATED ->
          (deed instanceof Deed.CreateTask(var ours, _, _, _, _) && ours.equals(title))
              || (deed instanceof Deed.Notify(_, var text, _, _) && text.equals(title));
      case COMPLETED -> deed instanceof Deed.CompleteTasks(var tasks) && tasks.contains(task);
    };
  }

  private static boolean changesTheRecord(Deed deed) {
    return switch (deed) {
      case Deed.AddTag _, Deed.RemoveTag _, Deed.SetField _, Deed.ClearField _ -> true;
      case Deed.Assign _ -> true;
      case Deed.SendSms _, Deed.SendEmail _, Deed.MoveDeal _, Deed.MarkDeal _ -> false;
      case Deed.ValueDeal _, Deed.CreateTask _, Deed.CompleteTasks _, Deed.AddNote _ -> false;
      case Deed.Notify _, Deed.StartAutomation _, Deed.StopAutomation _ -> false;
    };
  }

  /// Moves and tags are told as such, and recognised as such.
  private static boolean isAct(Deed deed, HandAct act) {
    return switch (act) {
      case MESSAGED -> deed instanceof Deed.SendSms || deed instanceof Deed.SendEmail;
      case MOVED_STAGE, CHANGED_TAG, CALLED, BOOKED -> false;
    };
  }
}
