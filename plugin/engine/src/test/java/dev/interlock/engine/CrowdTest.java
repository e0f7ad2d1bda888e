package dev.interlock.engine;

import static dev.interlock.engine.Contracts.textBack;
import static dev.interlock.engine.Office.HERE;
import static dev.interlock.engine.Office.missedCall;
import static dev.interlock.engine.Office.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.engine.intents.Pace;
import dev.interlock.engine.intents.Patience;
import dev.interlock.engine.read.ExitCount;
import dev.interlock.engine.read.ProofState;
import dev.interlock.engine.rounds.Looking;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Many contacts at the same moment.
class CrowdTest {
  private static final int CROWD = 150;

  @TempDir Path folder;

  @Test
  void everybodyIsAnsweredOnceHoweverManyCallAtOnceAndHoweverOftenTheCrmTellsIt() {
    var config =
        EngineConfig.usual()
            .with(Looking.never())
            .with(Pace.unlimited().with(Patience.usual().jitter(0)));
    List<ContactId> crowd =
        IntStream.range(0, CROWD).mapToObj(number -> new ContactId("c" + number)).toList();
    try (var office = Office.opened(folder, config, textBack())) {
      crowd.forEach(contact -> office.crm.add(contact, contact.text()));
      var events = crowd.stream().map(Office::missedCall).toList();
      try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int times = 0; times < 3; times++) {
          events.forEach(event -> callers.execute(() -> office.arrives(event)));
        }
        crowd.forEach(contact -> callers.execute(() -> office.arrives(missedCall(contact))));
      }
      office.settle();

      assertThat(crowd).allSatisfy(one -> assertThat(office.crm.texts(one)).hasSize(1));
      assertThat(office.records().totals(HERE).inbox()).isZero();

      try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
        crowd.forEach(contact -> callers.execute(() -> office.arrives(reply(contact, "yes"))));
      }
      office.settle();

      assertThat(office.records().exits(HERE))
          .singleElement()
          .extracting(ExitCount::proof, ExitCount::count)
          .containsExactly(ProofState.VERIFIED, (long) CROWD);
      assertThat(office.records().lanes(HERE)).isEmpty();
    }
  }

  @Test
  void noMoreCommandsBeginThanTheCrmAllows() {
    var config =
        EngineConfig.usual()
            .with(Looking.never())
            .with(new Pace(4, 5, 1, Patience.usual().jitter(0)));
    List<ContactId> crowd =
        IntStream.range(0, 12).mapToObj(number -> new ContactId("c" + number)).toList();
    try (var office = Office.opened(folder, config, textBack())) {
      crowd.forEach(contact -> office.crm.add(contact, contact.text()));
      crowd.forEach(contact -> office.arrives(missedCall(contact)));
      office.settle();
      assertThat(office.crm.told()).hasSize(5);

      office.passes(Duration.ofSeconds(3));
      assertThat(office.crm.told()).hasSize(8);

      office.passes(Duration.ofSeconds(10));
      assertThat(office.crm.told()).hasSize(12);
    }
  }
}
