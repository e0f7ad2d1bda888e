package dev.interlock.handbook.words;

import dev.interlock.contract.model.Consequence;
import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.OnFailure;
import dev.interlock.contract.model.Path;
import dev.interlock.contract.model.Pause;
import dev.interlock.contract.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What happens when a step does not go the normal way.
public record FailureWords(Titles titles) {

  /// For a message: every way in which it can go wrong, and what follows.
  public List<String> ofSend(OnFailure failure) {
    List<String> sentences = new ArrayList<>();
    if (failure.refused().equals(failure.blocked())
        && failure.refused().equals(failure.undelivered())) {
      sentences.add(
          "If it cannot be sent ("
              + tried(failure.retries())
              + "), may not be sent, or does not arrive: "
              + consequence(failure.refused())
              + ".");
      return sentences;
    }
    sentences.add(
        "If it cannot be sent ("
            + tried(failure.retries())
            + "): "
            + consequence(failure.refused())
            + ".");
    sentences.add(
        "If it may not be sent (opted out, no address, or held back for too long): "
            + consequence(failure.blocked())
            + ".");
    sentences.add(
        "If it does not arrive, and the workflow is still waiting: "
            + consequence(failure.undelivered())
            + ".");
    return sentences;
  }

  /// For anything else: the CRM refused it.
  public List<String> ofAct(OnFailure failure) {
    return List.of(
        "If the CRM does not do it ("
            + tried(failure.retries())
            + "): "
            + consequence(failure.refused())
            + ".");
  }

  /// For a wait: its moment has passed, or there is none.
  public List<String> ofPause(Pause pause) {
    return switch (pause) {
      case Pause.For _ -> List.of();
      case Pause.Into _ -> List.of();
      case Pause.Until(_, var past, var gone) ->
          List.of(
              "If that moment has passed already: " + consequence(past) + ".",
              "If there is no such moment, or it is cancelled: " + consequence(gone) + ".");
    };
  }

  /// What follows, as a clause: `they leave as “unreachable”`.
  public String consequence(Consequence consequence) {
    return switch (consequence) {
      case Consequence.GoOn _ -> "go on as if it had gone well";
      case Consequence.Skip _ -> "leave out what depended on it and go on";
      case Consequence.Take(var path) -> path(path);
    };
  }

  private String path(Path path) {
    Optional<ExitName> exit = onlyExit(path);
    if (exit.isPresent()) {
      return "they leave as " + Phrases.quoted(exit.get());
    }
    if (path.steps().isEmpty()) {
      return "go on";
    }
    StepWords words = new StepWords(titles);
    return path.steps().stream()
        .map(step -> lowered(words.order(step)))
        .reduce((some, next) -> some + ", then " + next)
        .orElse("go on");
  }

  /// The exit by which the path leaves, if leaving is all that it does.
  public static Optional<ExitName> onlyExit(Path path) {
    if (path.steps().size() == 1 && path.steps().getFirst() instanceof Step.Leave(var exit, _)) {
      return Optional.of(exit);
    }
    return Optional.empty();
  }

  private static String tried(int retries) {
    return retries == 0 ? "tried once" : "after " + Phrases.counted(retries, "retry", "retries");
  }

  private static String lowered(String order) {
    return order.substring(0, 1).toLowerCase(Locale.ROOT) + order.substring(1);
  }
}
