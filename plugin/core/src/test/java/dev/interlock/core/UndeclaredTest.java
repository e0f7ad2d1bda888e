package dev.interlock.core;

import static dev.interlock.contract.dsl.Operations.business;
import static dev.interlock.contract.dsl.Operations.pipelineNamed;
import static dev.interlock.contract.dsl.Operations.stage;
import static dev.interlock.contract.dsl.Operations.stageNamed;
import static dev.interlock.contract.dsl.Operations.writtenByContractsOnly;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.EventPattern.ContactChange;
import dev.interlock.contract.model.EventPattern.DealChange;
import dev.interlock.contract.model.EventPattern.TagChange;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.StageRef;
import dev.interlock.contract.model.TagName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class UndeclaredTest {
  private static final PipelineName SALES = pipelineNamed("Sales");
  private static final StageName NEW = stageNamed("New");
  private static final StageName WON = stageNamed("Won");
  private static final DealId DEAL = new DealId("deal");
  private static final Operation SHOP =
      business("Shop")
          .team("Desk", "Ana Ruiz")
          .tag("ours", writtenByContractsOnly())
          .tag("anybodys")
          .pipeline(SALES, stage(NEW).ownedBy("Desk"), stage(WON).asLast())
          .build();

  private static DomainEvent event(Happening what, Provenance by) {
    return new DomainEvent(
        "event", new ContactId("ann"), Instant.parse("2026-03-02T15:00:00Z"), what, by);
  }

  private static Optional<String> changed(Happening what, Happening... beside) {
    var events = new java.util.ArrayList<>(List.of(event(what, Provenance.UNKNOWN)));
    for (Happening one : beside) {
      events.add(event(one, Provenance.UNKNOWN));
    }
    return new Undeclared(SHOP, ForeignHands.amid(SHOP, events)).attribute(events.getFirst());
  }

  private static Happening tagged(String tag) {
    return new Happening.TagHappened(TagChange.ADDED, new TagName(tag));
  }

  private static Happening entered(StageName stage) {
    return new Happening.StageEntered(DEAL, new StageRef(SALES, stage));
  }

  @Test
  void aTagThatOnlyContractsWriteIsChangedByNobodyElse() {
    assertThat(changed(tagged("ours"))).contains("tag ours");
    assertThat(changed(tagged("anybodys"))).isEmpty();
    assertThat(changed(tagged("unheard-of"))).isEmpty();
  }

  @Test
  void ourOwnWriteIsDeclared() {
    var ours = event(tagged("ours"), Provenance.OURS);

    assertThat(new Undeclared(SHOP, ForeignHands.amid(SHOP, List.of(ours))).attribute(ours))
        .isEmpty();
  }

  @Test
  void whatANewContactBringsAlongIsNoChange() {
    assertThat(
            changed(
                tagged("ours"),
                new Happening.ContactHappened(ContactChange.CREATED, Optional.empty())))
        .isEmpty();
  }

  @Test
  void aDealIsMovedWhereStaffMoveDealsAndNowhereElse() {
    assertThat(changed(entered(WON))).isEmpty();
    assertThat(changed(entered(NEW))).contains("stage Sales");
  }

  @Test
  void aDealThatIsMadeBeginsSomewhere() {
    assertThat(changed(entered(NEW), new Happening.DealHappened(DealChange.CREATED, DEAL, SALES)))
        .isEmpty();
  }
}
