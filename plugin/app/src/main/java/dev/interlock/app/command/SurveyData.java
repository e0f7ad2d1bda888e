package dev.interlock.app.command;

import dev.interlock.app.account.Making;
import dev.interlock.app.account.Survey;
import dev.interlock.app.preflight.AccountPlanData;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// An account of several, for machines.
///
/// @param state `ready`, `open`, or `unasked` where it could not be asked
/// @param why it could not be asked; empty where it could
/// @param contracts each with its version and what is left to do about it
/// @param made what was made before the plan
record SurveyData(
    String account,
    String name,
    String state,
    String why,
    Map<String, ContractData> contracts,
    Optional<AccountPlanData> plan,
    List<Making> made) {

  /// A contract in an account.
  record ContractData(String version, SurveyHealth health) {}

  /// All of them, and how many stand how.
  ///
  /// @param ok whether nothing is left to do in any
  record All(boolean ok, long ready, long open, long unasked, List<SurveyData> accounts) {}

  static All all(List<Survey> surveys) {
    List<SurveyData> accounts = surveys.stream().map(SurveyData::of).toList();
    Map<String, Long> counts =
        accounts.stream().collect(Collectors.groupingBy(SurveyData::state, Collectors.counting()));
    return new All(
        surveys.stream().allMatch(SurveyData::isReady),
        counts.getOrDefault("ready", 0L),
        counts.getOrDefault("open", 0L),
        counts.getOrDefault("unasked", 0L),
        accounts);
  }

  private static SurveyData of(Survey survey) {
    var contracts = new TreeMap<String, ContractData>();
    survey
        .versions()
        .forEach((contract, hash) ->
            contracts.put(contract, new ContractData(hash, SurveyHealth.of(survey, contract))));
    String state = survey.plan().map(plan -> plan.ok() ? "ready" : "open").orElse("unasked");
    return new SurveyData(
        survey.account(),
        survey.name(),
        state,
        survey.why(),
        contracts,
        survey.plan(),
        survey.made());
  }

  static boolean isReady(Survey survey) {
    return survey.plan().filter(AccountPlanData::ok).isPresent();
  }
}
