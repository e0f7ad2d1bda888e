package dev.interlock.simulation.monitor;

import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Events.formSubmitted;
import static dev.interlock.contract.dsl.Events.optedOut;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Exits.SUCCESS;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Operations.atMost;
import static dev.interlock.contract.dsl.Operations.automation;
import static dev.interlock.contract.dsl.Steps.await;
import static dev.interlock.contract.dsl.Steps.email;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.repeat;
import static dev.interlock.contract.dsl.Steps.skip;
import static dev.interlock.contract.dsl.Steps.sms;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.contract.dsl.Times.minutes;
import static dev.interlock.contract.dsl.Workflows.afterExit;
import static dev.interlock.contract.dsl.Workflows.refuse;
import static dev.interlock.contract.dsl.Workflows.whenever;
import static dev.interlock.simulation.Clinic.begins;
import static dev.interlock.simulation.Clinic.clinic;
import static dev.interlock.simulation.Clinic.done;
import static dev.interlock.simulation.Clinic.free;
import static dev.interlock.simulation.Clinic.say;
import static dev.interlock.simulation.Clinic.set;
import static dev.interlock.simulation.Clinic.triggered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.AutomationName;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.PurposeName;
import dev.interlock.simulation.Fact;
import dev.interlock.simulation.Story;
import dev.interlock.simulation.script.Act;
import dev.interlock.simulation.script.Answer;
import dev.interlock.simulation.script.By;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What is watched of messages: each rule once broken, and once nearly.
class MessageMonitorsTest {
  private static final Act REPLY = new Act.Writes(Channel.SMS, "Yes");
  private static final Act STOP = new Act.Writes(Channel.SMS, "STOP");
  private static final Act OPTS_OUT = new Act.OptsOut(Set.of(Channel.SMS));
  private static final Act TIME = new Act.Passes();
  private static final Duration AN_HOUR = Duration.ofHours(1);

  // E-OPTOUT-IGNORED

  private static Contract mailing(String id) {
    return free(id)
        .path(
            say("text").onBlocked(skip()),
            waitFor("pause", hours(2)).why("Test"),
            email("mail", "Hello", "Did you get our text?").onBlocked(skip()).why("Test"),
            exit("done"))
        .exits(done())
        .build();
  }

  @Test
  void aTextAfterStopToANumberThatTheCrmDoesNotBlockIsABreach() {
    Story story =
        Story.of(set(mailing("first"), mailing("second")))
            .then(begins("first"))
            .after(AN_HOUR, STOP);

    assertThat(story.breaches("E-OPTOUT-IGNORED")).isEmpty();
    assertThat(story.then(begins("second")).breaches("E-OPTOUT-IGNORED"))
        .singleElement()
        .satisfies(breach -> {
          assertThat(breach.parties()).containsExactly("second");
          assertThat(breach.at()).isEqualTo("text");
          assertThat(breach.words()).contains("after the contact opted out of texts");
        });
  }

  @Test
  void aRunThatKeepsSilentAfterAnOptOutAndOneThatBeginsLaterByAnotherChannelAreNone() {
    Contract mails =
        free("mails")
            .path(email("mail", "Hello", "News").why("Test"), exit("done"))
            .exits(done())
            .build();

    assertThat(
            Story.of(set(mailing("first"), mails))
                .then(begins("first"), OPTS_OUT)
                .after(Duration.ofDays(1), TIME)
                .then(begins("mails"))
                .breaches("E-OPTOUT-IGNORED"))
        .isEmpty();
  }

  @Test
  void aMessageThatIsDeclaredForAfterAnOptOutIsNone() {
    Contract declared =
        free("declared")
            .path(
                say("text"),
                waitFor("pause", hours(2)).why("Test"),
                email("mail", "Hello", "Bye").afterOptOut("It says that we stop").why("Test"),
                exit("done"))
            .exits(done())
            .build();

    assertThat(
            Story.of(set(declared))
                .then(begins("declared"), OPTS_OUT)
                .after(Duration.ofDays(1), TIME)
                .breaches("E-OPTOUT-IGNORED"))
        .isEmpty();
  }

  @Test
  void aMessageThatWasUnderWayWhenTheContactOptedOutIsOvertaken() {
    Contract mails =
        free("mails")
            .path(email("mail", "Hello", "News").why("Test"), exit("done"))
            .exits(done())
            .build();

    assertThat(
            Story.of(set(mails))
                .stepwise()
                .then(begins("mails"), OPTS_OUT)
                .done("mails")
                .breaches("E-OPTOUT-IGNORED"))
        .singleElement()
        .satisfies(breach -> assertThat(breach.overtaken()).isTrue());
  }

  @Test
  void anOptOutThatIsHeardOfOnlyAfterTheContactOptedInAgainIsOver() {
    assertThat(
            Story.of(set(mailing("first")))
                .then(new Act.HeardLate(STOP, AN_HOUR), new Act.OptsIn(Set.of(Channel.SMS)))
                .after(Duration.ofHours(2), begins("first"))
                .breaches("E-OPTOUT-IGNORED"))
        .isEmpty();
  }

  @Test
  void whoOptsInAgainIsWrittenTo() {
    assertThat(
            Story.of(set(mailing("first")))
                .then(OPTS_OUT, new Act.OptsIn(Set.of(Channel.SMS)), begins("first"))
                .breaches("E-OPTOUT-IGNORED"))
        .isEmpty();
  }

  // E-MSG-DUPLICATE

  private static Contract reminding(String id) {
    return free(id).path(say(id).purpose("tomorrow"), exit("done")).exits(done()).build();
  }

  private static ContractSet reminders(Contract... contracts) {
    return new ContractSet(
        clinic()
            .purpose("tomorrow", "Remind of tomorrow", hours(12))
            .automation(automation("Reminder v2").maySend("tomorrow"))
            .build(),
        List.of(contracts));
  }

  private static Act automationReminds() {
    return new Act.ForeignMessage(
        new By.Automation(new AutomationName("Reminder v2")),
        Optional.of(new PurposeName("tomorrow")),
        Channel.SMS);
  }

  @Test
  void aReminderOfOursAndOneOfAnAutomationAreADuplicate() {
    Story story = Story.of(reminders(reminding("ours"))).then(automationReminds());

    assertThat(story.then(begins("ours")).breaches("E-MSG-DUPLICATE"))
        .singleElement()
        .satisfies(breach -> assertThat(breach.parties()).containsExactly("Reminder v2", "ours"));
    assertThat(story.after(Duration.ofHours(13), begins("ours")).breaches("E-MSG-DUPLICATE"))
        .as("after the horizon")
        .isEmpty();
    assertThat(story.then(automationReminds()).breaches("E-MSG-DUPLICATE"))
        .as("two of the automation's are not ours to answer for")
        .isEmpty();
  }

  @Test
  void theSameWordsTwiceInOneRunAreADuplicateButNotInARepeat() {
    Contract twice =
        free("twice")
            .path(sms("one", "Hello.").why("Test"), sms("two", "Hello.").why("Test"), exit("done"))
            .exits(done())
            .build();
    Contract turns =
        free("turns")
            .path(repeat("turn", 2, sms("one", "Hello.").why("Test")), exit("done"))
            .exits(done())
            .build();

    assertThat(
            Story.of(set(twice))
                .then(begins("twice"))
                .after(AN_HOUR, TIME)
                .breaches("E-MSG-DUPLICATE"))
        .hasSize(1);
    Story repeated = Story.of(set(turns)).then(begins("turns")).after(AN_HOUR, TIME);
    assertThat(repeated.sent()).containsExactly("one#1", "one#2");
    assertThat(repeated.breaches("E-MSG-DUPLICATE")).isEmpty();
  }

  @Test
  void theSameWordsFromTwoContractsAreADuplicateButNotFromALaterRunOfOne() {
    Contract one =
        free("one").path(sms("hi", "Hello.").why("Test"), exit("done")).exits(done()).build();
    Contract other =
        free("other").path(sms("hey", "Hello.").why("Test"), exit("done")).exits(done()).build();
    Story begun = Story.of(set(one, other)).then(begins("one"));

    assertThat(begun.after(Duration.ofDays(9), begins("other")).breaches("E-MSG-DUPLICATE"))
        .singleElement()
        .satisfies(breach -> assertThat(breach.parties()).containsExactly("one", "other"));
    assertThat(begun.after(Duration.ofDays(9), begins("one")).breaches("E-MSG-DUPLICATE"))
        .isEmpty();
  }

  @Test
  void aPurposeThatIsNamedAndNotDeclaredNeverRunsOut() {
    assertThat(
            Story.of(set(reminding("ours")))
                .then(begins("ours"))
                .after(Duration.ofDays(30), begins("ours"))
                .breaches("E-MSG-DUPLICATE"))
        .hasSize(1);
    assertThat(
            Story.of(set(mailing("unnamed")))
                .then(begins("unnamed"))
                .after(Duration.ofDays(30), begins("unnamed"))
                .breaches("E-MSG-DUPLICATE"))
        .isEmpty();
  }

  // E-MSG-SPACING

  private static Contract twoTexts() {
    return free("two")
        .path(say("one"), waitFor("pause", minutes(20)).why("Test"), say("two"), exit("done"))
        .exits(done())
        .build();
  }

  private static ContractSet limited(int most, Duration gap, Contract... contracts) {
    return new ContractSet(
        clinic().limit(Channel.SMS, atMost(most).per(days(1)).apart(gap)).build(),
        List.of(contracts));
  }

  @Test
  void twoTextsCloserThanTheDeclaredGapAreABreachWhereNoCapHeldTheSecondBack() {
    // played without the limit, and watched with it: as if the engine had forgotten its cap
    Story uncapped = Story.of(set(twoTexts())).then(begins("two")).after(Duration.ofHours(5), TIME);

    assertThat(uncapped.breaches("E-MSG-SPACING", limited(9, Duration.ofMinutes(30), twoTexts())))
        .singleElement()
        .satisfies(breach -> assertThat(breach.words()).contains("20 minutes after *one*"));
    assertThat(uncapped.breaches("E-MSG-SPACING", limited(9, Duration.ofMinutes(20), twoTexts())))
        .isEmpty();
  }

  @Test
  void theGapCountsFromWhenTheFirstTextWentOut() {
    Contract one = free("one").path(say("first"), exit("done")).exits(done()).build();
    Contract other = free("other").path(say("second"), exit("done")).exits(done()).build();
    Story late =
        Story.of(limited(9, Duration.ofMinutes(10), one, other))
            .stepwise()
            .then(begins("one"))
            .after(
                Duration.ofSeconds(50), new Act.CommandEnds(new ContractId("one"), 1, Answer.DONE));

    assertThat(
            late.after(Duration.ofMinutes(9).plusSeconds(30), begins("other"))
                .facts(Fact.Given.class))
        .as("ten minutes and twenty seconds after it got leave")
        .hasSize(1);
    assertThat(late.after(Duration.ofMinutes(10), begins("other")).facts(Fact.Given.class))
        .hasSize(2);
  }

  @Test
  void theCoresOwnCapKeepsTheGap() {
    ContractSet capped = limited(9, Duration.ofMinutes(30), twoTexts());
    Story story = Story.of(capped).then(begins("two")).after(Duration.ofHours(5), TIME);

    assertThat(story.sent()).containsExactly("one", "two");
    assertThat(story.breaches("E-MSG-SPACING")).isEmpty();
  }

  // E-MSG-BUDGET

  @Test
  void aMessageThatTheCapHoldsBackFromASilentContactIsOverTheBudget() {
    ContractSet set = limited(1, Duration.ZERO, twoTexts());
    Story silent = Story.of(set).then(begins("two")).after(Duration.ofHours(5), TIME);

    assertThat(silent.sent()).containsExactly("one");
    assertThat(silent.breaches("E-MSG-BUDGET"))
        .singleElement()
        .satisfies(breach -> {
          assertThat(breach.at()).isEqualTo("two");
          assertThat(breach.words()).contains("more than 1 texts within 1 day");
        });
  }

  @Test
  void whoAnswersIsNotTheSilentContactOfTheBudget() {
    ContractSet set = limited(1, Duration.ZERO, twoTexts());

    assertThat(
            Story.of(set)
                .then(begins("two"))
                .after(Duration.ofMinutes(5), REPLY)
                .after(Duration.ofHours(5), TIME)
                .breaches("E-MSG-BUDGET"))
        .isEmpty();
  }

  @Test
  void messagesOfAllRunsThatOneEventCausesCountTogether() {
    Contract first =
        free("first").path(say("hello"), exit("done")).exits(done().routesTo("second")).build();
    Contract second = free("second").path(say("again"), exit("done")).exits(done()).build();

    assertThat(
            Story.of(limited(1, Duration.ZERO, first, second))
                .then(begins("first"))
                .breaches("E-MSG-BUDGET"))
        .singleElement()
        .satisfies(breach -> assertThat(breach.parties()).containsExactly("first", "second"));
    assertThat(
            Story.of(limited(1, Duration.ZERO, first, second))
                .then(begins("second"), begins("second"))
                .breaches("E-MSG-BUDGET"))
        .as("two events, one message each")
        .isEmpty();
  }

  // E-EVENT-UNHANDLED

  private static Contract asking(boolean listening) {
    var begun = free("ask");
    return (listening ? begun.throughout(whenever(replied()).thenExit("answered")) : begun)
        .path(
            sms("question", "Shall we call you?").why("Test"),
            waitFor("pause", hours(4)).why("Test"),
            exit("done"))
        .exits(done(), exit("answered", SUCCESS).means("They answered."))
        .build();
  }

  @Test
  void anAnswerToAQuestionToWhichNobodyListensIsABreach() {
    assertThat(
            Story.of(set(asking(false))).then(begins("ask"), REPLY).breaches("E-EVENT-UNHANDLED"))
        .singleElement()
        .satisfies(breach -> {
          assertThat(breach.at()).isEqualTo("pause");
          assertThat(breach.words())
              .isEqualTo(
                  "in *ask*, waiting at *pause*: the contact replied by text message, and nothing"
                      + " listens");
        });
    assertThat(Story.of(set(asking(true))).then(begins("ask"), REPLY).breaches("E-EVENT-UNHANDLED"))
        .isEmpty();
  }

  @Test
  void anAnswerThatNobodyAskedForOrThatIsIgnoredWithAReasonIsNone() {
    Contract telling =
        free("tell")
            .path(say("news"), waitFor("pause", hours(4)).why("Test"), exit("done"))
            .exits(done())
            .build();
    Contract ignoring =
        free("ignore")
            .ignores(replied(), "The desk reads the answers.")
            .path(
                sms("question", "Shall we?").why("Test"),
                waitFor("pause", hours(4)).why("Test"),
                exit("done"))
            .exits(done())
            .build();

    assertThat(Story.of(set(telling)).then(begins("tell"), REPLY).breaches("E-EVENT-UNHANDLED"))
        .isEmpty();
    assertThat(Story.of(set(ignoring)).then(begins("ignore"), REPLY).breaches("E-EVENT-UNHANDLED"))
        .isEmpty();
  }

  @Test
  void whatCameWhileTheQuestionWasBeingSentIsUnhandledWhenTheRunRestsAgain() {
    assertThat(
            Story.of(set(asking(false))).stepwise().then(begins("ask"), REPLY).done("ask").broken())
        .isEmpty();
    // nothing in the contract could ever answer it, so it passed by while the text was under way
    Contract later =
        free("ask")
            .path(
                sms("question", "Shall we call you?").why("Test"),
                waitFor("pause", hours(4)).why("Test"),
                await("second")
                    .when(replied())
                    .thenExit("done")
                    .silentFor(days(1))
                    .thenExit("done")
                    .why("Test"))
            .exits(done())
            .build();
    assertThat(
            Story.of(set(later))
                .stepwise()
                .then(begins("ask"), REPLY)
                .done("ask")
                .breaches("E-EVENT-UNHANDLED"))
        .hasSize(1);
  }

  @Test
  void anOptOutHasToBeHeardWhereTheFilterReadsConsent() {
    var filtered =
        triggered("filtered", formSubmitted("filtered"))
            .admits(refuse(contact().optedOutOf(Channel.SMS), "they said so"))
            .outsideLanes("Test")
            .reentry(afterExit());
    Contract deaf =
        filtered
            .path(say("news"), waitFor("pause", hours(4)).why("Test"), exit("done"))
            .exits(done())
            .build();
    Contract hearing =
        filtered
            .throughout(whenever(optedOut()).thenExit("done"))
            .path(say("news"), waitFor("pause", hours(4)).why("Test"), exit("done"))
            .exits(done())
            .build();

    assertThat(Story.of(set(deaf)).then(begins("filtered"), OPTS_OUT).breaches("E-EVENT-UNHANDLED"))
        .hasSize(1);
    assertThat(
            Story.of(set(hearing)).then(begins("filtered"), OPTS_OUT).breaches("E-EVENT-UNHANDLED"))
        .isEmpty();
  }
}
