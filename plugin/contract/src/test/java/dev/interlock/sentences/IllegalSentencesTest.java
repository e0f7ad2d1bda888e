package dev.interlock.sentences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.sentences.Javac.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What may not be said does not compile, on the line where something is missing, and the type in
/// the message says what.
class IllegalSentencesTest {
  private static final List<String> CONTRACT =
      """
      workflow("call-back")
          .title("Call back")
          .owner("Front desk")
          .purpose("Nobody waits.")
          .startsWhen(callMissed(), milestone("A prospect tried to reach us"))
          .admits(require(contact().hasPhone(), "there must be a number"))
          .lane(FOLLOW_UP, whenOccupied(REFUSE))
          .reentry(afterDays(7))
          .path(sms("text-back", "Sorry we missed you."), exit("done"))
          .exits(exit("done", SUCCESS))
          .build()
      """
          .lines()
          .toList();

  @Test
  void aWholeContractCompiles() {
    assertThat(Javac.problemsIn("Contract", joined(CONTRACT))).isEmpty();
  }

  @ParameterizedTest(name = "without line {0}: {1}")
  @CsvSource({
    "1, NeedsTitle",
    "2, NeedsOwner",
    "3, NeedsPurpose",
    "4, NeedsTrigger",
    "5, NeedsEntryFilter",
    "6, NeedsLane",
    "7, NeedsReentry",
    "8, NeedsPath",
    "9, NeedsExits"
  })
  void aContractWithoutOneOfItsPartsDoesNot(int part, String stage) {
    List<String> without = new ArrayList<>(CONTRACT);
    without.remove(part);

    Problem problem = only(Javac.problemsIn("Contract", joined(without)));

    assertThat(problem.line()).isEqualTo(part + 1);
    assertThat(problem.message()).contains("interface " + stage);
  }

  @Test
  void aContractThatIsNotBuiltDoesNot() {
    Problem problem = only(Javac.problemsIn("Contract", joined(CONTRACT.subList(0, 10))));

    assertThat(problem.line()).isEqualTo(10);
    assertThat(problem.message()).contains("Complete cannot be converted to Contract");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void aContractInAnotherOrderDoesNot(int part) {
    List<String> other = new ArrayList<>(CONTRACT);
    Collections.swap(other, part, part + 1);

    Problem problem = Javac.problemsIn("Contract", joined(other)).getFirst();

    assertThat(problem.line()).isEqualTo(part + 1);
    assertThat(problem.message()).contains("interface Needs");
  }

  @Test
  void anAwaitThatDoesNotSayWhatSilenceMeansDoesNot() {
    assertProblem(
        3,
        "NeedsSilence cannot be converted to Step",
        "Step",
        """
        await("answer")
            .when(replied())
            .thenExit("answered")
        """);
  }

  /// Where several steps are taken, `javac` points at the word that takes them.
  @Test
  void anAwaitAmongStepsThatDoesNotSayWhatSilenceMeansDoesNot() {
    assertProblem(
        2,
        "NeedsSilence cannot be converted to Step",
        "Step",
        """
        await("first").when(booked())
            .then(
                sms("ask", "Well?"),
                await("answer").when(replied()).thenExit("answered"))
            .silentFor(days(1)).thenGoOn()
        """);
  }

  @Test
  void anAwaitOfNothingButSilenceDoesNot() {
    assertProblem(
        2,
        "interface NeedsEvent",
        "Step",
        """
        await("answer")
            .silentFor(days(1))
            .thenExit("no-answer")
        """);
  }

  @Test
  void anAwaitWhoseSilenceOrEventLeadsNowhereDoesNot() {
    assertProblem(
        1,
        "SilenceOpen cannot be converted to Step",
        "Step",
        """
        await("answer").when(replied()).thenGoOn().silentFor(days(1))
        """);
    assertProblem(
        2,
        "interface ArmOpen",
        "Step",
        """
        await("answer").when(replied())
            .silentFor(days(1)).thenExit("no-answer")
        """);
  }

  @Test
  void aBranchWithoutOtherwiseDoesNot() {
    assertProblem(
        3,
        "NeedsOtherwise cannot be converted to Step",
        "Step",
        """
        branch("vip")
            .when(contact().hasTag("vip"))
            .thenExit("personal")
        """);
    assertProblem(
        2,
        "interface NeedsCondition",
        "Step",
        """
        branch("vip")
            .otherwiseGoOn()
        """);
  }

  @Test
  void aMomentThatDoesNotSayWhatIfItIsPastOrGoneDoesNot() {
    assertProblem(
        2,
        "interface NeedsIfPast",
        "Step",
        """
        at("reminder", before(appointment(), hours(24)))
            .ifGone(thenExit("cancelled"))
            .then(sms("remind", "See you tomorrow."))
        """);
    assertProblem(
        3,
        "interface NeedsIfGone",
        "Step",
        """
        at("reminder", before(appointment(), hours(24)))
            .ifPast(skip())
            .then(sms("remind", "See you tomorrow."))
        """);
    assertProblem(
        1,
        "NeedsBody cannot be converted to Step",
        "Step",
        """
        at("reminder", before(appointment(), hours(24))).ifPast(skip()).ifGone(skip())
        """);
  }

  @Test
  void aHandlerThatLeadsNowhereDoesNot() {
    assertProblem(1, "HandlerOpen cannot be converted to Handler", "Handler", "whenever(booked())");
    assertProblem(1, "interface HandlerOpen", "Handler", "whenever(booked()).thenGoOn()");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "await(\"a\").when(replied()).then()",
        "await(\"a\").when(replied()).thenGoOn().silentFor(days(1)).then()",
        "branch(\"b\").when(businessOpen()).then()",
        "branch(\"b\").when(businessOpen()).thenGoOn().otherwise()",
        "whenever(booked()).then()",
        "at(\"a\", before(appointment(), hours(1))).ifPast(skip()).ifGone(skip()).then()",
        "sms(\"a\", \"A\").onFailure(retry(3), then())",
        "repeat(\"r\", 3)",
        "split(\"s\")",
        "either()",
        "either(booked())",
        "all()",
        "any()",
        "anyOf()",
        "contact().field(\"Source\").isOneOf()",
        "business(\"Practice\").pipeline(SALES)",
        "business(\"Practice\").optionField(\"Source\")"
      })
  void aWordThatNeedsSomethingToSpeakOfDoesNot(String sentence) {
    Problem problem = only(Javac.problemsIn(sentence));

    assertThat(problem.line()).isEqualTo(1);
    assertThat(problem.message()).containsAnyOf("cannot be applied to given types", "no suitable");
  }

  @Test
  void aWaiverThatLeavesAnythingOutDoesNot() {
    assertProblem(
        2,
        "interface NeedsReason",
        "Declaration",
        """
        finding("E-MSG-BUDGET")
            .until(LocalDate.of(2030, 1, 31))
        """);
    assertProblem(
        2,
        "interface NeedsDecider",
        "Declaration",
        """
        finding("E-MSG-BUDGET").because("They asked for it.")
            .compensatedBy("We look at it weekly.")
        """);
    assertProblem(
        1,
        "NeedsEnd cannot be converted to Declaration",
        "Declaration",
        """
        finding("E-MSG-BUDGET").because("So.").decidedBy("Ana").compensatedBy("A look.")
        """);
  }

  @Test
  void aLaneWithoutAWordForWhenItIsOccupiedDoesNot() {
    List<String> other = new ArrayList<>(CONTRACT);
    other.set(6, "    .lane(FOLLOW_UP)");

    Problem problem = only(Javac.problemsIn("Contract", joined(other)));

    assertThat(problem.line()).isEqualTo(7);
    assertThat(problem.message()).contains("lane");
  }

  private static void assertProblem(int line, String message, String type, String sentence) {
    Problem problem = only(Javac.problemsIn(type, sentence.stripTrailing()));

    assertThat(problem.message()).contains(message);
    assertThat(problem.line()).isEqualTo(line);
  }

  private static Problem only(List<Problem> problems) {
    assertThat(problems).hasSize(1);
    return problems.getFirst();
  }

  private static String joined(List<String> lines) {
    return String.join("\n", lines);
  }
}
