package dev.interlock.sentences;

import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Events.callMissed;
import static dev.interlock.contract.dsl.Events.formSubmitted;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Exits.SUCCESS;
import static dev.interlock.contract.dsl.Exits.UNRESPONSIVE;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Steps.await;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.sms;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.never;
import static dev.interlock.contract.dsl.Workflows.require;
import static dev.interlock.contract.dsl.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.dsl.Awaiting;
import dev.interlock.contract.dsl.Drafting;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.EntryClause.WhenUnknown;
import dev.interlock.contract.model.RunKey;
import dev.interlock.contract.model.Step;
import dev.interlock.contract.model.Trigger.OwnWrites;
import org.junit.jupiter.api.Test;

class LegalSentencesTest {
  private static final Drafting.NeedsTrigger BEGUN =
      workflow("welcome").title("Welcome").owner("Front desk").purpose("Everybody is welcomed.");

  @Test
  void mayShareABeginning() {
    Contract byCall = finished(BEGUN.startsWhen(callMissed(), milestone("They called")));
    Contract byForm = finished(BEGUN.startsWhen(formSubmitted(), milestone("They wrote")));

    assertThat(byCall.trigger().milestone()).isEqualTo("They called");
    assertThat(byForm.trigger().milestone()).isEqualTo("They wrote");
    assertThat(byCall.path()).isEqualTo(byForm.path());
    assertThat(byCall.exits()).isEqualTo(byForm.exits());
  }

  @Test
  void mayShareABeginningDownToAnAwait() {
    Awaiting.NeedsSilence asked = await("answer").when(replied()).thenExit("done");

    Step.Await patient = asked.silentFor(days(7)).thenExit("no-answer");
    Step.Await thorough =
        asked.when(callMissed()).thenExit("done").silentFor(hours(1)).thenExit("no-answer");

    assertThat(patient.arms()).hasSize(1);
    assertThat(thorough.arms()).hasSize(2);
  }

  @Test
  void mayLeaveOutWhatHasASafeDefault() {
    Contract contract = finished(BEGUN.startsWhen(callMissed(), milestone("They called")));

    assertThat(contract.handlers()).isEmpty();
    assertThat(contract.declarations()).isEmpty();
    assertThat(contract.key()).isEqualTo(RunKey.CONTACT);
    assertThat(contract.trigger().ownWrites()).isEqualTo(OwnWrites.IGNORED);
    assertThat(contract.admits().getFirst().whenUnknown()).isEqualTo(WhenUnknown.TURN_AWAY);
  }

  private static Contract finished(Drafting.NeedsEntryFilter begun) {
    return begun
        .admits(require(contact().hasPhone(), "there must be a number"))
        .outsideLanes("It says hello and nothing else")
        .reentry(never())
        .path(sms("hello", "Hello!"), exit("done"))
        .exits(exit("done", SUCCESS), exit("no-answer", UNRESPONSIVE))
        .build();
  }
}
