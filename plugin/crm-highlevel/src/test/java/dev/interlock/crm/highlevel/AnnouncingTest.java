package dev.interlock.crm.highlevel;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ExitName;
import dev.interlock.crm.Ending;
import dev.interlock.crm.Sent;
import dev.interlock.crm.highlevel.conformance.StubbedHighLevel;
import dev.interlock.crm.highlevel.wire.TriggerAddresses;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// What triggers are told, and what their answers mean.
class AnnouncingTest {
  @RegisterExtension static final StubbedHighLevel CRM = new StubbedHighLevel();

  private static final String PATH = TriggerAddresses.PATH + "abc/def";

  private AccountOnStubs account;

  @BeforeEach
  void open() {
    account = AccountOnStubs.open(CRM);
  }

  @AfterEach
  void close() {
    account.close();
  }

  private static Ending ending(Optional<DealId> deal) {
    return new Ending(
        "run-1/def",
        "def",
        AccountOnStubs.ANN,
        new ContractId("text-back"),
        new ExitName("booked"),
        "An appointment was booked.",
        deal,
        Instant.parse("2026-11-02T12:00:00.123456Z"));
  }

  private Sent announced() {
    return account.crm().announce(CRM.address() + PATH, ending(Optional.empty()));
  }

  private Sent answered(int status, String body) {
    account.answering("POST", PATH, aResponse().withStatus(status).withBody(body));
    return announced();
  }

  @Test
  void tellsWhatHasEndedAndForWhom() {
    account.answering("POST", PATH, "{}");

    var sent =
        account.crm().announce(CRM.address() + PATH, ending(Optional.of(new DealId("deal-1"))));

    assertThat(sent).isInstanceOf(Sent.Done.class);
    var body = JsonMapper.shared().readTree(CRM.requests().getLast().body());
    assertThat(body)
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {"id": "run-1/def", "contract": "text-back", "exit": "booked",
                     "meaning": "An appointment was booked.", "contactId": "contact1",
                     "contact_id": "contact1", "opportunityId": "deal-1", "locationId": "loc1",
                     "endedAt": "2026-11-02T12:00:00Z"}
                    """));
  }

  @Test
  void anythingThatIsASuccessByItsStatusIsOne() {
    assertThat(answered(200, "")).isInstanceOf(Sent.Done.class);
    assertThat(answered(201, "done")).isInstanceOf(Sent.Done.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 400, 401, 403, 404, 409, 410, 422})
  void whatIsRefusedIsRefusedForGood(int status) {
    assertThat(answered(status, "{\"message\": \"no\"}")).isInstanceOf(Sent.Refused.class);
  }

  @Test
  void aLimitIsNoAttempt() {
    assertThat(answered(429, "{}"))
        .isInstanceOfSatisfying(Sent.TryLater.class, later -> assertThat(later.counts()).isFalse());
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 425, 500, 503})
  void whatMayPassIsTriedAgain(int status) {
    assertThat(answered(status, "{}")).isInstanceOfAny(Sent.TryLater.class, Sent.InDoubt.class);
  }

  @Test
  void aConnectionThatBreaksLeavesItInDoubt() {
    account.answering("POST", PATH, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

    assertThat(announced()).isInstanceOf(Sent.InDoubt.class);
  }

  @Test
  void noTokenGoesWhereNoTriggerListens() {
    int before = CRM.requests().size();

    var sent = account.crm().announce("https://evil.example/a", ending(Optional.empty()));

    assertThat(sent)
        .isInstanceOfSatisfying(
            Sent.Refused.class, refused -> assertThat(refused.code()).isEqualTo("address"));
    assertThat(CRM.requests()).hasSize(before);
  }

  @Test
  void aTriggerThatRefusesTheTokenAloneStopsNoOtherCalls() {
    for (int i = 0; i < 30; i++) {
      assertThat(answered(401, "{\"message\": \"Unauthorized\"}")).isInstanceOf(Sent.Refused.class);
    }
    assertThat(account.crm().calls().isOpen()).isFalse();
  }
}
