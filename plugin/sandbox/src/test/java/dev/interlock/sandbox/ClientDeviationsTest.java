package dev.interlock.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.crm.highlevel.wire.AccessToken;
import dev.interlock.crm.highlevel.wire.Answer;
import dev.interlock.crm.highlevel.wire.ApiConfig;
import dev.interlock.crm.highlevel.wire.ContactChange;
import dev.interlock.crm.highlevel.wire.Failure;
import dev.interlock.crm.highlevel.wire.HighLevelApi;
import dev.interlock.crm.highlevel.wire.HighLevelConnection;
import dev.interlock.crm.highlevel.wire.OutgoingMessage;
import dev.interlock.crm.highlevel.wire.TokenSource;
import dev.interlock.crm.highlevel.wire.WireContact;
import dev.interlock.crm.highlevel.wire.WireConversation;
import dev.interlock.crm.highlevel.wire.WireMessage;
import dev.interlock.crm.highlevel.wire.WireMessagePage;
import dev.interlock.crm.highlevel.wire.WireSent;
import dev.interlock.sandbox.deviation.Deviation;
import dev.interlock.sandbox.time.SandboxClock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Known deviations of the real API that no step of a contract runs into, met by our client's own
/// calls. The others are met by the demo's story.
class ClientDeviationsTest {
  private static final String PHONE = "+13015550100";

  private final SandboxClock clock = SandboxClock.standingAt(DemoWorld.BEGIN);
  private Optional<Sandbox> open = Optional.empty();
  private Optional<HighLevelConnection> connection = Optional.empty();

  private HighLevelApi api(Deviation way) {
    var sandbox = Sandbox.start(DemoWorld.config(clock, 1).deviating(EnumSet.of(way)));
    open = Optional.of(sandbox);
    var opened = HighLevelConnection.open(ApiConfig.at(sandbox.url()), clock);
    connection = Optional.of(opened);
    return opened.location(
        DemoWorld.LOCATION_ID, TokenSource.fixed(new AccessToken(DemoWorld.TOKEN)));
  }

  @AfterEach
  void close() {
    connection.ifPresent(HighLevelConnection::close);
    open.ifPresent(Sandbox::close);
  }

  private String contact() {
    return Crm.of(open.orElseThrow()).unchecked().contact("Ada", PHONE);
  }

  private void isMet(Deviation way) {
    assertThat(open.orElseThrow().deviationsMet().get(way)).isPositive();
  }

  private static <T> T ok(Answer<T> answer) {
    assertThat(answer).isInstanceOf(Answer.Ok.class);
    return answer instanceof Answer.Ok<T>(_, var value, _) ? value : failed(answer);
  }

  private static <T> T failed(Answer<T> answer) {
    throw new AssertionError(answer.toString());
  }

  private static Failure failure(Answer<?> answer) {
    if (answer instanceof Answer.Failed<?> failed) {
      return failed.failure();
    }
    throw new AssertionError(answer.toString());
  }

  @Test
  void messagesAreReadWhereTheyLieAsDescribed() {
    var api = api(Deviation.FLAT_MESSAGES);
    String contact = contact();
    WireSent sent = ok(api.messages().send(new OutgoingMessage.Sms(contact, "Hello")));
    List<WireConversation> conversations = ok(api.messages().conversations(contact));

    WireMessage message = ok(api.messages().message(sent.messageId()));
    WireMessagePage page = ok(api.messages().messages(conversations.getFirst().id()));

    assertThat(message.id()).isEqualTo(sent.messageId());
    assertThat(page.messages()).extracting(WireMessage::id).containsExactly(sent.messageId());
    isMet(Deviation.FLAT_MESSAGES);
  }

  @Test
  void aWrongIdThatIsAnswered500IsNoAnswerAtAll() {
    var api = api(Deviation.WRONG_ID_500);

    assertThat(failure(api.messages().message("none"))).isInstanceOf(Failure.ServerError.class);
    assertThat(failure(api.messages().email("none"))).isInstanceOf(Failure.ServerError.class);
    isMet(Deviation.WRONG_ID_500);
  }

  @Test
  void aContactThatIsCreatedAndRefusedIsFoundByLooking() {
    var api = api(Deviation.CREATED_422);

    Answer<WireContact> made =
        api.contacts().create(ContactChange.none().with(ContactChange.Field.PHONE, PHONE));

    assertThat(failure(made)).isInstanceOf(Failure.Invalid.class);
    assertThat(ok(api.contacts().withPhone(PHONE)).flatMap(WireContact::phone)).hasValue(PHONE);
    isMet(Deviation.CREATED_422);
  }

  @Test
  void aRefusalIsReadAlsoWhereItsReasonsAreOneText() {
    var api = api(Deviation.MESSAGE_TEXT);

    Failure refused =
        failure(
            api.contacts()
                .create(ContactChange.none().with(ContactChange.Field.EMAIL, "no address")));

    assertThat(refused).isInstanceOf(Failure.Invalid.class);
    assertThat(refused.inWords()).contains("email must be an email");
    isMet(Deviation.MESSAGE_TEXT);
  }
}
