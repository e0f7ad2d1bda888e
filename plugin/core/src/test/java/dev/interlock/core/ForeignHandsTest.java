package dev.interlock.core;

import static dev.interlock.contract.dsl.Operations.business;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.DomainEvent.Provenance;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.EventPattern.ContactChange;
import dev.interlock.contract.model.EventPattern.DealChange;
import dev.interlock.contract.model.EventPattern.HandAct;
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

class ForeignHandsTest {
  private static final Operation SHOP = business("Shop").build();
  private static final PipelineName SALES = new PipelineName("Sales");
  private static final DealId DEAL = new DealId("deal-1");
  private static final DomainEvent MOVED =
      event(new Happening.StageEntered(DEAL, new StageRef(SALES, new StageName("New lead"))));

  @Test
  void aStageThatSomebodyMovedADealToIsSeen() {
    var hands = ForeignHands.amid(SHOP, List.of(MOVED));

    assertThat(hands.behind(MOVED))
        .get()
        .extracting(DomainEvent::what)
        .isInstanceOfSatisfying(
            Happening.ForeignHandActed.class,
            acted -> assertThat(acted.act()).isEqualTo(HandAct.MOVED_STAGE));
  }

  @Test
  void theStageInWhichADealBeginsIsNoMove() {
    var made = event(new Happening.DealHappened(DealChange.CREATED, DEAL, SALES));

    assertThat(ForeignHands.amid(SHOP, List.of(made, MOVED)).behind(MOVED)).isEmpty();
  }

  @Test
  void theTagsThatANewContactComesWithAreNoChange() {
    var came = event(new Happening.ContactHappened(ContactChange.CREATED, Optional.empty()));
    var tagged = event(new Happening.TagHappened(TagChange.ADDED, new TagName("web")));

    assertThat(ForeignHands.amid(SHOP, List.of(came, tagged)).behind(tagged)).isEmpty();
    assertThat(ForeignHands.amid(SHOP, List.of(tagged)).behind(tagged)).isPresent();
  }

  private static DomainEvent event(Happening what) {
    return new DomainEvent(
        what.getClass().getSimpleName(),
        new ContactId("contact-1"),
        Instant.parse("2026-11-02T13:00:00Z"),
        what,
        Provenance.UNKNOWN);
  }
}
