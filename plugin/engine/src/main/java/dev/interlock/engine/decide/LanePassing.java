package dev.interlock.engine.decide;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.model.LaneClaim;
import dev.interlock.contract.model.LaneName;
import dev.interlock.core.run.Admission;
import dev.interlock.core.run.Input;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.RunId;
import dev.interlock.core.run.Standing;
import dev.interlock.core.run.Surroundings.Holder;
import dev.interlock.engine.desk.Desk;
import dev.interlock.engine.desk.Edition;
import dev.interlock.engine.store.Lanes;
import java.time.Instant;
import java.util.Optional;

/// Who holds the contact's lanes, and who is let in when one becomes free.
final class LanePassing {
  private final Desk desk;
  private final InstallationId installation;
  private final ContactId contact;
  private final Working working;
  private final Changes changes;
  private final Noting noting;
  private final Instant now;
  private final Door door;

  /// Where those go who are let in, and those who have to leave.
  interface Door {
    Admission admit(Edition edition, DomainEvent cause);

    void decide(Run run, Input input);

    /// Whether the contact has to be read first: whatever follows is decided again then.
    boolean isHeldUp();
  }

  LanePassing(Desk desk, Working working, Changes changes, Noting noting, Instant now, Door door) {
    this.desk = desk;
    this.installation = desk.id();
    this.contact = noting.contact();
    this.working = working;
    this.changes = changes;
    this.noting = noting;
    this.now = now;
    this.door = door;
  }

  /// The holder leaves by its `displaced` exit, which takes calls to the CRM; until then the entry
  /// is kept.
  void displace(Edition edition, DomainEvent cause, RunId holder) {
    LaneClaim.InLane claim = edition.lane().orElseThrow();
    var entrant = new Lanes.Entrant(edition.id(), cause, claim.lane(), claim.priority());
    working.await(entrant);
    changes.add(tables -> tables.lanes().await(installation, entrant, now));
    working
        .underWay(holder)
        .ifPresent(run -> door.decide(run, new Input.DisplacedBy(edition.id())));
  }

  /// A run goes on that an operator had paused. Where it waits in turn, its lane may have become
  /// free meanwhile, and nothing else would let it in.
  void resumed(Run run) {
    if (run.standing() instanceof Standing.Queued) {
      laneOf(run).ifPresent(this::pass);
    }
  }

  /// Gives the lane of this version, where it has one, to a run.
  void claim(Edition edition, RunId run) {
    edition
        .lane()
        .ifPresent(lane -> {
          working.claim(lane.lane(), new Holder(run, edition.id(), lane.priority()));
          var claim = new Lanes.Claim(lane.lane(), run, lane.priority());
          changes.add(tables -> tables.lanes().claim(installation, contact, claim, now));
        });
  }

  /// Takes back whatever lanes the run holds, and lets in whoever waits for them.
  void release(Run run) {
    for (LaneName lane : working.release(run.id())) {
      changes.add(tables -> tables.lanes().release(installation, contact, lane));
      pass(lane);
    }
  }

  /// Gives a free lane to whoever is next: those who displaced its holder, then those in turn.
  void pass(LaneName lane) {
    while (working.isFree(lane) && !door.isHeldUp()) {
      Optional<Lanes.Entrant> entrant = working.entrant(lane);
      if (entrant.isPresent()) {
        letIn(entrant.get());
        turnAway(lane);
        continue;
      }
      Optional<Run> queued = firstInTurn(lane);
      if (queued.isEmpty()) {
        return;
      }
      free(queued.get());
    }
  }

  /// Who displaced the former holder as well, and has no stronger claim than who took the lane, is
  /// refused at once, as if they came now: nobody waits for good, and unseen.
  private void turnAway(LaneName lane) {
    Optional<Lanes.Entrant> late = working.entrant(lane);
    while (late.isPresent() && !working.isFree(lane) && !door.isHeldUp()) {
      letIn(late.get());
      late = working.entrant(lane);
    }
  }

  private void letIn(Lanes.Entrant entrant) {
    working.settle(entrant);
    changes.add(tables -> tables.lanes().settle(installation, entrant));
    Optional<Edition> edition = desk.editions().active(entrant.contract());
    if (edition.isEmpty()) {
      noting.closed(entrant);
      return;
    }
    if (door.admit(edition.get(), entrant.cause()) instanceof Admission.NotMeant) {
      noting.closed(entrant, edition.get());
    }
  }

  private Optional<Run> firstInTurn(LaneName lane) {
    return working.underWay().stream()
        .flatMap(id -> working.underWay(id).stream())
        .filter(run -> run.standing() instanceof Standing.Queued)
        .filter(run -> laneOf(run).filter(lane::equals).isPresent())
        .findFirst();
  }

  private Optional<LaneName> laneOf(Run run) {
    return desk.editions()
        .of(run.contract(), run.contractHash())
        .lane()
        .map(LaneClaim.InLane::lane);
  }

  private void free(Run queued) {
    claim(desk.editions().of(queued.contract(), queued.contractHash()), queued.id());
    door.decide(queued, new Input.LaneFree());
  }
}
