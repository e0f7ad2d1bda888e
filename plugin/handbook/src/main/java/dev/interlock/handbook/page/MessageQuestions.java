package dev.interlock.handbook.page;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Declaration;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.SendTerms.Ask;
import dev.interlock.contract.model.Step;
import dev.interlock.handbook.words.DurationWords;
import dev.interlock.handbook.words.FailureWords;
import dev.interlock.handbook.words.Phrases;
import dev.interlock.handbook.words.PolicyWords;
import dev.interlock.handbook.words.TimeWords;
import dev.interlock.handbook.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Those of the thirteen questions that are about messages and silence.
record MessageQuestions(ContractSet set, Contract contract, Words words) {

  /// Whether messages may repeat, or actions contradict each other.
  List<String> repeats() {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "A message that was written down is sent once: where nobody can tell whether it went out,"
            + " it is not sent again, and a person is asked.");
    sentences.add("A stage move is checked first, and never goes back unless that is declared.");
    purposes().values().forEach(sentences::add);
    sentences.addAll(limits());
    for (Declaration declaration : contract.declarations()) {
      if (declaration instanceof Declaration.Besides) {
        sentences.add(words.declarations().sentence(declaration));
      }
    }
    return sentences;
  }

  private Map<String, String> purposes() {
    Map<String, String> sentences = new TreeMap<>();
    for (Step.Send send : PathWalk.sends(contract)) {
      send.terms()
          .purpose()
          .flatMap(name ->
              set.operation().purposes().stream()
                  .filter(purpose -> purpose.name().equals(name))
                  .findFirst())
          .ifPresent(purpose ->
              sentences.put(
                  purpose.name().text(),
                  "Of the purpose "
                      + Phrases.quoted(purpose.name())
                      + " they get at most one message in "
                      + DurationWords.span(purpose.horizon())
                      + ", over all workflows."));
    }
    return sentences;
  }

  private List<String> limits() {
    var channels =
        PathWalk.sends(contract).stream()
            .map(send -> send.message().channel())
            .collect(Collectors.toSet());
    return set.operation().limits().stream()
        .filter(limit -> channels.contains(limit.channel()))
        .map(PolicyWords::limit)
        .toList();
  }

  /// What happens if a message fails.
  List<String> failures() {
    List<Step.Send> sends = PathWalk.sends(contract);
    if (sends.isEmpty()) {
      return List.of("It sends no messages.");
    }
    List<String> sentences = new ArrayList<>();
    for (Step.Send send : sends) {
      for (FailureWords.Case one : FailureWords.of(send)) {
        sentences.add(at(send) + Phrases.lowered(words.failures().sentence(one)));
      }
    }
    return sentences;
  }

  /// What happens if the booking link is ignored.
  List<String> link() {
    List<Step.Send> asking = PathWalk.sends(contract).stream().filter(this::asksToBook).toList();
    if (asking.isEmpty()) {
      return List.of("It sends no booking link.");
    }
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "The link is sent at "
            + Phrases.and(asking.stream().map(send -> Phrases.quoted(send.name())).toList())
            + ".");
    sentences.add(
        "Whoever ignores it and says nothing counts as silent; what happens then, place by place, is"
            + " the answer to the next question.");
    return sentences;
  }

  private boolean asksToBook(Step.Send send) {
    if (send.terms().asks().contains(Ask.BOOKING)) {
      return true;
    }
    return set.operation().settings().stream()
        .filter(setting -> setting.leadsTo().contains(Ask.BOOKING))
        .map(Operation.Setting::name)
        .anyMatch(name -> send.message().body().contains("setting." + name));
  }

  /// What happens if they do not respond.
  List<String> silence() {
    List<String> sentences = new ArrayList<>();
    for (Step step : PathWalk.of(contract)) {
      if (step instanceof Step.Await await) {
        sentences.add(
            at(step)
                + "silent "
                + TimeWords.deadline(await.silence().deadline())
                + ", then "
                + Phrases.lowered(words.failures().path(await.silence().path()))
                + ".");
      }
    }
    return sentences.isEmpty() ? List.of("It never waits for an answer.") : sentences;
  }

  private static String at(Step step) {
    return "At " + Phrases.quoted(step.name()) + ": ";
  }
}
