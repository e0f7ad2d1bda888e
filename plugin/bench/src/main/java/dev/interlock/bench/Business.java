package dev.interlock.bench;

import static dev.interlock.contract.dsl.Events.formSubmitted;
import static dev.interlock.contract.dsl.Events.invoicePaid;
import static dev.interlock.contract.dsl.Events.tagAdded;
import static dev.interlock.contract.dsl.Exits.field;
import static dev.interlock.contract.dsl.Exits.tag;
import static dev.interlock.contract.dsl.Operations.automation;
import static dev.interlock.contract.dsl.Operations.business;
import static dev.interlock.contract.dsl.Operations.laneNamed;
import static dev.interlock.contract.dsl.Operations.pipelineNamed;
import static dev.interlock.contract.dsl.Operations.stage;
import static dev.interlock.contract.dsl.Operations.stageNamed;
import static dev.interlock.contract.dsl.Operations.writtenByContractsOnly;
import static dev.interlock.contract.dsl.Times.days;

import dev.interlock.contract.dsl.OperationWords;
import dev.interlock.contract.dsl.StageDraft;
import dev.interlock.contract.model.LaneName;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Operation.FieldKind;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.StageName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The operation of every made-up set: 12 tags, 8 stages, 3 lanes, 3 fields and 3 automations.
final class Business {
  static final int TAGS = 12;
  static final int STAGES = 8;
  static final int LANES = 3;
  static final int PURPOSES = 6;
  static final PipelineName SALES = pipelineNamed("Sales");

  /// Of four tags, the last is written by contracts alone.
  private static final int EACH_OWN = 4;

  private Business() {}

  static String tagNamed(int number) {
    return "tag-" + number % TAGS;
  }

  static StageName stageAt(int number) {
    return stageNamed("Stage " + number % STAGES);
  }

  static LaneName lane(int number) {
    return laneNamed("lane-" + number % LANES);
  }

  static String purpose(int number) {
    return "purpose-" + number % PURPOSES;
  }

  static Operation operation(Manner manner) {
    List<StageDraft> stages =
        new ArrayList<>(
            IntStream.range(0, STAGES - 1)
                .mapToObj(number ->
                    stage(stageAt(number))
                        .ownedBy("Desk")
                        .dwellsAtMost(days(30))
                        .staffDo("Look after them"))
                .toList());
    stages.add(stage(stageAt(STAGES - 1)).asLast());
    OperationWords words =
        business("Made up")
            .pipeline(
                SALES, stages.getFirst(), stages.subList(1, STAGES).toArray(StageDraft[]::new))
            .optionField("Mood", "Happy", "Sad", "Unsure")
            .optionField("Ending", writtenByContractsOnly(), "Done", "Gone", "Answered", "Broken")
            .field("Score", FieldKind.NUMBER)
            .calendar("Visits")
            .team("Desk", "Ana Ruiz");
    for (int tag = 0; tag < TAGS; tag++) {
      words =
          tag % EACH_OWN == EACH_OWN - 1
              ? words.tag(tagNamed(tag), writtenByContractsOnly())
              : words.tag(tagNamed(tag));
    }
    for (int lane = 0; lane < LANES; lane++) {
      words = words.lane(lane(lane), "One talk at a time");
    }
    for (int purpose = 0; purpose < PURPOSES; purpose++) {
      words = words.purpose(purpose(purpose), "Say something", days(2));
    }
    return automated(words, manner).build();
  }

  /// In a tidy business automations write what no contract does.
  private static OperationWords automated(OperationWords words, Manner manner) {
    return words
        .automation(
            automation("Old form")
                .startsOn(formSubmitted("Old form"))
                .mayWrite(manner == Manner.DENSE ? tag(tagNamed(1)) : field("Mood", "Unsure")))
        .automation(
            automation("Thank you").startsOn(invoicePaid()).mayWrite(field("Mood", "Happy")))
        .automation(
            automation("Newsletter")
                .startsOn(tagAdded(tagNamed(2)))
                .mayWrite(manner == Manner.DENSE ? tag(tagNamed(6)) : field("Mood", "Sad")));
  }
}
