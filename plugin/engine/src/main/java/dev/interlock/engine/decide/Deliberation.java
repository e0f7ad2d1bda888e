package dev.interlock.engine.decide;

import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.contact.Known;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.EventPattern.Hand;
import dev.interlock.contract.model.ExitName;
import dev.interlock.core.Decider;
import dev.interlock.core.ForeignHands;
import dev.interlock.core.Relocation;
import dev.interlock.core.Retiming;
import dev.interlock.core.Undeclared;
import dev.interlock.core.run.Admission;
import dev.interlock.core.run.Admission.Reason;
import dev.interlock.core.run.Command;
import dev.interlock.core.run.CommandId;
import dev.interlock.core.run.Decision;
import dev.interlock.core.run.Effect;
import dev.interlock.core.run.Effect.Concern;
import dev.interlock.core.run.Input;
import dev.interlock.core.run.Input.Order;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.RunId;
import dev.interlock.core.run.Standing;
import dev.interlock.core.run.Verdict;
import dev.interlock.crm.Crm.Detail;
import dev.interlock.engine.desk.Desk;
import dev.interlock.engine.desk.Edition;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Decides one matter about one contact, with everything that follows from it: lanes that become
/// free, contacts that are routed on, entries that waited. Pure: it reads a dossier and a snapshot,
/// and leaves changes to be stored.
///
/// When a decision needs the contact read, the rest is gone through all the same, to learn what the
/// reading has to take in; nothing of it is stored, and all of it is decided again.
final class Deliberation {
  private final Desk desk;
  private final InstallationId installation;
  private final Dossier dossier;
  private final Familiar familiar;
  private final Seen seen;
  private final Instant now;
  private final Working working;
  private final Changes changes;
  private final Noting noting;
  private final LanePassing lanes;
  private final Set<Detail> needed = EnumSet.noneOf(Detail.class);
  private boolean needsContact;

  /// What is stored in the end depends on what else is: commands that were begun meanwhile.
  private boolean foreseen = true;

  Deliberation(Desk desk, Dossier dossier, Familiar familiar, Seen seen, Instant now) {
    this.desk = desk;
    this.installation = desk.id();
    this.dossier = dossier;
    this.familiar = familiar;
    this.seen = seen;
    this.now = now;
    this.working = new Working(desk, dossier);
    this.changes = new Changes(installation, dossier, now);
    this.noting = new Noting(desk, dossier.contact(), changes, now);
    this.lanes = new LanePassing(desk, working, changes, noting, now, new Door());
  }

  /// What passing lanes on leads back to.
  private final class Door implements LanePassing.Door {
    @Override
    public Admission admit(Edition edition, DomainEvent cause) {
      return Deliberation.this.admit(edition, cause);
    }

    @Override
    public void decide(Run run, Input input) {
      Deliberation.this.decide(run, input);
    }

    @Override
    public boolean isHeldUp() {
      return needsContact;
    }
  }

  /// What a deliberation comes to.
  sealed interface Ruling {
    /// It is decided.
    ///
    /// @param after the dossier as it is once the changes are stored, where that is foreseen
    record Ruled(Changes changes, Optional<Dossier> after) implements Ruling {}

    /// The contact has to be read first, with these details.
    record NeedsContact(Set<Detail> details) implements Ruling {}
  }

  Ruling on(Matter matter) {
    switch (matter) {
      case Matter.Heard(var events, _) -> {
        var hands = ForeignHands.amid(desk.operation(), events);
        var from = Noting.From.of(matter);
        events.forEach(event -> heard(event, hands, from));
      }
      case Matter.Meant(var contract, var event) -> meant(contract, event);
      case Matter.Due(var run, var setFor) -> decide(run, new Input.TimerDue(setFor));
      case Matter.Reported reported -> reported(reported);
      case Matter.Ordered(var run, var order, var by) -> ordered(run, order, by);
      case Matter.ClockSetBack() -> clockSetBack();
      case Matter.Moved moved -> working.underWay(moved.run()).ifPresent(run -> move(run, moved));
    }
    working.wantedByEntrants().forEach(lanes::pass);
    if (needsContact) {
      return new Ruling.NeedsContact(needed);
    }
    String name = keptName();
    return new Ruling.Ruled(
        changes, foreseen ? Optional.of(working.after(dossier, name)) : Optional.empty());
  }

  private void heard(DomainEvent told, ForeignHands hands, Noting.From from) {
    if (familiar.known().contains(told.id())) {
      return;
    }
    var echo = new Echo(familiar, from.latestEcho());
    DomainEvent event = echo.recognised(told);
    boolean underContract = !working.underWay().isEmpty();
    watch(event, hands);
    spread(event, from);
    if (underContract) {
      foreign(event);
      hands
          .behind(event)
          .or(() -> new OtherApps(familiar, echo).behind(event))
          .ifPresent(hand -> {
            spread(hand, from);
            foreign(hand);
          });
    }
  }

  /// Colleagues are expected to act on contacts; what the CRM's own automations and other apps do
  /// beside a run is what people do not know of.
  private void foreign(DomainEvent event) {
    if (event.provenance() == Provenance.FOREIGN
        && event.what() instanceof Happening.ForeignHandActed(var hand, var act, _)
        && hand != Hand.STAFF) {
      boolean isExpected =
          desk.operation().automations().stream().anyMatch(each -> !each.maySend().isEmpty());
      noting.foreign(event, hand, act, isExpected);
    }
  }

  /// Proofs of live contracts go by it that attributes change only by whom the operation declares.
  private void watch(DomainEvent event, ForeignHands hands) {
    new Undeclared(desk.operation(), hands)
        .attribute(event)
        .filter(attribute ->
            desk.editions().active().stream()
                .anyMatch(edition -> Undeclared.readBy(edition.contract()).contains(attribute)))
        .ifPresent(attribute -> noting.unfounded(Undeclared.words(attribute)));
  }

  /// Runs under way hear it before it may begin others: what an event begins does not hear it.
  private void spread(DomainEvent event, Noting.From from) {
    noting.heard(event, from);
    for (RunId run : working.underWay()) {
      decide(run, new Input.Heard(event));
    }
    desk.editions().active().forEach(edition -> admit(edition, event));
  }

  private void meant(ContractId contract, DomainEvent event) {
    if (familiar.known().contains(event.id())) {
      return;
    }
    noting.heard(event);
    desk.editions().active(contract).ifPresent(edition -> admit(edition, event));
  }

  private void reported(Matter.Reported matter) {
    CommandId command = matter.command();
    var outcome = matter.outcome();
    changes.add(tables -> tables.intents().done(installation, command, outcome, now));
    if (matter.intent().command().doing() instanceof Command.Say) {
      new Posting(installation, working, changes).became(command, outcome, now);
    }
    decide(command.run(), new Input.Reported(command, outcome));
  }

  private void ordered(RunId run, Order order, String by) {
    foreseen = false;
    if (order instanceof Order.Settle(var happened)) {
      working.underWay(run).ifPresent(doubtful -> settled(doubtful, happened));
    }
    changes.add(tables -> tables.notices().attended(installation, run, by, now));
    decide(run, new Input.Ordered(order, by));
    if (order instanceof Order.Resume) {
      working.underWay(run).ifPresent(lanes::resumed);
    }
  }

  /// Nothing was sent, and nothing ended, at a moment that has not come.
  private void clockSetBack() {
    foreseen = false;
    working.notAfter(now);
    changes.add(tables -> tables.clocks().notAfter(installation, dossier.contact(), now));
    for (RunId id : working.underWay()) {
      working.underWay(id).ifPresent(this::countAnew);
    }
  }

  private void countAnew(Run run) {
    Edition edition = desk.editions().of(run.contract(), run.contractHash());
    rule(
        edition,
        Retiming.of(edition.program(), run, working.facts(seen.with(edition.details())), now));
  }

  /// What cannot be moved stays where it is, and nobody is said to have moved it. Another version
  /// may have gone live since the order was given.
  private void move(Run run, Matter.Moved moved) {
    foreseen = false;
    Optional<Edition> to =
        desk.editions()
            .active(run.contract())
            .filter(edition -> edition.hash().equals(moved.hash()));
    if (to.isEmpty()) {
      return;
    }
    Edition from = desk.editions().of(run.contract(), run.contractHash());
    var relocation = new Relocation(from.program(), to.get().program(), moved.named());
    if (relocation.move(run, moved.hash(), moved.by())
        instanceof Relocation.Moved.Done(var there)) {
      accept(to.get(), there);
      noting.moved(run, moved);
    }
  }

  /// A message that was not sent after all counts for no limit.
  private void settled(Run run, boolean happened) {
    if (!happened && run.standing() instanceof Standing.Doubtful(_, var command, _, _)) {
      working.strike(command);
      changes.add(tables -> tables.ledger().strike(installation, command));
    }
  }

  private void decide(RunId id, Input input) {
    working.underWay(id).ifPresent(run -> decide(run, input));
  }

  private void decide(Run run, Input input) {
    Edition edition = desk.editions().of(run.contract(), run.contractHash());
    rule(
        edition,
        Decider.decide(
            edition.program(), run, input, working.facts(seen.with(edition.details())), now));
  }

  private void rule(Edition edition, Verdict verdict) {
    switch (verdict) {
      case Verdict.NeedsContact() -> needsContactFor(edition);
      case Verdict.Decided(var decision) -> accept(edition, decision);
    }
  }

  private Admission admit(Edition edition, DomainEvent cause) {
    RunId fresh = RunIds.of(installation, edition.id(), cause);
    Admission admission =
        Decider.admit(
            edition.program(),
            edition.hash(),
            fresh,
            cause,
            working.facts(seen.with(edition.details())),
            now);
    switch (admission) {
      case Admission.NotMeant() -> {}
      case Admission.NeedsContact() -> needsContactFor(edition);
      case Admission.Refused(var reasons) -> noting.refused(edition, cause.id(), reasons);
      case Admission.Queued(var decision) -> accept(edition, decision);
      case Admission.Admitted(var decision) -> {
        lanes.claim(edition, decision.next().id());
        accept(edition, decision);
      }
      case Admission.Displaces(var holder) -> lanes.displace(edition, cause, holder);
    }
    return admission;
  }

  private void needsContactFor(Edition edition) {
    needsContact = true;
    needed.addAll(edition.details());
  }

  private void accept(Edition edition, Decision decision) {
    Run run = decision.next();
    working.put(run);
    // what nobody wants any longer goes first, so that what is wanted instead need not wait for it
    decision.effects().forEach(this::cancel);
    changes.add(decision);
    var posting = new Posting(installation, working, changes);
    decision
        .commands()
        .forEach(command -> posting.under(command, run.contact(), seen.contact(), now));
    if (run.standing() instanceof Standing.TurnedAway(_, var reason)) {
      noting.refused(edition, run.cause(), List.of(new Reason("turned-away", reason)));
    }
    decision.effects().forEach(effect -> follow(run, effect));
    if (run.standing() instanceof Standing.Ended(var name, _, var at, _)
        && run.memory().overSince().isEmpty()) {
      edition.contract().exit(name).ifPresent(exit -> changes.ended(run, exit, at));
    }
    if (run.standing().isOver()) {
      foreseen = false;
      changes.isOver();
      lanes.release(run);
    }
  }

  private void follow(Run run, Effect effect) {
    switch (effect) {
      case Effect.LaneReleased() -> lanes.release(run);
      case Effect.RouteTo(var contract, var exit) -> route(run, contract, exit);
      case Effect.Attention(var concern, var words) -> noting.attend(run, concern, words);
      case Effect.LaneTaken() ->
          lanes.claim(desk.editions().of(run.contract(), run.contractHash()), run.id());
      case Effect.TryNow(var command) -> changes.hasten(command);
      case Effect.CommandCancelled _ -> {}
    }
  }

  private void cancel(Effect effect) {
    if (effect instanceof Effect.CommandCancelled(var command)) {
      foreseen = false;
      changes.add(tables -> {
        if (tables.intents().drop(installation, command, now)) {
          tables.ledger().strike(installation, command);
        }
      });
    }
  }

  private void route(Run run, ContractId contract, ExitName exit) {
    var what = new Happening.Routed(run.contract(), exit, contract);
    // nothing new happened: what leads on is as old as what led here
    Instant since = run.memory().causedAt();
    var event =
        new DomainEvent(
            "routed/" + run.id() + "/" + contract, run.contact(), since, what, Provenance.OURS);
    noting.heard(event);
    Optional<Edition> edition = desk.editions().active(contract);
    if (edition.isEmpty()) {
      noting.attend(
          run,
          Concern.ASSUMPTION_BROKEN,
          run.contract() + " routes to " + contract + ", which takes no new entries");
      return;
    }
    if (admit(edition.get(), event) instanceof Admission.Refused(var reasons)) {
      noting.notTaken(run, contract, exit, reasons.getFirst());
    }
  }

  /// What people call the contact, which is stored with whatever else is.
  private String keptName() {
    if (seen.contact() instanceof Known.Said<ContactSnapshot>(var contact)
        && contact.exists()
        && !contact.displayName().equals(dossier.name())
        && !changes.isEmpty()) {
      changes.add(
          tables -> tables.contacts().name(installation, contact.id(), contact.displayName()));
      return contact.displayName();
    }
    return dossier.name();
  }
}
