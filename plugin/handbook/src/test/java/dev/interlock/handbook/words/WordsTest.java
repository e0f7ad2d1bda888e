package dev.interlock.handbook.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.Anchor;
import dev.interlock.contract.model.Assignee;
import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Consequence;
import dev.interlock.contract.model.Continuation;
import dev.interlock.contract.model.Deadline;
import dev.interlock.contract.model.Declaration;
import dev.interlock.contract.model.EntryClause;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.LaneClaim;
import dev.interlock.contract.model.Leaves;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Pause;
import dev.interlock.contract.model.Purpose;
import dev.interlock.contract.model.Recurrence;
import dev.interlock.contract.model.Reentry;
import dev.interlock.contract.model.RunKey;
import dev.interlock.contract.model.SendLimit;
import dev.interlock.contract.model.Step;
import dev.interlock.contract.model.Trigger;
import dev.interlock.handbook.Specimens;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every kind of every family has words of its own. The specimens come from the sealed families
/// themselves, so a new kind is asked for its words as soon as it exists.
final class WordsTest {
  private static final Words WORDS = Words.of(Titles.none());

  static Stream<Arguments> readers() {
    return Stream.of(
        reader(EventPattern.class, EventWords::clause),
        reader(EventPattern.class, EventLabels::label),
        reader(Condition.class, WORDS.conditions()::holds),
        reader(Condition.class, WORDS.conditions()::fails),
        reader(Step.class, WORDS.steps()::order),
        reader(Step.class, StepWords::sort),
        reader(Action.class, ActionWords::order),
        reader(Action.class, ActionWords::brief),
        reader(Action.class, ActionWords::sort),
        reader(Consequence.class, WORDS.failures()::consequence),
        reader(Continuation.class, WORDS.exits()::next),
        reader(Exit.class, ExitWords::meaning),
        reader(Exit.class, ExitWords::leaves),
        reader(Leaves.class, ExitWords::leaves),
        reader(Trigger.class, WORDS.entry()::trigger),
        reader(EntryClause.class, WORDS.entry()::clause),
        reader(EntryClause.class, WORDS.entry()::refusal),
        reader(EntryClause.class, EntryWords::later),
        reader(Reentry.class, again -> EntryWords.reentry(again, RunKey.APPOINTMENT)),
        reader(LaneClaim.class, LaneWords::claim),
        reader(LaneClaim.WhenOccupied.class, LaneWords::whenOccupied),
        reader(Assignee.class, AssigneeWords::who),
        reader(Pause.class, TimeWords::pause),
        reader(Deadline.class, TimeWords::deadline),
        reader(Anchor.class, TimeWords::anchor),
        reader(Recurrence.class, TimeWords::recurrence),
        reader(Declaration.class, WORDS.declarations()::sentence),
        reader(SendLimit.class, PolicyWords::limit),
        reader(Purpose.class, PolicyWords::purpose),
        reader(Operation.Automation.class, OperationWords::automation),
        reader(Operation.Field.class, OperationWords::field),
        reader(Operation.TagGroup.class, OperationWords::group));
  }

  @ParameterizedTest(name = "{0} {index}")
  @MethodSource("readers")
  <T> void everyKindHasWords(Class<T> family, Function<T, String> reader) {
    List<T> specimens = Specimens.plain().of(family);

    assertThat(specimens).isNotEmpty();
    assertThat(specimens)
        .allSatisfy(specimen ->
            assertThat(reader.apply(specimen))
                .isNotBlank()
                .doesNotContain("null", "Optional[", "  ", "dev.interlock", "..", " ."));
  }

  @Test
  void noKindOfASealedFamilyIsWithoutASpecimen() {
    Stream.of(EventPattern.class, Condition.class, Step.class, Action.class, Declaration.class)
        .forEach(family ->
            assertThat(Specimens.plain().of(family))
                .extracting(Object::getClass)
                .contains(family.getPermittedSubclasses()));
  }

  @Test
  void aConditionAndItsContraryAreWordedDifferently() {
    assertThat(Specimens.plain().of(Condition.class))
        .allSatisfy(condition ->
            assertThat(WORDS.conditions().fails(condition))
                .isNotEqualTo(WORDS.conditions().holds(condition)));
  }

  private static <T> Arguments reader(Class<T> family, Function<T, String> reader) {
    return Arguments.of(family, reader);
  }
}
