package dev.interlock.app.command;

import dev.interlock.app.account.Survey;
import dev.interlock.app.console.Console;
import java.util.List;
import java.util.TreeMap;

/// Accounts by contracts and versions, and how each stands.
record SurveyTable(Console console) {

  void print(List<Survey> surveys) {
    int width =
        surveys.stream()
            .flatMap(survey -> survey.versions().keySet().stream())
            .mapToInt(String::length)
            .max()
            .orElse(0);
    surveys.forEach(survey -> print(survey, width));
    console.say("");
    console.say(totals(surveys));
  }

  private void print(Survey survey, int width) {
    console.say(
        "%s  %s  %s"
            .formatted(
                console.bold(survey.name()), console.faint(survey.account()), state(survey)));
    new TreeMap<>(survey.versions())
        .forEach((contract, hash) -> {
          var health = SurveyHealth.of(survey, contract);
          console.say(
              "    %s%s  %s  %s"
                  .formatted(
                      contract,
                      " ".repeat(width - contract.length()),
                      console.faint(VersionWords.shortly(hash)),
                      styled(health)));
        });
  }

  private String state(Survey survey) {
    return survey.plan().isEmpty()
        ? console.bad("could not be asked: " + survey.why())
        : styled(SurveyHealth.of(survey));
  }

  private String styled(SurveyHealth health) {
    String words = health.words();
    return words.equals("ready") ? console.good(words) : console.odd(words);
  }

  private static String totals(List<Survey> surveys) {
    var all = SurveyData.all(surveys);
    return "%s: %d ready, %d with something left to do, %d could not be asked."
        .formatted(
            surveys.size() == 1 ? "1 account" : surveys.size() + " accounts",
            all.ready(),
            all.open(),
            all.unasked());
  }
}
