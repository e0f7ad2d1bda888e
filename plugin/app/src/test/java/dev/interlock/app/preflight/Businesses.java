package dev.interlock.app.preflight;

import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Events.callMissed;
import static dev.interlock.contract.dsl.Events.either;
import static dev.interlock.contract.dsl.Events.formSubmitted;
import static dev.interlock.contract.dsl.Exits.SUCCESS;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Operations.business;
import static dev.interlock.contract.dsl.Operations.pipelineNamed;
import static dev.interlock.contract.dsl.Operations.stage;
import static dev.interlock.contract.dsl.Operations.stageNamed;
import static dev.interlock.contract.dsl.Steps.addTag;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.moveTo;
import static dev.interlock.contract.dsl.Steps.sms;
import static dev.interlock.contract.dsl.Steps.startAutomation;
import static dev.interlock.contract.dsl.Workflows.afterDays;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.require;
import static dev.interlock.contract.dsl.Workflows.workflow;

import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.Operation.FieldKind;
import java.util.List;

/// A business with one contract that names one thing of each kind.
final class Businesses {
  private Businesses() {}

  static ContractSet contracts() {
    return beginningOn(callMissed());
  }

  /// The same, begun by a form that a contact filled in.
  static ContractSet listeningForForms() {
    return beginningOn(either(callMissed(), formSubmitted("Contact us")));
  }

  private static ContractSet beginningOn(EventPattern event) {
    return new ContractSet(
        business("Practice")
            .pipeline(
                pipelineNamed("Sales"),
                stage(stageNamed("New")),
                stage(stageNamed("Engaged")),
                stage(stageNamed("Booked")))
            .tag("vip")
            .optionField("Plan", "gold", "silver")
            .field("First name", FieldKind.TEXT)
            .calendar("Consultation")
            .setting("bookingLink", "Where to book", "https://x")
            .team("Front desk", "Ana Ruiz")
            .build(),
        List.of(
            workflow("hello")
                .title("Hello")
                .owner("Front desk")
                .purpose("Nobody is forgotten.")
                .startsWhen(event, milestone("Somebody called in vain"))
                .admits(require(contact().hasPhone(), "there must be a number"))
                .outsideLanes("It is the only one")
                .reentry(afterDays(1))
                .path(
                    sms("text", "Book here: {{setting.bookingLink}}").why("They wait"),
                    addTag("vip").why("They matter"),
                    moveTo(pipelineNamed("Sales"), stageNamed("Engaged")).why("They are"),
                    startAutomation("Welcome").why("It is nice"),
                    exit("done"))
                .exits(exit("done", SUCCESS).means("All is done."))
                .build()));
  }
}
