package dev.interlock.simulation.monitor;

import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.SendLimit;
import dev.interlock.core.Spans;
import dev.interlock.core.run.RunId;
import dev.interlock.simulation.Author;
import dev.interlock.simulation.Chronicle;
import dev.interlock.simulation.Fact;
import dev.interlock.simulation.Origin;
import dev.interlock.simulation.Who;
import dev.interlock.simulation.script.By;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// More messages than the budget of a channel allows, to a contact who never answers, from one
/// starting event over all runs that it causes.
///
/// The engine's cap never lets them out, so a message that the cap holds back counts as well: that
/// the cap is reached is what the rule forbids. Decided here: whatever the contact does after the
/// starting event is an answer; from then on it is another story.
record MessageBudget(Operation operation) implements Monitor {
  @Override
  public String rule() {
    return "E-MSG-BUDGET";
  }

  @Override
  public List<Breach> watch(Chronicle chronicle) {
    return new Way(rule()).through(chronicle);
  }

  private record Wanted(Channel channel, Instant at, Who who) {}

  private final class Way extends Reading {
    private final Map<RunId, String> roots = new HashMap<>();
    private final Set<String> answered = new HashSet<>();
    private final Map<String, List<Wanted>> sent = new HashMap<>();

    Way(String rule) {
      super(rule);
    }

    @Override
    void read(Fact fact) {
      switch (fact) {
        case Fact.Began(var who, _, var cause) -> roots.put(who.run(), cause.root());
        case Fact.Told(_, Origin.Person(By.Contact()), _) -> answered.addAll(roots.values());
        case Fact.Sent(Author.Ours(var who, var step), var channel, _, _, var at) ->
            wanted(new Wanted(channel, at, who), step, true);
        case Fact.NotSent(var who, var step, var channel, var why, _) when why == Fact.Why.HELD ->
            wanted(new Wanted(channel, now(), who), step, false);
        case Fact _ -> {}
      }
    }

    private void wanted(Wanted wanted, String step, boolean went) {
      String root = roots.getOrDefault(wanted.who().run(), "");
      if (answered.contains(root)) {
        return;
      }
      List<Wanted> before = sent.computeIfAbsent(root, _ -> new ArrayList<>());
      for (SendLimit limit : operation.limits()) {
        if (limit.channel() == wanted.channel() && count(limit, before, wanted) >= limit.most()) {
          over(limit, before, wanted, step, root);
        }
      }
      if (went) {
        before.add(wanted);
      }
    }

    private long count(SendLimit limit, List<Wanted> before, Wanted wanted) {
      return before.stream()
          .filter(one -> one.channel() == limit.channel())
          .filter(one -> one.at().plus(limit.per()).isAfter(wanted.at()))
          .count();
    }

    private void over(
        SendLimit limit, List<Wanted> before, Wanted wanted, String step, String root) {
      List<String> parties = new ArrayList<>();
      before.forEach(one -> parties.add(one.who().contract().text()));
      parties.add(wanted.who().contract().text());
      breachOnce(
          root + " " + limit.channel(),
          parties,
          step,
          "one event leads to more than %d %s within %s to a contact who does not answer"
              .formatted(limit.most(), limit.channel().many(), Spans.words(limit.per())));
    }
  }
}
