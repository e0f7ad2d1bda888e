package dev.interlock.app.demo;

import dev.interlock.app.console.Console;
import dev.interlock.app.demo.AgencyOutcome.AccountOutcome;

/// Tells people what came of the story of an agency.
public record AgencyOutcomeText(Console console) {
  private static final int WIDTH = 20;

  /// Prints all of it.
  public void print(AgencyOutcome outcome) {
    console.say(
        console.bold(
            "A sandbox, not a real CRM: an agency and its %d practices, %s days in %s seconds"
                .formatted(outcome.accounts().size(), outcome.days(), outcome.seconds())));
    console.say("");
    outcome.accounts().forEach(this::account);
    console.say("");
    console.say(console.bold("Proof") + ", counted from the sandbox's own records");
    line(
        outcome.installations() == outcome.accounts().size(),
        outcome.installations() + " accounts connected at the end");
    line(
        outcome.missingBefore() > 0 && outcome.missingAfter() == 0,
        "missing by the plan: %d at first, %d after it was made"
            .formatted(outcome.missingBefore(), outcome.missingAfter()));
    line(
        outcome.refreshed() > 0, outcome.refreshed() + " tokens renewed while runs were under way");
    line(outcome.crossings() == 0, outcome.crossings() + " requests of one account about another");
    line(outcome.duplicateMessages() == 0, outcome.duplicateMessages() + " duplicate messages");
    line(outcome.backwardMoves() == 0, outcome.backwardMoves() + " backward moves");
    line(
        outcome.workflowsBegun() > 0,
        outcome.workflowsBegun() + " times a run's end began a workflow of the CRM's own");
    outcome.problems().forEach(problem -> console.say("    " + problem));
  }

  private void account(AccountOutcome account) {
    String name = account.name();
    String left =
        account.withdrawn() == 0
            ? ""
            : ", %d withdrawn when it left, %d of them for somebody to look at"
                .formatted(account.withdrawn(), account.unverified());
    console.say(
        "  "
            + name
            + " ".repeat(Math.max(1, WIDTH - name.length()))
            + account.runs()
            + " runs, "
            + account.messages()
            + " messages"
            + left);
  }

  private void line(boolean holds, String words) {
    console.say("  " + (holds ? console.good("holds ") : console.bad("BROKEN")) + "  " + words);
  }
}
