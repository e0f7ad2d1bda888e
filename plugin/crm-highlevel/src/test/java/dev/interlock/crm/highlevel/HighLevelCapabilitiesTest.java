package dev.interlock.crm.highlevel;

import static dev.interlock.contract.dsl.Events.booked;
import static dev.interlock.contract.dsl.Events.callMissed;
import static dev.interlock.contract.dsl.Events.contactDeleted;
import static dev.interlock.contract.dsl.Events.contactMerged;
import static dev.interlock.contract.dsl.Events.either;
import static dev.interlock.contract.dsl.Events.emailBounced;
import static dev.interlock.contract.dsl.Events.emailOpened;
import static dev.interlock.contract.dsl.Events.foreignHand;
import static dev.interlock.contract.dsl.Events.formSubmitted;
import static dev.interlock.contract.dsl.Events.invoiceOverdue;
import static dev.interlock.contract.dsl.Events.linkClicked;
import static dev.interlock.contract.dsl.Events.messageFailed;
import static dev.interlock.contract.dsl.Events.optedOut;
import static dev.interlock.contract.dsl.Events.paymentReceived;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Events.repliedBy;
import static dev.interlock.contract.dsl.Events.staffActed;
import static dev.interlock.contract.dsl.Events.tagAdded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Assignee;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.EventPattern.HandAct;
import dev.interlock.contract.model.Message;
import dev.interlock.contract.model.TagName;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HighLevelCapabilitiesTest {
  private final HighLevelCapabilities highLevel = new HighLevelCapabilities();

  static Stream<EventPattern> reported() {
    return Stream.of(
        callMissed(),
        replied(),
        repliedBy(Channel.SMS, Channel.VOICEMAIL),
        booked(),
        tagAdded("hot"),
        optedOut(Channel.SMS),
        messageFailed(),
        formSubmitted(),
        formSubmitted("Contact us"),
        emailOpened(),
        linkClicked(),
        paymentReceived(),
        foreignHand(),
        foreignHand(HandAct.MOVED_STAGE),
        staffActed(HandAct.MESSAGED),
        either(contactDeleted(), contactMerged()),
        either(emailBounced(), messageFailed(Channel.EMAIL)));
  }

  @ParameterizedTest
  @MethodSource("reported")
  void promisesWhatHighLevelReports(EventPattern event) {
    assertThat(highLevel.whyNot(event)).isEmpty();
  }

  static Stream<EventPattern> unreported() {
    return Stream.of(
        contactMerged(),
        emailBounced(),
        invoiceOverdue(),
        repliedBy(Channel.VOICEMAIL),
        staffActed(HandAct.MOVED_STAGE),
        either(booked(), invoiceOverdue()),
        either(emailBounced(), messageFailed(Channel.SMS)));
  }

  @ParameterizedTest
  @MethodSource("unreported")
  void saysWhatElseToListenForWhereHighLevelReportsNothing(EventPattern event) {
    assertThat(highLevel.whyNot(event))
        .hasValueSatisfying(reason -> {
          assertThat(reason).startsWith("HighLevel ");
          assertThat(reason).as("names the way round").contains("; ");
        });
  }

  @Test
  void looksIntoConditionsThatAreMadeOfOthers() {
    Condition chat = new Condition.HasAddress(Channel.CHAT);

    assertThat(highLevel.whyNot(chat)).isPresent();
    assertThat(highLevel.whyNot(new Condition.Not(chat))).isPresent();
    assertThat(highLevel.whyNot(new Condition.All(List.of(new Condition.Always(), chat))))
        .isPresent();
    assertThat(highLevel.whyNot(new Condition.Any(List.of(new Condition.Assigned(), chat))))
        .isPresent();
    assertThat(highLevel.whyNot(new Condition.HasTag(new TagName("hot")))).isEmpty();
  }

  @Test
  void doesWhateverTheLanguageCanAskFor() {
    assertThat(highLevel.whyNot(new Action.Notify(new Assignee.Owner(), "Hello"))).isEmpty();
    assertThat(highLevel.whyNot(new Message.Sms("Hello"))).isEmpty();
    assertThat(highLevel.crm()).isEqualTo("HighLevel");
  }
}
