package dev.interlock.crm.compatibility;

import static dev.interlock.crm.compatibility.KitAccount.BOOKED;
import static dev.interlock.crm.compatibility.KitAccount.CONTACTED;
import static dev.interlock.crm.compatibility.KitAccount.DECLARED;
import static dev.interlock.crm.compatibility.KitAccount.NEW_LEAD;
import static dev.interlock.crm.compatibility.KitAccount.SALES;
import static dev.interlock.crm.compatibility.Scenarios.deal;
import static dev.interlock.crm.compatibility.Scenarios.deals;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.Deal;
import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.StageName;
import dev.interlock.crm.Deed;
import dev.interlock.crm.Found;
import dev.interlock.crm.Sent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What is done to a contact's opportunity.
interface DealScenarios extends Scenarios {
  @Test
  default void makesADealWhereThereIsNone() {
    var account = account();
    ContactId ann = account.newContact(Newcomer.ann());

    assertThat(move(account, ann, CONTACTED)).isInstanceOf(Sent.Done.class);

    assertThat(deals(account, ann))
        .singleElement()
        .satisfies(deal -> {
          assertThat(deal.name()).isEqualTo("Ann Example");
          assertThat(deal.stage()).isEqualTo(KitAccount.place(CONTACTED));
          assertThat(deal.status()).isEqualTo(DealStatus.OPEN);
        });
  }

  @Test
  default void makesOneDealThoughTwoStepsFollowEachOtherAtOnce() {
    var account = account();
    ContactId ann = account.newContact(Newcomer.ann());

    move(account, ann, CONTACTED);
    move(account, ann, BOOKED);

    assertThat(deals(account, ann))
        .extracting(Deal::stage)
        .containsExactly(KitAccount.place(BOOKED));
  }

  @Test
  default void movesADealForwardOnce() {
    var account = account();
    ContactId ann = account.newContact(Newcomer.ann());
    DealId id = account.newDeal(ann, NEW_LEAD, DealStatus.OPEN, BigDecimal.TEN);

    assertThat(move(account, ann, BOOKED))
        .isEqualTo(new Sent.Done(Optional.empty(), Optional.of(id.text())));
    assertThat(deal(account, ann)).map(Deal::stage).contains(KitAccount.place(BOOKED));
    assertThat(move(account, ann, BOOKED)).isEqualTo(new Sent.AlreadySo());
  }

  @Test
  default void refusesToMoveADealBack() {
    var account = account();
    ContactId ann = account.newContact(Newcomer.ann());
    account.newDeal(ann, CONTACTED, DealStatus.OPEN, BigDecimal.TEN);

    assertThat(move(account, ann, NEW_LEAD))
        .isInstanceOfSatisfying(
            Sent.Refused.class, refused -> assertThat(refused.code()).isEqualTo("stage-backward"));
    assertThat(deal(account, ann)).map(Deal::stage).contains(KitAccount.place(CONTACTED));
  }

  @Test
  default void movesADealBackWhereTheOperationDeclaresIt() {
    var account = account();
    ContactId ann = account.newContact(Newcomer.ann());
    account.newDeal(ann, BOOKED, DealStatus.OPEN, BigDecimal.TEN);

    assertThat(move(account, ann, CONTACTED)).isInstanceOf(Sent.Done.class);
    assertThat(deal(account, ann)).map(Deal::stage).contains(KitAccount.place(CONTACTED));
  }

  @Test
  default void movesTheOpenDealAndLeavesAnotherWhereItIs() {
    var account = account();
    ContactId ann = account.newContact(Newcomer.ann());
    DealId open = account.newDeal(ann, NEW_LEAD, DealStatus.OPEN, BigDecimal.TEN);
    account.pass(Duration.ofHours(1));
    account.newDeal(ann, NEW_LEAD, DealStatus.LOST, BigDecimal.ONE);

    move(account, ann, BOOKED);

    assertThat(deals(account, ann))
        .filteredOn(deal -> deal.stage().equals(KitAccount.place(BOOKED)))
        .extracting(Deal::id)
        .containsExactly(open);
  }

  @Test
  default void movesTheVeryDealThatIsMeantThoughAnotherWasTouchedLater() {
    var account = account();
    ContactId ann = account.newContact(Newcomer.ann());
    DealId ours = account.newDeal(ann, NEW_LEAD, DealStatus.OPEN, BigDecimal.TEN);
    account.pass(Duration.ofHours(1));
    DealId other = account.newDeal(ann, NEW_LEAD, DealStatus.OPEN, BigDecimal.ONE);
    var deed = new Deed.MoveDeal(DECLARED, BOOKED, "Ann Example", Optional.of(ours));

    assertThat(account.crm().carryOut(ann, deed))
        .isEqualTo(new Sent.Done(Optional.empty(), Optional.of(ours.text())));
    assertThat(account.crm().carryOut(ann, deed)).isEqualTo(new Sent.AlreadySo());

    assertThat(deals(account, ann))
        .filteredOn(deal -> deal.stage().equals(KitAccount.place(BOOKED)))
        .extracting(Deal::id)
        .containsExactly(ours);
    assertThat(deals(account, ann)).extracting(Deal::id).containsExactlyInAnyOrder(ours, other);
  }

  @Test
  default void marksAndValuesTheVeryDealThatIsMeant() {
    var account = account();
    ContactId ann = account.newContact(Newcomer.ann());
    DealId ours = account.newDeal(ann, CONTACTED, DealStatus.OPEN, BigDecimal.TEN);
    account.pass(Duration.ofHours(1));
    account.newDeal(ann, CONTACTED, DealStatus.OPEN, BigDecimal.ONE);

    account.crm().carryOut(ann, new Deed.ValueDeal(SALES, new BigDecimal("75"), Optional.of(ours)));
    account.crm().carryOut(ann, new Deed.MarkDeal(SALES, DealStatus.WON, Optional.of(ours)));

    assertThat(deals(account, ann))
        .filteredOn(deal -> deal.status() == DealStatus.WON)
        .singleElement()
        .satisfies(deal -> {
          assertThat(deal.id()).isEqualTo(ours);
          assertThat(deal.value())
              .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("75"));
        });
  }

  @Test
  default void takesNoOtherDealForOneThatIsNotTheContacts() {
    var account = account();
    ContactId ann = account.newContact(Newcomer.ann());
    ContactId ben = account.newContact(Newcomer.caller("+15550100002"));
    DealId anns = account.newDeal(ann, NEW_LEAD, DealStatus.OPEN, BigDecimal.TEN);
    Optional<DealId> bens =
        Optional.of(account.newDeal(ben, NEW_LEAD, DealStatus.OPEN, BigDecimal.ONE));

    for (Deed deed :
        List.of(
            new Deed.MoveDeal(DECLARED, BOOKED, "Ann Example", bens),
            new Deed.MarkDeal(SALES, DealStatus.WON, bens),
            new Deed.ValueDeal(SALES, BigDecimal.TWO, bens))) {
      assertThat(account.crm().carryOut(ann, deed))
          .as(deed.toString())
          .isInstanceOfSatisfying(
              Sent.Refused.class, refused -> assertThat(refused.code()).isEqualTo("deal-gone"));
    }

    assertThat(deals(account, ann))
        .singleElement()
        .satisfies(deal -> {
          assertThat(deal.id()).isEqualTo(anns);
          assertThat(deal.stage()).isEqualTo(KitAccount.place(NEW_LEAD));
        });
    assertThat(deals(account, ben))
        .extracting(Deal::stage)
        .containsExactly(KitAccount.place(NEW_LEAD));
  }

  @Test
  default void looksAtTheVeryDealThatIsMeant() {
    var account = account();
    ContactId ann = account.newContact(Newcomer.ann());
    DealId ours = account.newDeal(ann, NEW_LEAD, DealStatus.OPEN, BigDecimal.TEN);
    account.pass(Duration.ofHours(1));
    account.newDeal(ann, BOOKED, DealStatus.OPEN, BigDecimal.ONE);
    var deed = new Deed.MoveDeal(DECLARED, BOOKED, "Ann Example", Optional.of(ours));
    Instant triedAt = account.now();
    account.pass(Duration.ofHours(1));

    assertThat(account.crm().look(ann, deed, triedAt, Set.of())).isEqualTo(new Found.DidNot());
    account.crm().carryOut(ann, deed);
    assertThat(account.crm().look(ann, deed, triedAt, Set.of())).isInstanceOf(Found.Happened.class);
  }

  @Test
  default void marksADealOnceAndLeavesItsStage() {
    var account = account();
    ContactId ann = account.newContact(Newcomer.ann());
    account.newDeal(ann, CONTACTED, DealStatus.OPEN, BigDecimal.TEN);
    var deed = new Deed.MarkDeal(SALES, DealStatus.WON);

    assertThat(account.crm().carryOut(ann, deed)).isInstanceOf(Sent.Done.class);
    assertThat(deal(account, ann))
        .hasValueSatisfying(deal -> {
          assertThat(deal.status()).isEqualTo(DealStatus.WON);
          assertThat(deal.stage()).isEqualTo(KitAccount.place(CONTACTED));
        });
    assertThat(account.crm().carryOut(ann, deed)).isEqualTo(new Sent.AlreadySo());
  }

  @Test
  default void valuesADealOnce() {
    var account = account();
    ContactId ann = account.newContact(Newcomer.ann());
    account.newDeal(ann, CONTACTED, DealStatus.OPEN, BigDecimal.TEN);
    var deed = new Deed.ValueDeal(SALES, new BigDecimal("99.50"));

    assertThat(account.crm().carryOut(ann, deed)).isInstanceOf(Sent.Done.class);
    assertThat(deal(account, ann).flatMap(Deal::value))
        .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("99.5"));
    assertThat(account.crm().carryOut(ann, deed)).isEqualTo(new Sent.AlreadySo());
  }

  @Test
  default void refusesToMarkOrValueADealThatDoesNotExist() {
    var account = account();
    ContactId ann = account.newContact(Newcomer.ann());

    assertThat(account.crm().carryOut(ann, new Deed.MarkDeal(SALES, DealStatus.WON)))
        .isInstanceOf(Sent.Refused.class);
    assertThat(account.crm().carryOut(ann, new Deed.ValueDeal(SALES, BigDecimal.TEN)))
        .isInstanceOf(Sent.Refused.class);
  }

  @Test
  default void refusesAPipelineOrStageThatTheAccountDoesNotHave() {
    var account = account();
    ContactId ann = account.newContact(Newcomer.ann());

    assertThat(move(account, ann, new StageName("Nirvana"))).isInstanceOf(Sent.Refused.class);
    assertThat(
            account
                .crm()
                .carryOut(
                    ann, new Deed.MarkDeal(new PipelineName("No such thing"), DealStatus.WON)))
        .isInstanceOf(Sent.Refused.class);
  }

  private static Sent move(CrmBackdoor account, ContactId contact, StageName to) {
    return account.crm().carryOut(contact, new Deed.MoveDeal(DECLARED, to, "Ann Example"));
  }
}
