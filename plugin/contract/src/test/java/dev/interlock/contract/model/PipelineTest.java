package dev.interlock.contract.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PipelineTest {
  private static final StageName NEW = new StageName("New");
  private static final StageName BOOKED = new StageName("Booked");
  private static final StageName NO_SHOW = new StageName("No-show");
  private static final StageName ELSEWHERE = new StageName("Elsewhere");
  private static final Pipeline SALES =
      new Pipeline(
          new PipelineName("Sales"),
          List.of(stage(NEW), stage(BOOKED), stage(NO_SHOW, BOOKED)),
          Position.unknown());

  @Test
  void forbidsTheWayBackThatNobodyDeclared() {
    assertThat(SALES.isUnlawfulReturn(BOOKED, NEW)).isTrue();
    assertThat(SALES.isUnlawfulReturn(NO_SHOW, NEW)).isTrue();
  }

  @Test
  void allowsTheDeclaredWayBack() {
    assertThat(SALES.isUnlawfulReturn(NO_SHOW, BOOKED)).isFalse();
  }

  @Test
  void allowsTheWayForwardAndStaying() {
    assertThat(SALES.isUnlawfulReturn(NEW, NO_SHOW)).isFalse();
    assertThat(SALES.isUnlawfulReturn(NEW, NEW)).isFalse();
  }

  @Test
  void saysNothingOfStagesThatItDoesNotHave() {
    assertThat(SALES.isUnlawfulReturn(ELSEWHERE, NEW)).isFalse();
    assertThat(SALES.isUnlawfulReturn(BOOKED, ELSEWHERE)).isFalse();
  }

  @Test
  void countsItsStagesFromZero() {
    assertThat(SALES.indexOf(NO_SHOW)).isEqualTo(OptionalInt.of(2));
    assertThat(SALES.indexOf(ELSEWHERE)).isEmpty();
  }

  private static Pipeline.Stage stage(StageName name, StageName... returns) {
    return new Pipeline.Stage(
        name,
        Optional.empty(),
        Optional.empty(),
        Set.of(returns),
        "",
        Set.of(),
        false,
        Position.unknown());
  }
}
