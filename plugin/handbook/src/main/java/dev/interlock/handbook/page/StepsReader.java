package dev.interlock.handbook.page;

import dev.interlock.contract.model.Consequence;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.Deadline;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.Handler;
import dev.interlock.contract.model.Path;
import dev.interlock.contract.model.Pause;
import dev.interlock.contract.model.Step;
import dev.interlock.handbook.page.StepView.Ending;
import dev.interlock.handbook.page.StepView.Way;
import dev.interlock.handbook.words.Anchors;
import dev.interlock.handbook.words.FailureWords;
import dev.interlock.handbook.words.MessageWords;
import dev.interlock.handbook.words.Phrases;
import dev.interlock.handbook.words.StepWords;
import dev.interlock.handbook.words.Template;
import dev.interlock.handbook.words.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads a path as steps in words, each with its time and its reason.
final class StepsReader {
  private final Words words;
  private final Contract contract;
  private final Set<String> anchors = new HashSet<>();

  StepsReader(Words words, Contract contract) {
    this.words = words;
    this.contract = contract;
  }

  /// The path from entry on.
  List<StepView> path() {
    return steps(contract.path(), Clock.entry(), Optional.empty());
  }

  /// What a handler does, as the one way that it has.
  Way handler(Handler handler) {
    String heading = words.steps().handler(handler);
    return way(
        "whenever", heading, handler.why(), handler.path(), Clock.atOnce(), Optional.empty());
  }

  private List<StepView> steps(Path path, Clock begun, Optional<Step> next) {
    List<StepView> views = new ArrayList<>();
    Clock clock = begun;
    for (int i = 0; i < path.steps().size(); i++) {
      Step step = path.steps().get(i);
      boolean last = i + 1 == path.steps().size();
      views.add(step(step, clock, last ? next : Optional.of(path.steps().get(i + 1))));
      clock = after(step, clock);
    }
    return views;
  }

  private StepView step(Step step, Clock clock, Optional<Step> next) {
    return new StepView(
        anchor(step),
        look(step),
        StepWords.sort(step),
        clock.words(),
        order(step),
        step instanceof Step.Leave ? "" : step.name().text(),
        Phrases.sentence(StepWords.why(step)),
        message(step),
        terms(step),
        failures(step),
        ways(step, clock, next),
        leaves(step));
  }

  private String order(Step step) {
    return switch (step) {
      case Step.Await _ -> "Wait for whichever of these comes first";
      case Step.Leave _ -> "";
      case Step.Send _, Step.Act _, Step.Wait _, Step.Branch _ -> words.steps().order(step);
      case Step.Split _, Step.Repeat _ -> words.steps().order(step);
    };
  }

  private List<Ending> leaves(Step step) {
    return switch (step) {
      case Step.Leave(var exit, _) -> List.of(ending(exit));
      case Step.Send _, Step.Act _, Step.Wait _, Step.Await _ -> List.of();
      case Step.Branch _, Step.Split _, Step.Repeat _ -> List.of();
    };
  }

  private Ending ending(ExitName name) {
    String look = contract.exit(name).map(Exit::kind).map(ExitView::look).orElse("failed");
    return new Ending(name.text(), "#" + Anchors.exit(name), look);
  }

  private static List<Template.Piece> message(Step step) {
    return switch (step) {
      case Step.Send send -> Template.pieces(MessageWords.text(send.message()));
      case Step.Act _, Step.Wait _, Step.Await _, Step.Branch _ -> List.of();
      case Step.Split _, Step.Repeat _, Step.Leave _ -> List.of();
    };
  }

  private static List<String> terms(Step step) {
    return switch (step) {
      case Step.Send send -> MessageWords.terms(send.terms());
      case Step.Act _, Step.Wait _, Step.Await _, Step.Branch _ -> List.of();
      case Step.Split _, Step.Repeat _, Step.Leave _ -> List.of();
    };
  }

  private static String look(Step step) {
    return switch (step) {
      case Step.Send _ -> "message";
      case Step.Act _ -> "action";
      case Step.Wait _ -> "pause";
      case Step.Await _ -> "listen";
      case Step.Branch _, Step.Split _, Step.Repeat _ -> "decision";
      case Step.Leave _ -> "leave";
    };
  }

  /// Consequences of one sentence; those with steps of their own become ways.
  private List<String> failures(Step step) {
    return FailureWords.of(step).stream()
        .filter(one -> !hasSteps(one.what()))
        .map(words.failures()::sentence)
        .toList();
  }

  private static boolean hasSteps(Consequence consequence) {
    return switch (consequence) {
      case Consequence.Take(var path) ->
          !path.steps().isEmpty() && FailureWords.onlyExit(path).isEmpty();
      case Consequence.GoOn _, Consequence.Skip _ -> false;
    };
  }

  private List<Way> ways(Step step, Clock clock, Optional<Step> next) {
    List<Way> ways = new ArrayList<>(ownWays(step, clock, next));
    for (FailureWords.Case one : FailureWords.of(step)) {
      if (one.what() instanceof Consequence.Take(var path) && hasSteps(one.what())) {
        ways.add(way("failure", Phrases.capital(one.when()), "", path, Clock.atOnce(), next));
      }
    }
    return ways;
  }

  private List<Way> ownWays(Step step, Clock clock, Optional<Step> next) {
    return switch (step) {
      case Step.Send _, Step.Act _, Step.Leave _ -> List.of();
      case Step.Wait wait when wait.body().steps().isEmpty() -> List.of();
      case Step.Wait wait ->
          List.of(way("arm", "When that moment has come", "", wait.body(), clock.atMoment(), next));
      case Step.Await await -> heard(await, clock, next);
      case Step.Branch branch -> chosen(branch, clock, next);
      case Step.Split split ->
          split.shares().stream()
              .map(share -> way("arm", StepWords.share(share), "", share.path(), clock, next))
              .toList();
      case Step.Repeat repeat ->
          List.of(way("arm", "Each time", "", repeat.body(), clock.unknown(), next));
    };
  }

  private List<Way> heard(Step.Await await, Clock clock, Optional<Step> next) {
    List<Way> ways = new ArrayList<>();
    for (Step.Arm arm : await.arms()) {
      ways.add(way("arm", words.steps().arm(arm), arm.why(), arm.path(), Clock.atOnce(), next));
    }
    Step.Silence silence = await.silence();
    Clock later =
        switch (silence.deadline()) {
          case Deadline.After(var span) -> clock.after(span);
          case Deadline.At _ -> clock.atMoment();
        };
    String heading = StepWords.silence(silence);
    ways.add(way("silence", heading, silence.why(), silence.path(), later, next));
    return ways;
  }

  private List<Way> chosen(Step.Branch branch, Clock clock, Optional<Step> next) {
    List<Way> ways = new ArrayList<>();
    for (Step.Choice choice : branch.choices()) {
      String heading = words.steps().choice(choice);
      ways.add(way("arm", heading, choice.why(), choice.path(), clock, next));
    }
    branch
        .unknown()
        .ifPresent(path -> ways.add(way("arm", "If the CRM does not say", "", path, clock, next)));
    ways.add(way("arm", "Otherwise", "", branch.otherwise(), clock, next));
    return ways;
  }

  private Way way(
      String look, String heading, String why, Path path, Clock clock, Optional<Step> next) {
    Optional<ExitName> only = FailureWords.onlyExit(path);
    if (only.isPresent()) {
      return new Way(
          look, heading, Phrases.sentence(why), List.of(), List.of(), List.of(ending(only.get())));
    }
    return new Way(
        look,
        heading,
        Phrases.sentence(why),
        steps(path, clock, next),
        Leaving.always(path) ? List.of() : next.map(this::link).stream().toList(),
        List.of());
  }

  private Link link(Step step) {
    String text =
        switch (step) {
          case Step.Leave(var exit, _) -> "leave as " + Phrases.quoted(exit);
          case Step.Await await -> "wait for an answer at " + Phrases.quoted(await.name());
          case Step.Send _, Step.Act _, Step.Wait _, Step.Branch _ -> Phrases.lowered(order(step));
          case Step.Split _, Step.Repeat _ -> Phrases.lowered(order(step));
        };
    return new Link(text, "#" + Anchors.step(step.name()));
  }

  private static Clock after(Step step, Clock clock) {
    return switch (step) {
      case Step.Wait wait ->
          switch (wait.pause()) {
            case Pause.For(var span) ->
                wait.body().steps().isEmpty() ? clock.after(span) : clock.unknown();
            case Pause.Into _, Pause.Until _ -> clock.unknown();
          };
      case Step.Send _, Step.Act _, Step.Leave _ -> clock.next();
      case Step.Await _, Step.Branch _, Step.Split _, Step.Repeat _ -> clock.unknown();
    };
  }

  private String anchor(Step step) {
    String wanted = Anchors.step(step.name());
    String free = wanted;
    for (int count = 2; !anchors.add(free); count++) {
      free = wanted + "-" + count;
    }
    return free;
  }
}
