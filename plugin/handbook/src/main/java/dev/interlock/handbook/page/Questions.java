package dev.interlock.handbook.page;

import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.EntryClause;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.LaneClaim;
import dev.interlock.contract.model.Step;
import dev.interlock.handbook.page.Listening.Doing;
import dev.interlock.handbook.words.EntryWords;
import dev.interlock.handbook.words.LaneWords;
import dev.interlock.handbook.words.Phrases;
import dev.interlock.handbook.words.Words;
import java.util.ArrayList;
import java.util.List;

/// The thirteen questions that every workflow has to answer, with this one's answers.
final class Questions {
  private final ContractSet set;
  private final Contract contract;
  private final Words words;
  private final String version;
  private final String checked;
  private final MessageQuestions messages;

  private Questions(
      ContractSet set, Contract contract, Words words, String version, String checked) {
    this.set = set;
    this.contract = contract;
    this.words = words;
    this.version = version;
    this.checked = checked;
    this.messages = new MessageQuestions(set, contract, words);
  }

  /// The questions with their answers as sentences.
  ///
  /// @param version what tells this version from others
  /// @param checked what the verifier said, as a sentence
  static List<Labelled> of(
      ContractSet set, Contract contract, Words words, String version, String checked) {
    return new Questions(set, contract, words, version, checked).answered();
  }

  private List<Labelled> answered() {
    return List.of(
        new Labelled("Which event begins it, and which milestone is that?", begins()),
        new Labelled("Is the contact checked before anything is done?", checkedFirst()),
        new Labelled(
            "Does the path change when they reply, book, decline or go silent?", changes()),
        new Labelled(
            "Are they already inside, did it run before, which stage are they in?", where()),
        new Labelled("Can messages repeat or actions contradict each other?", messages.repeats()),
        new Labelled("What happens if a message fails?", messages.failures()),
        new Labelled("What happens if the booking link is ignored?", messages.link()),
        new Labelled("What happens if they do not respond?", messages.silence()),
        new Labelled("In which state are they left, and is the CRM really in it?", endings()),
        new Labelled("What is the next valid action?", next()),
        new Labelled("Can somebody see later what happened, and what did not?", review()),
        new Labelled("Can it be tested, documented and improved without guessing?", versions()),
        new Labelled("What if everything grows by a factor of a hundred?", growth()));
  }

  private List<String> begins() {
    return List.of(
        words.entry().trigger(contract.trigger()),
        "It stands for this milestone: " + Phrases.sentence(contract.trigger().milestone()));
  }

  private List<String> checkedFirst() {
    List<String> sentences = new ArrayList<>();
    List<EntryClause> asked = asked();
    if (asked.isEmpty()) {
      contract
          .admits()
          .forEach(
              clause -> sentences.add("Everybody may enter: " + Phrases.sentence(clause.reason())));
      return sentences.isEmpty() ? List.of("No: nobody is turned away.") : sentences;
    }
    sentences.add(
        "Yes. "
            + Phrases.capital(Phrases.counted(asked.size(), "condition is", "conditions are"))
            + " asked first; every refusal is written down with its reason.");
    long once = asked.stream().filter(clause -> clause.atEntryOnly().isPresent()).count();
    sentences.add(
        once == asked.size()
            ? "They are asked on entry only, for reasons given on this page."
            : "Before every message and stage move they are asked again"
                + (once == 0 ? "." : ", except for " + once + " of which this page says why."));
    return sentences;
  }

  private List<EntryClause> asked() {
    return contract.admits().stream()
        .filter(clause -> !(clause.condition() instanceof Condition.Always))
        .toList();
  }

  private List<String> changes() {
    Listening listening = new Listening(contract);
    List<String> sentences = new ArrayList<>();
    for (Doing doing : Doing.values()) {
      sentences.add(listening.sentence(doing));
    }
    long awaits = PathWalk.of(contract).stream().filter(Step.Await.class::isInstance).count();
    sentences.add(
        awaits == 0
            ? "It never waits for an answer, so silence changes nothing."
            : "Silence has a way of its own wherever it waits for an answer ("
                + Phrases.counted(awaits, "place", "places")
                + ").");
    return sentences;
  }

  private List<String> where() {
    List<String> sentences = new ArrayList<>();
    sentences.add(LaneWords.claim(contract.lane()));
    switch (contract.lane()) {
      case LaneClaim.InLane(var lane, var whenOccupied, _, _) -> {
        sentences.add(LaneWords.members(set, lane));
        sentences.add(LaneWords.whenOccupied(whenOccupied));
      }
      case LaneClaim.NoLane _ -> {}
    }
    sentences.add(EntryWords.key(contract.key()));
    sentences.add(EntryWords.reentry(contract.reentry(), contract.key()));
    sentences.add(
        contract.admits().stream().anyMatch(clause -> asksStage(clause.condition()))
            ? "Their stage is looked up on entry."
            : "Their stage does not matter on entry.");
    return sentences;
  }

  private static boolean asksStage(Condition condition) {
    return switch (condition) {
      case Condition.StageIs _ -> true;
      case Condition.All(var parts) -> parts.stream().anyMatch(Questions::asksStage);
      case Condition.Any(var parts) -> parts.stream().anyMatch(Questions::asksStage);
      case Condition.Not(var other) -> asksStage(other);
      case Condition _ -> false;
    };
  }

  private List<String> endings() {
    List<String> names =
        contract.allExits().stream()
            .map(exit -> Phrases.quoted(exit.name()) + " (" + exit.kind().words() + ")")
            .toList();
    return List.of(
        "In one of " + names.size() + " known states: " + Phrases.and(names) + ".",
        "After every ending the CRM is read back and compared with what the ending promises. A"
            + " difference is repaired once; if it remains, somebody is told.");
  }

  private List<String> next() {
    List<String> sentences = new ArrayList<>();
    for (Exit exit : contract.allExits()) {
      sentences.add(
          "After " + Phrases.quoted(exit.name()) + ": " + words.exits().next(exit.continuation()));
    }
    return sentences;
  }

  private static List<String> review() {
    return List.of(
        "Yes. Every entry, refusal, step, message, delay and ending is written down with its reason,"
            + " and told in the contact's story.");
  }

  private List<String> versions() {
    List<String> sentences = new ArrayList<>();
    sentences.add("This page is made from the contract that runs, version " + version + ".");
    sentences.add(checked);
    sentences.add("It can be rehearsed with the same code in made-up time before it goes live.");
    return sentences;
  }

  private List<String> growth() {
    long members =
        set.operation().team(contract.owner()).map(team -> (long) team.members().size()).orElse(0L);
    return List.of(
        "Rules hold for each contact by themselves, so more contacts change none of them.",
        "Work goes to teams, not to persons: "
            + contract.owner()
            + " has "
            + Phrases.counted(members, "member", "members")
            + " now, who take turns.",
        "Limits on messages hold over all workflows together, however many there are.");
  }
}
