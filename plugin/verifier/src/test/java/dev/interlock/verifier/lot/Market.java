package dev.interlock.verifier.lot;

import static dev.interlock.contract.dsl.Exits.noTag;
import static dev.interlock.contract.dsl.Exits.tag;
import static dev.interlock.contract.dsl.Operations.automation;
import static dev.interlock.contract.dsl.Operations.business;
import static dev.interlock.contract.dsl.Operations.laneNamed;
import static dev.interlock.contract.dsl.Operations.pipelineNamed;
import static dev.interlock.contract.dsl.Operations.stage;
import static dev.interlock.contract.dsl.Operations.stageNamed;
import static dev.interlock.contract.dsl.Operations.writtenBy;
import static dev.interlock.contract.dsl.Operations.writtenByContractsOnly;
import static dev.interlock.contract.dsl.Times.clock;
import static dev.interlock.contract.dsl.Times.daily;
import static dev.interlock.contract.dsl.Times.days;

import dev.interlock.contract.dsl.Events;
import dev.interlock.contract.dsl.OperationWords;
import dev.interlock.contract.model.LaneName;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.Operation.FieldKind;
import dev.interlock.contract.model.Operation.Writer;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.contract.model.StageName;
import java.util.List;
import java.util.Random;

/// A small business in which contracts made by lot get in each other's way in every manner.
public final class Market {
  public static final PipelineName SALES = pipelineNamed("Sales");
  public static final List<StageName> STAGES =
      List.of(stageNamed("New"), stageNamed("Engaged"), stageNamed("Booked"), stageNamed("Won"));
  public static final LaneName TALKS = laneNamed("talks");
  public static final LaneName CARE = laneNamed("care");

  private Market() {}

  /// The business, now and then with quiet hours, and now and then with an automation of the CRM's.
  static Operation any(Random lot) {
    OperationWords words =
        business("Market")
            .pipeline(
                SALES,
                stage(STAGES.get(0)).ownedBy("Desk").dwellsAtMost(days(2)).staffDo("Call"),
                stage(STAGES.get(1))
                    .ownedBy("Desk")
                    .dwellsAtMost(days(7))
                    .mayReturnTo(STAGES.get(0))
                    .staffDo("Offer a date"),
                stage(STAGES.get(2)).ownedBy("Desk").dwellsAtMost(days(30)).staffDo("Prepare"),
                stage(STAGES.get(3)).asLast())
            .tag("vip")
            .tag("lead", writtenBy(Writer.CONTACT))
            .tag("busy", writtenByContractsOnly())
            .tag("done", writtenByContractsOnly())
            .tag("hot", writtenByContractsOnly())
            .tag("cold", writtenByContractsOnly())
            .exclusive("heat", "hot", "cold")
            .optionField("Mood", "Happy", "Sad")
            .optionField("Ending", writtenByContractsOnly(), "Done", "Gone", "Other")
            .field("Score", FieldKind.NUMBER)
            .field("Renewal", FieldKind.DATE, writtenByContractsOnly())
            .lane(TALKS, "One talk at a time")
            .lane(CARE, "One thing at a time for customers")
            .calendar("Visits")
            .calendar("Calls")
            .team("Desk", "Ana Ruiz")
            .purpose("offer", "Offer something", days(2));
    if (lot.nextInt(4) == 0) {
      words = words.quiet(daily(clock(21, 0), clock(8, 0)));
    }
    if (lot.nextInt(3) == 0) {
      words =
          words.automation(
              automation("Tidy up")
                  .startsOn(Events.tagAdded("lead"))
                  .mayWrite(tag("vip"), noTag("busy"))
                  .maySend("offer"));
    }
    return words.build();
  }
}
