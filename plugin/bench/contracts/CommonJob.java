import static dev.interlock.contract.dsl.Conditions.contact;
import static dev.interlock.contract.dsl.Events.contactCreated;
import static dev.interlock.contract.dsl.Events.contactDeleted;
import static dev.interlock.contract.dsl.Events.contactMerged;
import static dev.interlock.contract.dsl.Events.either;
import static dev.interlock.contract.dsl.Events.optOut;
import static dev.interlock.contract.dsl.Events.optedOut;
import static dev.interlock.contract.dsl.Events.replied;
import static dev.interlock.contract.dsl.Exits.DECLINED;
import static dev.interlock.contract.dsl.Exits.FAILED;
import static dev.interlock.contract.dsl.Exits.HANDOVER;
import static dev.interlock.contract.dsl.Exits.SUCCESS;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Exits.noTag;
import static dev.interlock.contract.dsl.Exits.tag;
import static dev.interlock.contract.dsl.Steps.addTag;
import static dev.interlock.contract.dsl.Steps.branch;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.note;
import static dev.interlock.contract.dsl.Steps.retry;
import static dev.interlock.contract.dsl.Steps.sms;
import static dev.interlock.contract.dsl.Steps.thenExit;
import static dev.interlock.contract.dsl.Steps.waitFor;
import static dev.interlock.contract.dsl.Times.seconds;
import static dev.interlock.contract.dsl.Workflows.ADMIT;
import static dev.interlock.contract.dsl.Workflows.REFUSE;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.never;
import static dev.interlock.contract.dsl.Workflows.owner;
import static dev.interlock.contract.dsl.Workflows.refuse;
import static dev.interlock.contract.dsl.Workflows.require;
import static dev.interlock.contract.dsl.Workflows.whenOccupied;
import static dev.interlock.contract.dsl.Workflows.whenever;
import static dev.interlock.contract.dsl.Workflows.workflow;
import static dev.interlock.contract.model.Channel.SMS;

import dev.interlock.contract.WorkflowContract;
import dev.interlock.contract.model.Contract;

/// The common job of `scripts/bench`: everything that a run usually needs, once.
public final class CommonJob implements WorkflowContract {
  @Override
  public Contract contract() {
    return workflow("common-job")
        .title("The common job")
        .owner("Front desk")
        .purpose("Whoever is new is welcomed, and is known as such a moment later.")
        .startsWhen(contactCreated(), milestone("Somebody new gave us their number"))
        .admits(
            require(contact().hasPhone(), "there must be a number to text"),
            refuse(contact().optedOutOf(SMS), "they asked not to be texted").whenUnknown(ADMIT))
        .lane(Shop.WELCOME, whenOccupied(REFUSE).orElse("Whoever talks to them goes on"))
        .reentry(never())
        .throughout(
            whenever(either(optedOut(SMS), replied().saying(optOut()))).thenExit("stopped"),
            whenever(replied()).because("A person talks to them now").thenExit("answered"),
            whenever(either(contactDeleted(), contactMerged())).thenExit("withdrawn"))
        .path(
            sms("hello", "Hi {{contact.firstName}}, thank you for your number!")
                .why("They wait for a sign of life")
                .evenInQuietHours("It has to take as long by night as by day")
                .onFailure(retry(3), thenExit("no-number")),
            waitFor("a-moment", seconds(1)).why("Nobody likes two things at once"),
            branch("known-already")
                .when(contact().hasTag("known"))
                .because("A colleague has met them meanwhile")
                .then(note("Welcomed once more").why("They should not be treated as strangers"))
                .otherwise(addTag("known").why("From now on everybody can see that they are known"))
                .why("A colleague may have met them meanwhile"),
            exit("welcomed"))
        .exits(
            exit("welcomed", SUCCESS)
                .means("They were welcomed and are known.")
                .leaves(tag("welcomed"))
                .next("Nothing, until they write to us"),
            exit("answered", HANDOVER)
                .means("They answered; a person carries on.")
                .leaves(noTag("welcomed"), noTag("stopped"), noTag("no-number"), tag("known"))
                .next("Front desk answers"),
            exit("stopped", DECLINED)
                .means("They do not want to be texted.")
                .leaves(noTag("welcomed"), tag("stopped"))
                .next("Nothing, until they call"),
            exit("no-number", FAILED)
                .means("No text of ours gets through.")
                .leaves(noTag("welcomed"), noTag("stopped"), tag("no-number"))
                .notifies(owner())
                .next("Front desk checks the number"))
        .build();
  }
}
