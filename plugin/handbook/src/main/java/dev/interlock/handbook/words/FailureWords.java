package dev.interlock.handbook.words;

import dev.interlock.contract.model.Consequence;
import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.OnFailure;
import dev.interlock.contract.model.Path;
import dev.interlock.contract.model.Pause;
import dev.interlock.contract.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What happens when a step does not go the normal way.
///
/// @param owner what the team that owns the workflow is called
public record FailureWords(Titles titles, String owner) {
  private static final String MAY_NOT =
      "if it may not be sent (opted out, no address, or held back for too long)";

  /// One way in which a step can go wrong, and what follows.
  ///
  /// @param when as a clause: `if it does not arrive`
  public record Case(String when, Consequence what) {}

  /// The ways in which a message can go wrong; those with one consequence are one way.
  public static List<Case> ofSend(OnFailure failure) {
    Consequence refused = failure.refused();
    if (refused.equals(failure.blocked()) && refused.equals(failure.undelivered())) {
      return List.of(
          new Case(cannot(failure) + ", if it may not be sent, or if it does not arrive", refused));
    }
    if (refused.equals(failure.undelivered())) {
      return List.of(
          new Case(cannot(failure) + ", or if it does not arrive", refused),
          new Case(MAY_NOT, failure.blocked()));
    }
    return List.of(
        new Case(cannot(failure), refused),
        new Case(MAY_NOT, failure.blocked()),
        new Case("if it does not arrive, and the run is still waiting", failure.undelivered()));
  }

  /// The ways in which anything else can go wrong; as a rule there is one, the CRM's refusal.
  public static List<Case> ofAct(OnFailure failure) {
    List<Case> cases = new ArrayList<>();
    String tried = "(" + tried(failure.retries()) + ")";
    cases.add(new Case("if the CRM does not do it " + tried, failure.refused()));
    if (!failure.blocked().equals(failure.refused())) {
      cases.add(new Case("if it may not be done", failure.blocked()));
    }
    if (!failure.undelivered().equals(failure.refused())) {
      cases.add(new Case("if it turns out later that it failed", failure.undelivered()));
    }
    return List.copyOf(cases);
  }

  /// The ways in which a wait can go wrong: its moment has passed, or there is none.
  public static List<Case> ofPause(Pause pause) {
    return switch (pause) {
      case Pause.For _, Pause.Into _ -> List.of();
      case Pause.Until(_, var past, var gone) ->
          List.of(
              new Case("if that moment has passed already", past),
              new Case("if there is no such moment, or it is cancelled", gone));
    };
  }

  /// Every way in which a step can go wrong.
  public static List<Case> of(Step step) {
    return switch (step) {
      case Step.Send send -> ofSend(send.onFailure());
      case Step.Act act -> ofAct(act.onFailure());
      case Step.Wait wait -> ofPause(wait.pause());
      case Step.Await _, Step.Branch _, Step.Split _, Step.Repeat _, Step.Leave _ -> List.of();
    };
  }

  /// A way and what follows, as a sentence.
  public String sentence(Case one) {
    return Phrases.capital(one.when()) + ": " + consequence(one.what()) + ".";
  }

  private static String cannot(OnFailure failure) {
    return "if it cannot be sent (" + tried(failure.retries()) + ")";
  }

  /// What follows, as a clause: `they leave as “unreachable”`.
  public String consequence(Consequence consequence) {
    return switch (consequence) {
      case Consequence.GoOn _ -> "go on as if it had gone well";
      case Consequence.Skip _ -> "leave out what depended on it and go on";
      case Consequence.Take(var path) -> path(path);
    };
  }

  /// What a path comes to, as a clause.
  public String path(Path path) {
    Optional<ExitName> exit = onlyExit(path);
    if (exit.isPresent()) {
      return "they leave as " + Phrases.quoted(exit.get());
    }
    if (path.steps().isEmpty()) {
      return "go on";
    }
    StepWords words = new StepWords(titles, owner);
    return path.steps().stream()
        .map(step -> step instanceof Step.Await await ? again(await) : order(words, step))
        .reduce((some, next) -> some + ", then " + next)
        .orElse("go on");
  }

  private static String order(StepWords words, Step step) {
    return Phrases.lowered(words.order(step));
  }

  private static String again(Step.Await await) {
    return "wait at " + Phrases.quoted(await.name());
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
}
