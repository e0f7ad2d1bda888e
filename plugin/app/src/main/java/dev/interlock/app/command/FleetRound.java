package dev.interlock.app.command;

import dev.interlock.app.account.Survey;
import dev.interlock.app.account.Surveyor;
import dev.interlock.app.account.Surveyor.Installed;
import dev.interlock.app.account.Surveyor.Wanted;
import dev.interlock.app.console.Asking;
import dev.interlock.app.console.Console;
import dev.interlock.app.console.ExitCode;
import dev.interlock.app.console.Json;
import dev.interlock.contract.model.ContractSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Gatherers;

/// Looking through several accounts of a marketplace app. What goes wrong in one stops no other.
///
/// @param contracts that they are held against; empty for each account's own
record FleetRound(
    Surveyor surveyor, AccountChoice choice, Optional<ContractSet> contracts, Console console)
    implements AutoCloseable {

  /// Each account has its own limits at the CRM, so that a few can be looked at at the same time.
  private static final int AT_ONCE = 4;

  int plan(boolean json) {
    List<Survey> all = surveys();
    if (json) {
      console.say(Json.of(SurveyData.all(all)));
    } else {
      print(all);
    }
    return exit(all);
  }

  /// @param asking whoever is asked before anything is made; empty where yes was said before
  int apply(boolean json, Optional<Asking> asking, String by) {
    List<Survey> before = surveys();
    if (!json) {
      print(before);
    }
    var after = new ArrayList<Survey>();
    int made = 0;
    for (Survey survey : before) {
      if (survey.things().isEmpty() || !isWanted(survey, asking, made, json)) {
        after.add(survey);
        continue;
      }
      Survey now =
          safely(
              new Installed(survey.account(), survey.name()),
              () -> surveyor.make(survey.account(), wanted(), survey.things(), by));
      made += now.made().size();
      after.add(now);
      if (!json) {
        now.made().stream().map(each -> each.line(console)).forEach(console::say);
        if (now.plan().isEmpty()) {
          console.say("  " + console.bold(now.name()) + "  " + console.bad(now.why()));
        }
      }
    }
    if (json) {
      console.say(Json.of(SurveyData.all(after)));
    } else if (before.stream().allMatch(survey -> survey.things().isEmpty())) {
      console.say("There is nothing in it that the CRM's API can make.");
    } else {
      console.say("");
      new SurveyTable(console).print(after);
    }
    return exit(after);
  }

  private boolean isWanted(Survey survey, Optional<Asking> asking, int made, boolean json) {
    if (asking.isPresent()) {
      console.say("");
      boolean isYes =
          ApplyCommand.isWanted(
              asking.get(),
              survey.things().size(),
              survey.name() + " (" + survey.account() + ")",
              made == 0 ? "nothing was made" : "nothing more was made");
      if (!isYes) {
        console.say("Nothing was made in " + survey.name() + ".");
      }
      return isYes;
    }
    if (!json) {
      console.say("");
      console.say(console.bold(survey.name()) + console.faint("  " + survey.account()));
    }
    return true;
  }

  private List<Survey> surveys() {
    return choice.among(surveyor.accounts()).stream()
        .gather(
            Gatherers.mapConcurrent(
                AT_ONCE, each -> safely(each, () -> surveyor.plan(each.id(), wanted()))))
        .toList();
  }

  private Wanted wanted() {
    return new Wanted(contracts, console.colour());
  }

  private static Survey safely(Installed account, Supplier<Survey> asking) {
    try {
      return asking.get();
    } catch (RuntimeException problem) {
      // it ends no other account's look: a token that is being renewed there would be lost
      return Survey.unasked(account.id(), account.name(), String.valueOf(problem.getMessage()));
    }
  }

  private void print(List<Survey> all) {
    for (Survey survey : all) {
      if (all.size() == 1 || !survey.things().isEmpty() || isOpen(survey)) {
        survey.text().lines().forEach(console::say);
        console.say("");
      }
    }
    new SurveyTable(console).print(all);
  }

  private static boolean isOpen(Survey survey) {
    return survey.plan().filter(plan -> !plan.ok()).isPresent();
  }

  private static int exit(List<Survey> all) {
    if (all.stream().allMatch(survey -> survey.plan().isEmpty())) {
      return ExitCode.CANNOT_RUN;
    }
    return all.stream().allMatch(SurveyData::isReady) ? ExitCode.FINE : ExitCode.NO;
  }

  @Override
  public void close() {
    surveyor.close();
  }
}
