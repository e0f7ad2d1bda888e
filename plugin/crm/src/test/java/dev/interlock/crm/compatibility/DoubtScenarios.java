package dev.interlock.crm.compatibility;

import static dev.interlock.crm.compatibility.KitAccount.BEGIN;
import static dev.interlock.crm.compatibility.KitAccount.BEN;
import static dev.interlock.crm.compatibility.KitAccount.BOOKED;
import static dev.interlock.crm.compatibility.KitAccount.CONTACTED;
import static dev.interlock.crm.compatibility.KitAccount.DANA;
import static dev.interlock.crm.compatibility.KitAccount.DECLARED;
import static dev.interlock.crm.compatibility.KitAccount.PLAN;
import static dev.interlock.crm.compatibility.KitAccount.SALES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.model.DealStatus;
import dev.interlock.contract.model.TagName;
import dev.interlock.crm.Deed;
import dev.interlock.crm.Found;
import dev.interlock.crm.Sent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What becomes of deeds when the CRM does not behave, and how they are found again.
interface DoubtScenarios extends Scenarios {
  Instant NEXT_DAY = BEGIN.plus(Duration.ofDays(1));

  /// Longer than any CRM needs to show what was written.
  Duration LONG_ENOUGH = Duration.ofMinutes(2);

  /// Deeds that, done twice, would be there twice.
  List<Deed> UNREPEATABLE =
      List.of(
          new Deed.SendSms("Hi Ann,\n see you   soon"),
          new Deed.SendEmail("Your visit", "<p>Hi Ann</p>"),
          new Deed.CreateTask("Call Ann", "", NEXT_DAY, Optional.of(DANA), "r-21"),
          new Deed.AddNote("Prefers mornings", "r-22"),
          new Deed.Notify(DANA, "Ann did not answer", NEXT_DAY, "r-23"));

  /// Deeds that leave the same, done once or twice.
  List<Deed> REPEATABLE =
      List.of(
          new Deed.AddTag(new TagName("vip")),
          new Deed.RemoveTag(new TagName("lead")),
          new Deed.SetField(PLAN, "silver"),
          new Deed.ClearField(PLAN),
          new Deed.Assign(BEN),
          new Deed.MoveDeal(DECLARED, BOOKED, "Ann Example"),
          new Deed.MarkDeal(SALES, DealStatus.WON),
          new Deed.ValueDeal(SALES, new BigDecimal("99")));

  @ParameterizedTest
  @EnumSource(names = {"LOST", "GARBLED", "DROPPED"})
  default void doesNotRepeatBlindlyWhatWouldThenBeThereTwice(Weather weather) {
    for (Deed deed : UNREPEATABLE) {
      var account = account(weather);

      Sent sent = account.crm().carryOut(ann(account), deed);

      assertThat(sent).as(deed.toString()).isInstanceOf(Sent.InDoubt.class);
    }
  }

  @Test
  default void findsWhatWasDoneThoughNobodySaidSo() {
    UNREPEATABLE.forEach(deed -> {
      var account = account(Weather.LOST);
      ContactId ann = ann(account);
      Instant triedAt = account.now();
      account.crm().carryOut(ann, deed);
      account.pass(LONG_ENOUGH);

      Found found = account.crm().look(ann, deed, triedAt, Set.of());

      assertThat(found).as(deed.toString()).isInstanceOf(Found.Happened.class);
      var happened = (Found.Happened) found;
      assertThat(happened.message().isPresent() || happened.reference().isPresent())
          .as("has a number")
          .isTrue();
    });
  }

  @Test
  default void tellsThatSomethingDidNotHappenOnlyAfterTheCrmHadTimeToShowIt() {
    UNREPEATABLE.forEach(deed -> {
      var account = account(Weather.DROPPED);
      ContactId ann = ann(account);
      Instant triedAt = account.now();
      account.crm().carryOut(ann, deed);

      assertThat(account.crm().look(ann, deed, triedAt, Set.of()))
          .as(deed.toString())
          .isInstanceOf(Found.NotYet.class);
      account.pass(LONG_ENOUGH);
      assertThat(account.crm().look(ann, deed, triedAt, Set.of())).isEqualTo(new Found.DidNot());
    });
  }

  @Test
  default void doesNotTakeSomethingElseForWhatItLooksFor() {
    UNREPEATABLE.forEach(deed -> {
      var account = account();
      ContactId ann = ann(account);
      Instant triedAt = account.now();
      account.crm().carryOut(ann, new Deed.SendSms("Something else"));
      account.crm().carryOut(ann, new Deed.SendEmail("Something else", "<p>Hi Ann</p>"));
      account
          .crm()
          .carryOut(ann, new Deed.CreateTask("Call Ann", "", NEXT_DAY, Optional.of(DANA), "r-99"));
      account.crm().carryOut(ann, new Deed.AddNote("Prefers mornings", "r-98"));
      account.pass(LONG_ENOUGH);

      assertThat(account.crm().look(ann, deed, triedAt, Set.of()))
          .as(deed.toString())
          .isEqualTo(new Found.DidNot());
    });
  }

  @Test
  default void takesWhatWasWrittenLongBeforeForAnotherMessage() {
    var account = account();
    ContactId ann = ann(account);
    var deed = new Deed.SendSms("Hi Ann");
    account.crm().carryOut(ann, deed);
    account.pass(Duration.ofDays(2));
    Instant triedAt = account.now();
    account.pass(LONG_ENOUGH);

    assertThat(account.crm().look(ann, deed, triedAt, Set.of())).isEqualTo(new Found.DidNot());
  }

  @Test
  default void repeatsWhatDoesNoHarmAndFindsItDone() {
    for (Deed deed : REPEATABLE) {
      var account = account(Weather.LOST);
      ContactId ann = ann(account);

      assertThat(account.crm().carryOut(ann, deed))
          .as(deed.toString())
          .isInstanceOfSatisfying(
              Sent.TryLater.class, later -> assertThat(later.counts()).isTrue());
      assertThat(account.crm().carryOut(ann, deed))
          .as(deed.toString())
          .isEqualTo(new Sent.AlreadySo());
    }
  }

  @Test
  default void findsADealThatWasMadeThoughNobodySaidSo() {
    var account = account(Weather.LOST);
    ContactId ann = account.newContact(Newcomer.ann());
    var deed = new Deed.MoveDeal(DECLARED, BOOKED, "Ann Example");
    Instant triedAt = account.now();

    assertThat(account.crm().carryOut(ann, deed)).isNotInstanceOf(Sent.Done.class);
    account.pass(LONG_ENOUGH);

    assertThat(account.crm().look(ann, deed, triedAt, Set.of())).isInstanceOf(Found.Happened.class);
    assertThat(account.crm().carryOut(ann, deed)).isEqualTo(new Sent.AlreadySo());
    assertThat(Scenarios.deals(account, ann)).hasSize(1);
  }

  @Test
  default void looksForWhatDoesNoHarmToo() {
    for (Deed deed : REPEATABLE) {
      var account = account(Weather.LOST);
      ContactId ann = ann(account);
      Instant triedAt = account.now();

      assertThat(account.crm().look(ann, deed, triedAt, Set.of()))
          .as(deed.toString())
          .isInstanceOf(Found.NotYet.class);
      account.crm().carryOut(ann, deed);
      assertThat(account.crm().look(ann, deed, triedAt, Set.of()))
          .as(deed.toString())
          .isInstanceOf(Found.Happened.class);
    }
  }

  @Test
  default void waitsWhenItIsAskedTo() {
    Stream.concat(UNREPEATABLE.stream(), REPEATABLE.stream())
        .forEach(deed -> {
          var account = account(Weather.SLOW_DOWN);

          assertThat(account.crm().carryOut(ann(account), deed))
              .as(deed.toString())
              .isInstanceOfSatisfying(
                  Sent.TryLater.class,
                  later -> {
                    assertThat(later.counts()).as("counts").isFalse();
                    assertThat(later.pause()).isPositive();
                  });
        });
  }

  @Test
  default void saysWhatToDoWhereItHasNoRight() {
    Stream.concat(UNREPEATABLE.stream(), REPEATABLE.stream())
        .forEach(deed -> {
          var account = account(Weather.NO_RIGHT);

          assertThat(account.crm().carryOut(ann(account), deed))
              .as(deed.toString())
              .isInstanceOfSatisfying(
                  Sent.Refused.class, refused -> assertThat(refused.reason()).contains(";"));
        });
  }

  /// Somebody to whom every deed would make a difference.
  private static ContactId ann(CrmBackdoor account) {
    ContactId ann = account.newContact(Newcomer.ann());
    account.newDeal(ann, CONTACTED, DealStatus.OPEN, BigDecimal.TEN);
    account.pass(LONG_ENOUGH);
    return ann;
  }
}
