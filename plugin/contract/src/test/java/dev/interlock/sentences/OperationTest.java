package dev.interlock.sentences;

import static dev.interlock.contract.dsl.Exits.tag;
import static dev.interlock.contract.dsl.Operations.atMost;
import static dev.interlock.contract.dsl.Operations.automation;
import static dev.interlock.contract.dsl.Operations.business;
import static dev.interlock.contract.dsl.Operations.pipelineNamed;
import static dev.interlock.contract.dsl.Operations.stage;
import static dev.interlock.contract.dsl.Operations.stageNamed;
import static dev.interlock.contract.dsl.Operations.writtenBy;
import static dev.interlock.contract.dsl.Operations.writtenByContractsOnly;
import static dev.interlock.contract.dsl.Times.clock;
import static dev.interlock.contract.dsl.Times.daily;
import static dev.interlock.contract.dsl.Times.days;
import static dev.interlock.contract.dsl.Times.hours;
import static dev.interlock.contract.dsl.Times.minutes;
import static dev.interlock.contract.dsl.Times.weekdays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.ContractException;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Operation.Automation;
import dev.interlock.contract.model.Operation.Field;
import dev.interlock.contract.model.Operation.FieldKind;
import dev.interlock.contract.model.Operation.Tag;
import dev.interlock.contract.model.Operation.UnknownZone;
import dev.interlock.contract.model.Operation.Writer;
import dev.interlock.contract.model.Pipeline.Stage;
import dev.interlock.contract.model.PurposeName;
import dev.interlock.contract.model.SendLimit;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.Volume;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OperationTest {
  private static final StageName NEW = stageNamed("New");
  private static final StageName ENGAGED = stageNamed("Engaged");

  @Test
  void assumesNothingThatIsNotSafe() {
    Operation operation = business("Practice").build();

    assertThat(operation.hours().quiet()).containsExactly(daily(clock(21, 0), clock(8, 0)));
    assertThat(operation.hours().open()).containsExactly(weekdays(clock(9, 0), clock(17, 0)));
    assertThat(operation.hours().holidays()).isEmpty();
    assertThat(operation.hours().unknownZone()).isEqualTo(UnknownZone.LOCATION);
    assertThat(operation.limits())
        .extracting(SendLimit::channel, SendLimit::most, SendLimit::per, SendLimit::gap)
        .containsExactly(
            tuple(Channel.SMS, 10, days(7), minutes(1)),
            tuple(Channel.EMAIL, 10, days(7), minutes(1)));
  }

  @Test
  void keepsTheUsualLimitOfTheChannelsOfWhichNothingWasSaid() {
    Operation operation =
        business("Practice").limit(Channel.EMAIL, atMost(3).per(days(1)).apart(hours(2))).build();

    assertThat(operation.limits())
        .extracting(SendLimit::channel, SendLimit::most, SendLimit::gap)
        .containsExactly(tuple(Channel.EMAIL, 3, hours(2)), tuple(Channel.SMS, 10, minutes(1)));
  }

  @Test
  void keepsTheUsualNumberOfCallsUnlessAnotherIsSaid() {
    assertThat(business("Practice").sendsPerDay(Channel.SMS, 500).build().volumes())
        .extracting(Volume::perDay)
        .containsExactly(500, 200_000);
    assertThat(business("Practice").callsPerDay(9_000).entriesPerDay("a", 40).build().volumes())
        .extracting(Volume::perDay)
        .containsExactly(9_000, 40);
    assertThatThrownBy(() -> business("Practice").entriesPerDay("a", 0))
        .isInstanceOf(ContractException.class)
        .hasMessage("0 entries into a per day; say 1 or more");
  }

  @Test
  void letsStaffWriteWhateverIsNotSaidToBeOthers() {
    Operation operation =
        business("Practice")
            .tag("vip")
            .tag("web", writtenBy(Writer.OTHER_APP, Writer.OTHER_APP))
            .tag("own", writtenByContractsOnly())
            .field("Score", FieldKind.NUMBER)
            .optionField("Outcome", "Won", "Lost")
            .optionField("Source", writtenBy(Writer.CONTACT), "Ads", "Friends")
            .build();

    assertThat(operation.tags())
        .extracting(Tag::writers)
        .containsExactly(Set.of(Writer.STAFF), Set.of(Writer.OTHER_APP), Set.of());
    assertThat(operation.fields())
        .extracting(Field::writers)
        .containsExactly(Set.of(Writer.STAFF), Set.of(Writer.STAFF), Set.of(Writer.CONTACT));
  }

  @Test
  void addsUpWhatIsSaidInSeveralWords() {
    Operation operation =
        business("Practice")
            .holidays(LocalDate.of(2030, 12, 25))
            .holidays(LocalDate.of(2030, 12, 26), LocalDate.of(2030, 12, 26))
            .automation(
                automation("Old reminders")
                    .mayWrite(tag("reminded"))
                    .mayWrite(tag("confirmed"))
                    .maySend("reminder")
                    .maySend("survey"))
            .build();

    Automation old = operation.automations().getFirst();
    assertThat(operation.hours().holidays()).hasSize(2);
    assertThat(old.mayWrite()).hasSize(2);
    assertThat(old.maySend())
        .containsExactly(new PurposeName("reminder"), new PurposeName("survey"));
  }

  @Test
  void saysOfAStageWhoHasTheNextMoveAndForHowLong() {
    Operation operation =
        business("Practice")
            .pipeline(
                pipelineNamed("Sales"),
                stage(NEW).ownedBy("Front desk").dwellsAtMost(days(1)).staffDo("Call them"),
                stage(ENGAGED).mayReturnTo(NEW),
                stage(stageNamed("Won")).asLast())
            .build();

    Stage first = operation.pipelines().getFirst().stages().getFirst();
    Stage second = operation.pipelines().getFirst().stages().get(1);
    assertThat(first.owner().orElseThrow()).hasToString("Front desk");
    assertThat(first.dwell()).contains(days(1));
    assertThat(first.staffDoNext()).isEqualTo("Call them");
    assertThat(first.last()).isFalse();
    assertThat(second.lawfulReturns()).containsExactly(NEW);
    assertThat(operation.pipelines().getFirst().stages().getLast().last()).isTrue();
  }

  @Test
  void isImmutableSoThatOneBeginningMayBeContinuedTwice() {
    var begun = business("Practice").tag("vip");

    assertThat(begun.tag("a").build().tags()).hasSize(2);
    assertThat(begun.tag("b").build().tags()).hasSize(2);
    assertThat(begun.build().tags()).hasSize(1);
  }
}
