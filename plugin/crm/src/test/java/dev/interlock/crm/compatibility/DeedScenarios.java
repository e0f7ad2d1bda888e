package dev.interlock.crm.compatibility;

import static dev.interlock.crm.compatibility.KitAccount.BEGIN;
import static dev.interlock.crm.compatibility.KitAccount.BEN;
import static dev.interlock.crm.compatibility.KitAccount.DANA;
import static dev.interlock.crm.compatibility.KitAccount.PLAN;
import static dev.interlock.crm.compatibility.KitAccount.WELCOME;
import static dev.interlock.crm.compatibility.Scenarios.got;
import static dev.interlock.crm.compatibility.Scenarios.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.MessageId;
import dev.interlock.contract.contact.StandardFields;
import dev.interlock.contract.model.AutomationName;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.FieldName;
import dev.interlock.contract.model.TagName;
import dev.interlock.crm.Deed;
import dev.interlock.crm.Mailed;
import dev.interlock.crm.OwnMail;
import dev.interlock.crm.Sent;
import dev.interlock.crm.compatibility.CrmBackdoor.SeenMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is done to a contact, besides its opportunities.
interface DeedScenarios extends Scenarios {
  TagName VIP = new TagName("vip");
  Instant TOMORROW = BEGIN.plus(Duration.ofDays(1));

  @Test
  default void sendsATextMessage() {
    var account = account();
    ContactId ann = account.newContact(Newcomer.ann());

    Sent sent = account.crm().carryOut(ann, new Deed.SendSms("Hi Ann"));

    assertThat(sent)
        .isInstanceOfSatisfying(Sent.Done.class, done -> assertThat(done.message()).isPresent());
    assertThat(account.messages(ann)).containsExactly(new SeenMessage(Channel.SMS, "Hi Ann"));
  }

  @Test
  default void sendsAnEmail() {
    var account = account();
    ContactId ann = account.newContact(Newcomer.ann());

    Sent sent = account.crm().carryOut(ann, new Deed.SendEmail("Your visit", "<p>Hi Ann</p>"));

    assertThat(sent)
        .isInstanceOfSatisfying(Sent.Done.class, done -> assertThat(done.message()).isPresent());
    assertThat(account.messages(ann)).containsExactly(new SeenMessage(Channel.EMAIL, "Your visit"));
  }

  @Test
  default void saysWhatIsKnownOfAnEmail() {
    var account = account();
    ContactId ann = account.newContact(Newcomer.ann());
    Sent sent = account.crm().carryOut(ann, new Deed.SendEmail("Your visit", "<p>Hi Ann</p>"));
    var done = (Sent.Done) sent;
    var mail = new OwnMail(ann, done.message().orElseThrow(), done.reference());

    assertThat(got(account.crm().mailed(mail)).reference()).isPresent();
    var unknown = new OwnMail(ann, new MessageId("nowhere"), Optional.of("nowhere"));
    assertThat(got(account.crm().mailed(unknown))).isEqualTo(Mailed.nothing());
  }

  @Test
  default void doesNotWriteToWhomeverOptedOut() {
    var account = account();
    ContactId ann = account.newContact(Newcomer.ann());
    account.optOut(ann, Channel.SMS);
    account.optOut(ann, Channel.EMAIL);

    assertThat(account.crm().carryOut(ann, new Deed.SendSms("Hi")))
        .isInstanceOf(Sent.Blocked.class);
    assertThat(account.crm().carryOut(ann, new Deed.SendEmail("Hi", "<p>Hi</p>")))
        .isInstanceOf(Sent.Blocked.class);
    assertThat(account.messages(ann)).isEmpty();
  }

  @Test
  default void doesNotWriteWhereThereIsNoAddress() {
    var account = account();
    ContactId caller = account.newContact(Newcomer.caller("+15550100002"));
    ContactId writer = account.newContact(Newcomer.writer("bob@example.com"));

    assertThat(account.crm().carryOut(caller, new Deed.SendEmail("Hi", "<p>Hi</p>")))
        .isInstanceOf(Sent.Blocked.class);
    assertThat(account.crm().carryOut(writer, new Deed.SendSms("Hi")))
        .isInstanceOf(Sent.Blocked.class);
  }

  @Test
  default void addsATagOnce() {
    var account = account();
    ContactId ann = account.newContact(Newcomer.ann());

    assertThat(account.crm().carryOut(ann, new Deed.AddTag(VIP))).isInstanceOf(Sent.Done.class);
    assertThat(read(account, ann).tags()).contains(VIP, new TagName("lead"));
    assertThat(account.crm().carryOut(ann, new Deed.AddTag(VIP))).isEqualTo(new Sent.AlreadySo());
  }

  @Test
  default void removesATagOnce() {
    var account = account();
    ContactId ann = account.newContact(Newcomer.ann());
    var deed = new Deed.RemoveTag(new TagName("lead"));

    assertThat(account.crm().carryOut(ann, deed)).isInstanceOf(Sent.Done.class);
    assertThat(read(account, ann).tags()).isEmpty();
    assertThat(account.crm().carryOut(ann, deed)).isEqualTo(new Sent.AlreadySo());
  }

  @Test
  default void setsFieldsOfTheAccountAndThoseThatEveryContactHas() {
    for (FieldName field : List.of(PLAN, StandardFields.CITY)) {
      var account = account();
      ContactId ann = account.newContact(Newcomer.ann());
      var deed = new Deed.SetField(field, "silver");

      assertThat(account.crm().carryOut(ann, deed)).isInstanceOf(Sent.Done.class);
      assertThat(read(account, ann).fields()).containsEntry(field, "silver");
      assertThat(account.crm().carryOut(ann, deed)).isEqualTo(new Sent.AlreadySo());
    }
  }

  @Test
  default void clearsFieldsOfTheAccountAndThoseThatEveryContactHas() {
    for (FieldName field : List.of(PLAN, StandardFields.LAST_NAME)) {
      var account = account();
      ContactId ann = account.newContact(Newcomer.ann());
      var deed = new Deed.ClearField(field);

      assertThat(account.crm().carryOut(ann, deed)).isInstanceOf(Sent.Done.class);
      assertThat(read(account, ann).fields()).doesNotContainKey(field);
      assertThat(account.crm().carryOut(ann, deed)).isEqualTo(new Sent.AlreadySo());
    }
  }

  @Test
  default void assignsAContactToAUser() {
    var account = account();
    ContactId ann = account.newContact(Newcomer.ann());

    assertThat(account.crm().carryOut(ann, new Deed.Assign(BEN))).isInstanceOf(Sent.Done.class);
    assertThat(read(account, ann).assignee()).contains(BEN);
    assertThat(account.crm().carryOut(ann, new Deed.Assign(BEN))).isEqualTo(new Sent.AlreadySo());
  }

  @Test
  default void makesATaskForAUser() {
    var account = account();
    ContactId ann = account.newContact(Newcomer.ann());
    var deed =
        new Deed.CreateTask("Call Ann", "She asked twice", TOMORROW, Optional.of(DANA), "r-17");

    Sent sent = account.crm().carryOut(ann, deed);

    assertThat(account.tasks(ann))
        .singleElement()
        .satisfies(task -> {
          assertThat(task.title()).isEqualTo("Call Ann");
          assertThat(task.body()).contains("She asked twice", "r-17");
          assertThat(task.due()).isEqualTo(TOMORROW);
          assertThat(task.user()).contains(DANA);
          assertThat(task.done()).isFalse();
          assertThat(sent).isEqualTo(new Sent.Done(Optional.empty(), Optional.of(task.id())));
        });
  }

  @Test
  default void makesATaskForNobodyInParticular() {
    var account = account();
    ContactId ann = account.newContact(Newcomer.ann());

    account.crm().carryOut(ann, new Deed.CreateTask("Call", "", TOMORROW, Optional.empty(), "r-1"));

    assertThat(account.tasks(ann))
        .singleElement()
        .satisfies(task -> assertThat(task.user()).isEmpty());
  }

  @Test
  default void ticksOffTheTasksThatAreMeantAndNoOthers() {
    var account = account();
    ContactId ann = account.newContact(Newcomer.ann());
    for (String title : List.of("One", "Two", "Three")) {
      account
          .crm()
          .carryOut(ann, new Deed.CreateTask(title, "", TOMORROW, Optional.empty(), title));
    }
    List<String> meant =
        account.tasks(ann).stream()
            .filter(task -> !task.title().equals("Two"))
            .map(CrmBackdoor.SeenTask::id)
            .toList();
    var deed = new Deed.CompleteTasks(meant);

    assertThat(account.crm().carryOut(ann, deed)).isInstanceOf(Sent.Done.class);
    assertThat(account.tasks(ann))
        .filteredOn(task -> !task.done())
        .extracting(CrmBackdoor.SeenTask::title)
        .containsExactly("Two");
    assertThat(account.crm().carryOut(ann, deed)).isEqualTo(new Sent.AlreadySo());
  }

  @Test
  default void writesANote() {
    var account = account();
    ContactId ann = account.newContact(Newcomer.ann());

    Sent sent = account.crm().carryOut(ann, new Deed.AddNote("Prefers mornings", "r-18"));

    assertThat(sent)
        .isInstanceOfSatisfying(Sent.Done.class, done -> assertThat(done.reference()).isPresent());
    assertThat(account.notes(ann))
        .singleElement()
        .satisfies(note -> assertThat(note).contains("Prefers mornings", "r-18"));
  }

  @Test
  default void tellsAUserSomething() {
    var account = account();
    ContactId ann = account.newContact(Newcomer.ann());

    Sent sent =
        account.crm().carryOut(ann, new Deed.Notify(DANA, "Ann did not answer", TOMORROW, "r-19"));

    assertThat(sent).isInstanceOf(Sent.Done.class);
  }

  @Test
  default void startsAndStopsAnAutomationOfTheCrm() {
    var account = account();
    ContactId ann = account.newContact(Newcomer.ann());

    assertThat(account.crm().carryOut(ann, new Deed.StartAutomation(WELCOME)))
        .isInstanceOf(Sent.Done.class);
    assertThat(account.isInAutomation(ann, WELCOME)).isTrue();

    assertThat(account.crm().carryOut(ann, new Deed.StopAutomation(WELCOME)))
        .isInstanceOf(Sent.Done.class);
    assertThat(account.isInAutomation(ann, WELCOME)).isFalse();
  }

  @Test
  default void refusesWhatNamesSomethingThatTheAccountDoesNotHave() {
    var account = account();
    ContactId ann = account.newContact(Newcomer.ann());

    List.of(
            new Deed.SetField(new FieldName("Shoe size"), "44"),
            new Deed.ClearField(new FieldName("Shoe size")),
            new Deed.Assign("Nobody Here"),
            new Deed.CreateTask("Call", "", TOMORROW, Optional.of("Nobody Here"), "r-1"),
            new Deed.Notify("Nobody Here", "Hello", TOMORROW, "r-2"),
            new Deed.StartAutomation(new AutomationName("No such thing")),
            new Deed.StopAutomation(new AutomationName("No such thing")))
        .forEach(deed ->
            assertThat(account.crm().carryOut(ann, deed))
                .as(deed.toString())
                .isInstanceOf(Sent.Refused.class));
  }

  @Test
  default void saysWhenTheContactIsNoLongerThere() {
    var account = account();
    ContactId ann = account.newContact(Newcomer.ann());
    account.delete(ann);

    List.of(
            new Deed.SendSms("Hi"),
            new Deed.SendEmail("Hi", "<p>Hi</p>"),
            new Deed.AddTag(VIP),
            new Deed.RemoveTag(VIP),
            new Deed.SetField(PLAN, "silver"),
            new Deed.ClearField(PLAN),
            new Deed.Assign(BEN),
            new Deed.CreateTask("Call", "", TOMORROW, Optional.of(DANA), "r-1"),
            new Deed.AddNote("Hello", "r-2"),
            new Deed.Notify(DANA, "Hello", TOMORROW, "r-3"),
            new Deed.MoveDeal(KitAccount.DECLARED, KitAccount.BOOKED, "Ann"),
            new Deed.StartAutomation(WELCOME))
        .forEach(deed ->
            assertThat(account.crm().carryOut(ann, deed))
                .as(deed.toString())
                .isInstanceOf(Sent.ContactGone.class));
  }
}
