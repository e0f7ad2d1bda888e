package dev.interlock.crm.highlevel;

import static dev.interlock.crm.highlevel.AccountOnStubs.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.TagName;
import dev.interlock.crm.Deed;
import dev.interlock.crm.Sent;
import dev.interlock.crm.highlevel.conformance.StubbedHighLevel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a tag costs: one call where the contact was just read, two where it was not.
class TaggingTest {
  @RegisterExtension static final StubbedHighLevel CRM = new StubbedHighLevel();

  private static final String READ = "GET /contacts/contact1";
  private static final String ADD = "POST /contacts/contact1/tags";
  private static final String REMOVE = "DELETE /contacts/contact1/tags";
  private static final Deed VIP = new Deed.AddTag(new TagName("vip"));
  private static final Deed NOT_COLD = new Deed.RemoveTag(new TagName("cold"));
  private static final Sent DONE = new Sent.Done(Optional.empty(), Optional.empty());

  private AccountOnStubs account;

  @BeforeEach
  void open() {
    account =
        AccountOnStubs.open(CRM)
            .answering("POST", "/contacts/contact1/tags", 201, "{\"tags\": [\"vip\"]}")
            .answering("DELETE", "/contacts/contact1/tags", "{\"tags\": []}");
    has("Cold");
  }

  @AfterEach
  void close() {
    account.close();
  }

  private void has(String tag) {
    account.answering(
        "GET",
        "/contacts/contact1",
        "{\"contact\": {\"id\": \"contact1\", \"tags\": [\"%s\"]}}".formatted(tag));
  }

  private void isRead() {
    account.crm().contact(ANN, Set.of());
  }

  private List<String> askedFor(Supplier<Sent> deed, Sent expected) {
    int before = account.asked().size();
    assertThat(deed.get()).isEqualTo(expected);
    return account.asked().subList(before, account.asked().size());
  }

  private List<String> askedFor(Deed deed, Sent expected) {
    return askedFor(() -> account.carryOut(deed), expected);
  }

  @Test
  void isAddedAndRemovedWithoutAnotherLookRightAfterTheContactWasRead() {
    isRead();

    assertThat(askedFor(VIP, DONE)).containsExactly(ADD);
    assertThat(askedFor(NOT_COLD, DONE)).containsExactly(REMOVE);
    assertThat(account.body(REMOVE)).isEqualTo("{\"tags\":[\"Cold\"]}");
  }

  @Test
  void isLookedForFirstWhereTheClockWasSetBackSinceTheContactWasRead() {
    isRead();
    account.pass(Duration.ofDays(-30));

    assertThat(askedFor(VIP, DONE)).containsExactly(READ, ADD);
  }

  @Test
  void isLookedForFirstWhereTheContactWasNotReadLately() {
    assertThat(askedFor(VIP, DONE)).containsExactly(READ, ADD);
    isRead();
    account.pass(Duration.ofSeconds(6));

    assertThat(askedFor(VIP, DONE)).containsExactly(READ, ADD);
    assertThat(askedFor(NOT_COLD, DONE)).containsExactly(READ, REMOVE);
  }

  @Test
  void isNotSaidToBeThereBecauseItWasAMomentAgo() {
    has("VIP");
    isRead();
    has("other");

    assertThat(askedFor(VIP, DONE)).containsExactly(READ, ADD);
  }

  @Test
  void isNotSaidToBeGoneBecauseWeRemovedIt() {
    isRead();
    account.carryOut(NOT_COLD);

    assertThat(askedFor(NOT_COLD, DONE)).containsExactly(READ, REMOVE);
    has("vip");
    assertThat(askedFor(NOT_COLD, new Sent.AlreadySo())).containsExactly(READ);
  }

  @Test
  void isLookedForAgainAfterACallThatFailed() {
    isRead();
    account.answering("POST", "/contacts/contact1/tags", 500, "{}");
    account.carryOut(VIP);
    account.answering("POST", "/contacts/contact1/tags", 201, "{\"tags\": [\"vip\"]}");

    assertThat(askedFor(VIP, DONE)).containsExactly(READ, ADD);
  }
}
