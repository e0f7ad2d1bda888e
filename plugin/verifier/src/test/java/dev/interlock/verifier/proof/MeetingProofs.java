package dev.interlock.verifier.proof;

import static dev.interlock.contract.dsl.Events.formSubmitted;
import static dev.interlock.contract.dsl.Exits.HANDOVER;
import static dev.interlock.contract.dsl.Exits.exit;
import static dev.interlock.contract.dsl.Exits.field;
import static dev.interlock.contract.dsl.Exits.noTag;
import static dev.interlock.contract.dsl.Exits.tag;
import static dev.interlock.contract.dsl.Steps.exit;
import static dev.interlock.contract.dsl.Steps.note;
import static dev.interlock.contract.dsl.Workflows.milestone;
import static dev.interlock.contract.dsl.Workflows.never;
import static dev.interlock.contract.shop.Trade.inside;
import static dev.interlock.contract.shop.Trade.laned;
import static dev.interlock.contract.shop.Trade.named;
import static dev.interlock.contract.shop.Trade.set;
import static dev.interlock.contract.shop.Trade.trade;

import dev.interlock.contract.dsl.Drafting.NeedsPath;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Exit;

/// Two runs that stand before writes of different values at the same moment, and neither of which
/// talks to the contact.
final class MeetingProofs {
  private MeetingProofs() {}

  private static Exit mood(String mood) {
    return exit("noted", HANDOVER).means("The desk knows.").leaves(field("Mood", mood));
  }

  private static Contract ending(NeedsPath head, Exit ending) {
    return head.path(note("A form").why("The desk reads it"), exit("noted")).exits(ending).build();
  }

  private static Contract other(Exit ending) {
    return ending(
        inside(named("b").startsWhen(formSubmitted("Write to me"), milestone("They write"))),
        ending);
  }

  static ContractSet twoEndings() {
    return set(
        inside(
                named("a") // E-WRITE-CONFLICT
                    .startsWhen(formSubmitted("Call me"), milestone("They want a call")))
            .path(note("A form").why("The desk reads it"), exit("noted"))
            .exits(mood("Happy"))
            .build(),
        other(mood("Sad")));
  }

  static ContractSet twoEndingsInOneGroup() {
    return set(
        trade().tag("hot").exclusive("heat", "hot", "cold"),
        inside(
                named("a") // E-WRITE-CONFLICT
                    .startsWhen(formSubmitted("Call me"), milestone("They want a call")))
            .path(note("A form").why("The desk reads it"), exit("noted"))
            .exits(
                exit("noted", HANDOVER).means("The desk knows.").leaves(noTag("cold"), tag("hot")))
            .build(),
        other(exit("noted", HANDOVER).means("The desk knows.").leaves(noTag("hot"), tag("cold"))));
  }

  static ContractSet twoEndingsThatSayTheSame() {
    return set(
        ending(
            inside(named("a").startsWhen(formSubmitted("Call me"), milestone("They want a call"))),
            mood("Happy")),
        other(mood("Happy")));
  }

  static ContractSet twoEndingsInOneLane() {
    return set(
        ending(
            laned(
                    named("a")
                        .startsWhen(formSubmitted("Call me"), milestone("They want a call"))
                        .admitsEveryone("The desk wants to know"))
                .reentry(never()),
            mood("Happy")),
        ending(
            laned(
                    named("b")
                        .startsWhen(formSubmitted("Write to me"), milestone("They write"))
                        .admitsEveryone("The desk wants to know"))
                .reentry(never()),
            mood("Sad")));
  }
}
