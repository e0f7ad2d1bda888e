package dev.interlock.engine.store;

import static dev.interlock.engine.store.Samples.HERE;
import static dev.interlock.engine.store.Samples.NOON;
import static dev.interlock.engine.store.Samples.THERE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.StageName;
import dev.interlock.contract.model.StageRef;
import dev.interlock.engine.store.Stays.Stay;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// What every store promises of deals that stand in stages.
interface StaysContract {
  StageRef ENGAGED = new StageRef(new PipelineName("Sales"), new StageName("Engaged"));
  Instant DUE = NOON.plus(Duration.ofDays(7));
  Instant NEXT_DAY = DUE.plus(Duration.ofDays(1));
  Stay STAY =
      new Stay(new ContactId("ann"), new DealId("d1"), ENGAGED, NOON, DUE, Optional.empty());

  Store store();

  private void change(Consumer<Stays> change) {
    store()
        .write(tables -> {
          change.accept(tables.stays());
          return true;
        })
        .join();
  }

  private <T> T asked(Function<Stays, T> question) {
    return store().read((Tables tables) -> question.apply(tables.stays()));
  }

  private Optional<Stay> now() {
    return asked(stays -> stays.find(HERE, STAY.contact(), STAY.deal()));
  }

  private List<Stay> due(InstallationId installation, Instant at) {
    return asked(stays -> stays.due(installation, at, 9));
  }

  private Optional<Instant> next(Instant after) {
    return asked(stays -> stays.next(HERE, after));
  }

  @Test
  default void aStayIsDueInItsOwnInstallation() {
    change(stays -> stays.begins(HERE, STAY, NOON));

    assertThat(due(HERE, DUE)).containsExactly(STAY);
    assertThat(due(HERE, DUE.minusSeconds(1))).isEmpty();
    assertThat(due(THERE, DUE)).isEmpty();
    assertThat(next(NOON)).contains(DUE);
    assertThat(next(DUE)).isEmpty();
  }

  @Test
  default void somebodyIsToldOnce() {
    change(stays -> stays.begins(HERE, STAY, NOON));
    change(stays -> stays.tell(HERE, STAY, "too long", DUE, NEXT_DAY));
    change(stays -> stays.tell(HERE, STAY, "much too long", DUE, NEXT_DAY));

    assertThat(now().flatMap(Stay::told)).contains("too long");
    assertThat(now().map(Stay::due)).contains(NEXT_DAY);
  }

  @Test
  default void whatWasReadOfAStayThatIsOverChangesNothing() {
    var again =
        new Stay(STAY.contact(), STAY.deal(), ENGAGED, NOON.plusSeconds(1), DUE, Optional.empty());
    change(stays -> stays.begins(HERE, STAY, NOON));
    change(stays -> stays.begins(HERE, again, NOON));
    change(stays -> stays.tell(HERE, STAY, "too long", DUE, NEXT_DAY));
    change(stays -> stays.later(HERE, STAY, NEXT_DAY));
    change(stays -> stays.recall(HERE, STAY, DUE, NEXT_DAY));
    change(stays -> assertThat(stays.ends(HERE, STAY, DUE)).isFalse());

    assertThat(now()).contains(again);
  }

  @Test
  default void anotherLimitMovesWhatNobodyWasToldOf() {
    change(stays -> stays.begins(HERE, STAY, NOON));
    change(stays -> stays.limited(HERE, ENGAGED, Duration.ofDays(1), NOON));

    assertThat(now().map(Stay::due)).contains(NOON.plus(Duration.ofDays(1)));
  }
}
