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
import dev.interlock.engine.read.AttentionLine;
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
  Duration WEEK = Duration.ofDays(7);
  Instant DUE = NOON.plus(WEEK);
  Instant NEXT_DAY = DUE.plus(Duration.ofDays(1));
  Stay STAY = Stay.begun(new ContactId("ann"), new DealId("d1"), ENGAGED, NOON, WEEK);

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

  private List<Stay> found(Function<Stays, List<Stay>> which) {
    return asked(which);
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

  private List<Stay> dueAgain(Instant at) {
    return asked(stays -> stays.dueAgain(HERE, at, 9));
  }

  private List<String> raised() {
    return store().records().attention(HERE).stream().map(AttentionLine::words).toList();
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
  default void somebodyIsToldOnceAndNothingIsDueAnyMore() {
    change(stays -> stays.begins(HERE, STAY, NOON));
    change(stays -> stays.tell(HERE, STAY, "too long", DUE, NEXT_DAY));
    change(stays -> stays.tell(HERE, STAY, "much too long", DUE, NEXT_DAY));

    assertThat(raised()).containsExactly("too long");
    assertThat(due(HERE, NEXT_DAY)).isEmpty();
    assertThat(next(NOON)).isEmpty();
    assertThat(dueAgain(DUE)).isEmpty();
    assertThat(dueAgain(NEXT_DAY)).singleElement().matches(Stay::isTold);

    change(stays -> stays.lookAgain(HERE, STAY, NEXT_DAY.plusSeconds(1)));
    assertThat(dueAgain(NEXT_DAY)).isEmpty();
  }

  @Test
  default void whatIsOverIsSettledWithWhateverElseIsSaidOfTheContactLeftAlone() {
    var other = Stay.begun(STAY.contact(), new DealId("d2"), ENGAGED, NOON.plusSeconds(1), WEEK);
    change(stays -> stays.begins(HERE, STAY, NOON));
    change(stays -> stays.begins(HERE, other, NOON));
    change(stays -> stays.tell(HERE, STAY, "too long", DUE, NEXT_DAY));
    change(stays -> stays.tell(HERE, other, "too long", DUE, NEXT_DAY));
    assertThat(raised()).hasSize(2);

    change(stays -> assertThat(stays.ends(HERE, STAY, DUE)).isTrue());
    assertThat(raised()).hasSize(1);
    assertThat(found(stays -> stays.of(HERE, STAY.contact())))
        .extracting(Stay::deal)
        .containsExactly(other.deal());
  }

  @Test
  default void whatWasReadOfAStayThatIsOverChangesNothing() {
    var again = Stay.begun(STAY.contact(), STAY.deal(), ENGAGED, NOON.plusSeconds(1), WEEK);
    change(stays -> stays.begins(HERE, STAY, NOON));
    change(stays -> stays.begins(HERE, again, NOON));
    change(stays -> stays.tell(HERE, STAY, "too long", DUE, NEXT_DAY));
    change(stays -> stays.lookAgain(HERE, STAY, NEXT_DAY));
    change(stays -> stays.limited(HERE, STAY, Duration.ofDays(1), NOON));
    change(stays -> assertThat(stays.ends(HERE, STAY, DUE)).isFalse());

    assertThat(now()).contains(again);
    assertThat(raised()).isEmpty();
  }

  @Test
  default void whatWaitsForTheEndOfARunIsDueOnceOneIsOver() {
    change(stays -> stays.begins(HERE, STAY, NOON));
    change(stays -> assertThat(stays.free(HERE, STAY.contact())).isFalse());
    change(stays -> stays.waits(HERE, STAY));
    assertThat(due(HERE, NEXT_DAY)).isEmpty();
    assertThat(next(NOON)).isEmpty();

    change(stays -> assertThat(stays.free(HERE, new ContactId("bob"))).isFalse());
    change(stays -> assertThat(stays.free(HERE, STAY.contact())).isTrue());
    assertThat(due(HERE, NEXT_DAY)).containsExactly(STAY);
  }

  @Test
  default void anotherLimitMovesWhatNobodyWasToldOf() {
    change(stays -> stays.begins(HERE, STAY, NOON));
    assertThat(otherwise(WEEK)).isEmpty();
    assertThat(otherwise(Duration.ofDays(1))).containsExactly(STAY);
    assertThat(otherwise(Duration.ofDays(8))).containsExactly(STAY);

    change(stays -> stays.limited(HERE, STAY, Duration.ofDays(1), NOON));
    assertThat(next(NOON)).contains(NOON.plus(Duration.ofDays(1)));
    assertThat(otherwise(Duration.ofDays(1))).isEmpty();
  }

  @Test
  default void anotherLimitTakesBackWhatIsNotTooLongByIt() {
    change(stays -> stays.begins(HERE, STAY, NOON));
    change(stays -> stays.tell(HERE, STAY, "too long", DUE, NEXT_DAY));

    change(stays -> stays.limited(HERE, STAY, Duration.ofDays(6), DUE));
    assertThat(raised()).hasSize(1);
    change(stays -> stays.limited(HERE, STAY, Duration.ofDays(9), DUE));
    assertThat(raised()).isEmpty();
    assertThat(next(DUE)).contains(NOON.plus(Duration.ofDays(9)));
  }

  @Test
  default void whatAClockThatWasAheadStoredIsFound() {
    change(stays -> stays.begins(HERE, STAY, NOON));
    change(stays -> stays.tell(HERE, STAY, "too long", DUE, NEXT_DAY));
    Instant before = NOON.minusSeconds(1);

    assertThat(found(stays -> stays.after(HERE, ENGAGED, WEEK, before, 9))).hasSize(1);
    assertThat(found(stays -> stays.after(HERE, ENGAGED, WEEK, NOON, 9))).isEmpty();
    assertThat(found(stays -> stays.tooEarly(HERE, DUE.minusSeconds(1), 9))).hasSize(1);
    assertThat(found(stays -> stays.tooEarly(HERE, DUE, 9))).isEmpty();
  }

  @Test
  default void everyStageInWhichADealStandsIsKnown() {
    var asked = new StageRef(new PipelineName("Care"), new StageName("Asked"));
    var fresh = new StageRef(new PipelineName("Sales"), new StageName("New"));
    int number = 0;
    for (StageRef each : List.of(ENGAGED, fresh, asked, ENGAGED)) {
      var stay = Stay.begun(STAY.contact(), new DealId("d" + ++number), each, NOON, WEEK);
      change(stays -> stays.begins(HERE, stay, NOON));
    }

    List<StageRef> here = asked(stays -> stays.stages(HERE));
    List<StageRef> there = asked(stays -> stays.stages(THERE));
    assertThat(here).containsExactly(asked, ENGAGED, fresh);
    assertThat(there).isEmpty();
    assertThat(found(stays -> stays.in(HERE, ENGAGED, 9))).hasSize(2);
  }

  private List<Stay> otherwise(Duration limit) {
    return asked(stays -> stays.otherwise(HERE, ENGAGED, limit, 9));
  }
}
