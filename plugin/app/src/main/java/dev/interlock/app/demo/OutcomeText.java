package dev.interlock.app.demo;

import dev.interlock.app.console.Console;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.handbook.words.Titles;
import java.util.Map;

/// Tells people what came of a story.
public record OutcomeText(Console console, Titles titles) {
  private static final int WIDTH = 34;

  /// Text with the titles of a set.
  public static OutcomeText of(Console console, ContractSet set) {
    return new OutcomeText(console, Titles.of(set));
  }

  /// Prints all of it.
  public void print(Outcome outcome) {
    console.say(console.bold(heading(outcome)));
    outcome.exits().forEach(this::workflow);
    refusals(outcome);
    proof(outcome);
  }

  /// How long it took in life is known to whoever told the story, and so is the seed.
  private static String heading(Outcome outcome) {
    var business = "A sandbox, not a real CRM: %d invented people, ".formatted(outcome.people());
    return outcome.seconds() > 0
        ? business
            + "seed %d, %s days in %s seconds"
                .formatted(outcome.seed(), outcome.days(), outcome.seconds())
        : business + "%s days so far".formatted(outcome.days());
  }

  private void workflow(String id, Map<String, Long> exits) {
    long runs = exits.values().stream().mapToLong(Long::longValue).sum();
    console.say("");
    console.say(console.bold(titles.of(new ContractId(id))) + counted(runs, " run", " runs"));
    exits.forEach((exit, count) -> console.say("  " + padded(exit) + count));
  }

  private void refusals(Outcome outcome) {
    console.say("");
    console.say(console.bold("Not admitted") + ", " + outcome.refusals().size() + " times");
    outcome
        .refusals()
        .forEach(refusal ->
            console.say(
                "  "
                    + padded(refusal.contact())
                    + titles.of(new ContractId(refusal.workflow()))
                    + ": "
                    + String.join("; ", refusal.reasons())));
  }

  private void proof(Outcome outcome) {
    console.say("");
    console.say(console.bold("Proof") + ", counted from the sandbox's own records");
    line(
        outcome.duplicateMessages() == 0,
        outcome.duplicateMessages() + " duplicate messages" + " among " + outcome.messages());
    line(outcome.backwardMoves() == 0, outcome.backwardMoves() + " backward moves");
    line(
        outcome.unverifiedExits() == 0,
        outcome.unverifiedExits() == 0
            ? "all exits verified"
            : outcome.unverifiedExits() + " exits not as promised");
    line(
        outcome.mistold() == 0,
        outcome.mistold() == 0
            ? "raised: every deal that stands too long, and no other (" + outcome.overstayed() + ")"
            : outcome.mistold() + " deals not told of as they stand");
    console.say(
        outcome.complete()
            ? "  " + console.good("holds ") + "  nothing left to do"
            : "  " + console.faint("open  ") + "  the story is not over");
    outcome.problems().forEach(problem -> console.say("    " + problem));
  }

  private void line(boolean holds, String words) {
    console.say("  " + (holds ? console.good("holds ") : console.bad("BROKEN")) + "  " + words);
  }

  private static String counted(long number, String one, String many) {
    return ", " + number + (number == 1 ? one : many);
  }

  private static String padded(String text) {
    return text.length() >= WIDTH ? text + " " : text + " ".repeat(WIDTH - text.length());
  }
}
