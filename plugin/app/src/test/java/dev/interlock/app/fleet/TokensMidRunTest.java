package dev.interlock.app.fleet;

import static dev.interlock.sandbox.DemoAgency.RIVERSIDE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.app.secret.SealingKey;
import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.engine.read.AttentionLine;
import dev.interlock.engine.read.ProofState;
import dev.interlock.sandbox.DemoAgency;
import dev.interlock.sandbox.market.Conduct;
import dev.interlock.sandbox.market.Installing;
import dev.interlock.sandbox.records.TokenCount;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of runs under way when the token of their account is not taken any more, for each
/// of the reasons that there are.
class TokensMidRunTest {
  private static final InstallationId HERE = new InstallationId(RIVERSIDE);

  @TempDir private Path folder;
  @AutoClose private ServedFleet served;

  @BeforeEach
  void serve() {
    served = new ServedFleet(folder, SealingKey.random());
  }

  private void installs(Installing how) {
    served.arrive(served.agency().install(how));
    served.settle();
  }

  private void answersNo(ContactId contact) {
    var world = served.agency().location(RIVERSIDE).world();
    world.change(() -> world.conversations().receiveText(contact.text(), "no thank you"));
    served.passes(Duration.ofMinutes(10));
  }

  private TokenCount tokens() {
    return served.agency().records().tokenCount(RIVERSIDE);
  }

  private List<String> attention() {
    return served.fleet().engine().records().attention(HERE).stream()
        .map(AttentionLine::words)
        .toList();
  }

  private void runEndedAsPromised() {
    assertThat(served.runs(RIVERSIDE))
        .singleElement()
        .satisfies(run -> {
          assertThat(run.exit()).map(Object::toString).contains("declined");
          assertThat(run.proof()).contains(ProofState.VERIFIED);
        });
    assertThat(served.get("/").body()).doesNotContain("Disconnected");
  }

  @Test
  void oneThatHasExpiredIsRenewedOnceAndTheRunGoesOn() {
    installs(Installing.into(RIVERSIDE));
    var contact = served.somebodyCalls(RIVERSIDE);
    served.agency().expireTokens(RIVERSIDE);

    answersNo(contact);

    runEndedAsPromised();
    assertThat(tokens().refreshed()).isOne();
    assertThat(attention()).isEmpty();
  }

  @Test
  void oneWhoseRefreshTokenIsUsedUpIsMadeAnewByTheAgencyAndTheRunGoesOn() {
    installs(Installing.bulk(RIVERSIDE));
    var contact = served.somebodyCalls(RIVERSIDE);
    long minted = tokens().minted();
    served.agency().expireTokens(RIVERSIDE);
    served.agency().behave(Conduct.GOOD.losingTokenAnswers(1.0));
    var world = served.agency().location(RIVERSIDE).world();
    world.change(() -> world.conversations().receiveText(contact.text(), "no thank you"));
    served.settle();
    served.agency().behave(Conduct.GOOD);

    served.passes(Duration.ofHours(1));

    runEndedAsPromised();
    assertThat(tokens().minted()).isGreaterThan(minted);
    assertThat(attention()).isEmpty();
  }

  @Test
  void oneThatLacksAScopeIsNotRenewedAndTheScopeIsNamed() {
    var scopes = new TreeSet<>(DemoAgency.SCOPES);
    scopes.remove("conversations/message.write");
    served.agency().update("v2", scopes);
    installs(Installing.into(RIVERSIDE));

    var contact = served.somebodyCalls(RIVERSIDE);
    served.passes(Duration.ofHours(2));

    assertThat(tokens().refreshed()).isZero();
    assertThat(tokens().minted()).isOne();
    var story = served.get("/accounts/" + RIVERSIDE + "/contacts/" + contact).body();
    assertThat(story + attention()).contains("conversations/message.write");
    assertThat(served.get("/").body()).doesNotContain("Disconnected");
  }
}
