package dev.interlock.handbook.words;

import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Handler;
import dev.interlock.contract.model.Step;
import java.util.ArrayList;
import java.util.List;

/// Steps of a path as orders, and their arms as clauses.
///
/// @param owner what the team that owns the workflow is called
public record StepWords(Titles titles, String owner) {

  /// The words where nobody says who owns the workflow.
  public StepWords(Titles titles) {
    this(titles, AssigneeWords.OWNER);
  }

  /// What the step does: `Send a text message`, `Wait 2 days`.
  public String order(Step step) {
    return switch (step) {
      case Step.Send send -> MessageWords.order(send.message());
      case Step.Act act -> ActionWords.order(act.action(), owner);
      case Step.Wait wait -> "Wait " + TimeWords.pause(wait.pause());
      case Step.Await await -> "Wait until " + Phrases.or(heard(await));
      case Step.Branch _ -> "Go on by where they stand now";
      case Step.Split _ -> "Go on by lot (the same contact always draws the same)";
      case Step.Repeat repeat -> "Do this up to " + turns(repeat.times());
      case Step.Leave(var exit, _) -> "Leave as " + Phrases.quoted(exit);
    };
  }

  /// The sort of step in one or two words, for a caption.
  public static String sort(Step step) {
    return switch (step) {
      case Step.Send send -> Phrases.capital(send.message().channel().one());
      case Step.Act act -> ActionWords.sort(act.action());
      case Step.Wait _ -> "Wait";
      case Step.Await _ -> "Wait for an answer";
      case Step.Branch _ -> "Decision";
      case Step.Split _ -> "By lot";
      case Step.Repeat _ -> "Repeat";
      case Step.Leave _ -> "End";
    };
  }

  /// The reason its author gave; empty when none was given.
  public static String why(Step step) {
    return switch (step) {
      case Step.Send send -> send.why();
      case Step.Act act -> act.why();
      case Step.Wait wait -> wait.why();
      case Step.Await await -> await.why();
      case Step.Branch branch -> branch.why();
      case Step.Split split -> split.why();
      case Step.Repeat repeat -> repeat.why();
      case Step.Leave _ -> "";
    };
  }

  /// When an arm is taken: `If they book an appointment`.
  public String arm(Step.Arm arm) {
    return "If " + EventWords.clause(arm.event()) + given(arm.guard());
  }

  /// When a handler takes over: `Whenever they opt out of texts`.
  public String handler(Handler handler) {
    return "Whenever " + EventWords.clause(handler.event()) + given(handler.guard());
  }

  /// When silence is over: `If nothing of this happens for 1 day`.
  public static String silence(Step.Silence silence) {
    return "If nothing of this happens " + TimeWords.deadline(silence.deadline());
  }

  /// When a choice is taken: `If they have the tag “vip”`.
  public String choice(Step.Choice choice) {
    return "If " + new ConditionWords(titles).holds(choice.guard());
  }

  /// As in `For 50 of 100 contacts`.
  public static String share(Step.Share share) {
    return "For " + share.percent() + " of 100 contacts";
  }

  /// As in `3 times`, `once`.
  public static String turns(int times) {
    return times == 1 ? "once" : times + " times";
  }

  private List<String> heard(Step.Await await) {
    List<String> clauses = new ArrayList<>();
    for (Step.Arm arm : await.arms()) {
      clauses.add(EventWords.clause(arm.event()) + given(arm.guard()));
    }
    clauses.add("nothing of this happens " + TimeWords.deadline(await.silence().deadline()));
    return clauses;
  }

  private String given(Condition guard) {
    return switch (guard) {
      case Condition.Always _ -> "";
      case Condition other -> ", and " + new ConditionWords(titles).holds(other);
    };
  }
}
