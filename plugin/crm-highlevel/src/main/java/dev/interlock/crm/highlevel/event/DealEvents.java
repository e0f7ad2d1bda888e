package dev.interlock.crm.highlevel.event;

import dev.interlock.contract.contact.Deal;
import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.EventPattern.DealChange;
import dev.interlock.crm.highlevel.contact.Deals;
import dev.interlock.crm.highlevel.wire.Json;
import dev.interlock.crm.highlevel.wire.WireOpportunity;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// What became of opportunities.
///
/// One change makes several deliveries, in any order: an update of the whole, and one that says
/// what changed. The latter is always told. The former is compared with what is remembered, so that
/// it stands in where the other got lost; and whichever comes second finds that nothing is new.
final class DealEvents {
  /// Two deliveries of one change are sent within this time.
  private static final Duration SAME_CHANGE = Duration.ofMinutes(2);

  private final Draft draft;
  private final Instant at;
  private final WireOpportunity opportunity;
  private final Deal now;
  private final Optional<Deal> before;
  private final boolean late;

  private DealEvents(Draft draft, WireOpportunity opportunity, Deal now) {
    this.draft = draft;
    this.opportunity = opportunity;
    this.now = now;
    this.at = now.touchedAt();
    this.before = Optional.ofNullable(draft.last().deals().get(now.id()));
    this.late =
        draft.isLate(opportunity.id(), at)
            || before.filter(known -> at.isBefore(known.touchedAt())).isPresent();
  }

  static void translate(Draft draft, Words words) {
    Json json = draft.notice().json();
    var opportunity = new WireOpportunity(json);
    var pipelines =
        words.pipelinesWith(
            opportunity.pipelineId().orElse(""), opportunity.pipelineStageId().orElse(""));
    Optional<Deal> deal = Deals.of(opportunity, pipelines);
    if (deal.isEmpty()) {
      draft.silent("an opportunity without a place in a pipeline");
      return;
    }
    Deal told = deal.get();
    Instant at = draft.notice().happenedAt();
    new DealEvents(
            draft,
            opportunity,
            new Deal(told.id(), told.name(), told.stage(), told.status(), told.value(), at))
        .translate();
  }

  private void translate() {
    Optional<Readout> readout = draft.notice().readout();
    if (readout.isPresent()) {
      read(readout.get());
      return;
    }
    switch (draft.notice().kind()) {
      case OPPORTUNITY_CREATE -> created();
      case OPPORTUNITY_STAGE_UPDATE -> stageChanged();
      case OPPORTUNITY_STATUS_UPDATE -> statusChanged();
      case OPPORTUNITY_DELETE -> deleted();
      case OPPORTUNITY_UPDATE, OPPORTUNITY_ASSIGNED_TO_UPDATE, OPPORTUNITY_MONETARY_VALUE_UPDATE ->
          compared();
      case EventKind other ->
          throw new IllegalArgumentException(other + " is not of an opportunity");
    }
  }

  private void created() {
    tellCreated(draft.notice().json().instant("dateAdded").orElse(at));
    tellStage("created");
    if (now.status() != DealStatus.OPEN) {
      tellStatus("created");
    }
    remember();
  }

  private void tellCreated(Instant made) {
    draft.tell(
        "deal-created/" + now.id(),
        made,
        Provenance.UNKNOWN,
        new Happening.DealHappened(DealChange.CREATED, now.id(), now.stage().pipeline()));
  }

  /// An opportunity as it was read. Where nothing is remembered of it, its own dates tell whether
  /// its stage and its status are news.
  private void read(Readout readout) {
    if (late || isDeleted()) {
      draft.silent("what is known of the opportunity is younger than this");
      return;
    }
    draft.silent("nothing in it that a contract listens to has changed");
    Optional<Instant> made = opportunity.createdAt();
    boolean isNew = readout.isNew(made);
    if (isNew) {
      tellCreated(made.orElse(at));
    }
    Optional<Instant> staged = opportunity.lastStageChangeAt();
    boolean isMoved =
        before
            .map(known -> !known.stage().equals(now.stage()))
            .orElse(isNew || readout.isNew(staged));
    if (isMoved) {
      String version = before.isEmpty() && isNew ? "created" : version("lastStageChangeAt");
      tellStage(version, staged.orElse(at));
    }
    Optional<Instant> marked = opportunity.lastStatusChangeAt();
    boolean isMarked =
        before
            .map(known -> known.status() != now.status())
            .orElse(now.status() != DealStatus.OPEN && (isNew || readout.isNew(marked)));
    if (isMarked) {
      String version = before.isEmpty() && isNew ? "created" : version("lastStatusChangeAt");
      tellStatus(version, marked.orElse(at));
    }
    draft.readUntil(opportunity.id(), readout.knew(at, SAME_CHANGE));
    remember();
  }

  private void stageChanged() {
    if (isSeen(before.filter(known -> known.stage().equals(now.stage())))) {
      draft.silent("the new stage was already told by another delivery");
    } else {
      tellStage(version("lastStageChangeAt"));
    }
    remember();
  }

  private void statusChanged() {
    if (isSeen(before.filter(known -> known.status() == now.status()))) {
      draft.silent("the new status was already told by another delivery");
    } else {
      tellStatus(version("lastStatusChangeAt"));
    }
    remember();
  }

  private boolean isSeen(Optional<Deal> alike) {
    if (alike.isPresent() && draft.wasRead(opportunity.id(), at)) {
      return true;
    }
    return alike
        .map(known -> Duration.between(known.touchedAt(), at).abs())
        .filter(apart -> apart.compareTo(SAME_CHANGE) <= 0)
        .isPresent();
  }

  private void deleted() {
    draft.silent("no contract listens to an opportunity that is deleted");
    if (!late) {
      draft.forget(now.id());
      draft.knownAt(opportunity.id(), at);
    }
  }

  /// An opportunity that is not remembered is remembered now: nobody can say what changed in it.
  /// The update that follows a deletion must not bring it back, though.
  private void compared() {
    if (late || isDeleted()) {
      draft.silent("what is known of the opportunity is younger than this");
      return;
    }
    draft.silent("nothing in it that a contract listens to has changed");
    if (before.filter(known -> !known.stage().equals(now.stage())).isPresent()) {
      tellStage(version("lastStageChangeAt"));
    }
    if (before.filter(known -> known.status() != now.status()).isPresent()) {
      tellStatus(version("lastStatusChangeAt"));
    }
    remember();
  }

  private boolean isDeleted() {
    return before.isEmpty()
        && draft.knownAsOf(opportunity.id()).filter(gone -> !at.isAfter(gone)).isPresent();
  }

  private void tellStage(String version) {
    tellStage(version, at);
  }

  private void tellStage(String version, Instant moment) {
    draft.tell(
        "stage-entered/"
            + now.id()
            + "/"
            + opportunity.pipelineStageId().orElse("")
            + "/"
            + version,
        moment,
        Provenance.UNKNOWN,
        new Happening.StageEntered(now.id(), now.stage()));
  }

  private void tellStatus(String version) {
    tellStatus(version, at);
  }

  private void tellStatus(String version, Instant moment) {
    Optional<DealChange> change =
        switch (now.status()) {
          case WON -> Optional.of(DealChange.WON);
          case LOST -> Optional.of(DealChange.LOST);
          case ABANDONED -> Optional.of(DealChange.ABANDONED);
          case OPEN -> Optional.empty();
        };
    if (change.isEmpty()) {
      draft.silent("no contract listens to an opportunity that is opened again");
      return;
    }
    draft.tell(
        "deal-" + change.get().name().toLowerCase(Locale.ROOT) + "/" + now.id() + "/" + version,
        moment,
        Provenance.UNKNOWN,
        new Happening.DealHappened(change.get(), now.id(), now.stage().pipeline()));
  }

  private String version(String key) {
    return draft.notice().json().text(key).orElseGet(draft.notice()::version);
  }

  private void remember() {
    if (!late) {
      draft.remember(now);
      draft.knownAt(opportunity.id(), at);
    }
  }
}
