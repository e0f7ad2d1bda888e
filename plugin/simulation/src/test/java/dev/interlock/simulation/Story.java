package dev.interlock.simulation;

import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.simulation.monitor.Breach;
import dev.interlock.simulation.monitor.Monitors;
import dev.interlock.simulation.script.Act;
import dev.interlock.simulation.script.Answer;
import dev.interlock.simulation.script.Beat;
import dev.interlock.simulation.script.Opening;
import dev.interlock.simulation.script.Pace;
import dev.interlock.simulation.script.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A story being written, and what comes of it.
public final class Story {
  private final ContractSet set;
  private final Opening opening;
  private final Pace pace;
  private final List<Beat> beats;

  private Story(ContractSet set, Opening opening, Pace pace, List<Beat> beats) {
    this.set = set;
    this.opening = opening;
    this.pace = pace;
    this.beats = beats;
  }

  /// Goes on by itself.
  public static Story of(ContractSet set) {
    return new Story(set, Opening.of("Ana"), Pace.BY_ITSELF, List.of());
  }

  public Story stepwise() {
    return new Story(set, opening, Pace.STEPWISE, beats);
  }

  public Story opening(Opening other) {
    return new Story(set, other, pace, beats);
  }

  public Story then(Act... acts) {
    return after(Duration.ZERO, acts);
  }

  public Story after(Duration span, Act... acts) {
    List<Beat> more = new ArrayList<>(beats);
    for (int i = 0; i < acts.length; i++) {
      more.add(new Beat(i == 0 ? span : Duration.ZERO, acts[i]));
    }
    return new Story(set, opening, pace, more);
  }

  /// The command of the contract's first run is done.
  public Story done(String contract) {
    return then(new Act.CommandEnds(new ContractId(contract), 1, Answer.DONE));
  }

  public Story ends(String contract, Answer answer) {
    return then(new Act.CommandEnds(new ContractId(contract), 1, answer));
  }

  public Story fires(String contract) {
    return then(new Act.TimerFires(new ContractId(contract), 1));
  }

  public Played played() {
    return Simulation.play(Repertoire.of(set), new Script(opening, pace, beats));
  }

  public Chronicle chronicle() {
    return switch (played()) {
      case Played.Whole(var chronicle) -> chronicle;
      case Played.Derailed(var beat, var why, var chronicle) ->
          throw new AssertionError(
              "beat " + beat + ": " + why + "\n" + String.join("\n", chronicle.story()));
    };
  }

  public <F extends Fact> List<F> facts(Class<F> kind) {
    return chronicle().facts().stream()
        .map(Chronicle.Dated::fact)
        .flatMap(fact -> kind.isInstance(fact) ? Stream.of(kind.cast(fact)) : Stream.empty())
        .toList();
  }

  /// The contracts that began, in order.
  public List<String> begun() {
    return facts(Fact.Began.class).stream().map(began -> began.who().toString()).toList();
  }

  /// The exits by which runs left, in order.
  public List<String> left() {
    return facts(Fact.Left.class).stream().map(left -> left.who() + ": " + left.exit()).toList();
  }

  /// The steps whose messages the contact got, in order.
  public List<String> sent() {
    return facts(Fact.Sent.class).stream()
        .map(sent -> sent.by() instanceof Author.Ours(_, var step) ? step : sent.by().words())
        .toList();
  }

  /// Where the rule was broken.
  public List<Breach> breaches(String rule) {
    return breaches(rule, set);
  }

  /// The same, watched with another set: of an operation that says more, for example.
  public List<Breach> breaches(String rule, ContractSet watched) {
    return Monitors.of(Repertoire.of(watched)).watch(chronicle()).stream()
        .filter(breach -> breach.rule().equals(rule))
        .toList();
  }

  /// Every rule that was broken.
  public List<String> broken() {
    return Monitors.of(Repertoire.of(set)).watch(chronicle()).stream()
        .map(Breach::rule)
        .distinct()
        .toList();
  }
}
