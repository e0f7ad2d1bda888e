package dev.interlock.simulation.monitor;

import dev.interlock.contract.contact.Consent;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.EventPattern.ConsentChange;
import dev.interlock.core.Attributes;
import dev.interlock.core.Sayings;
import dev.interlock.core.program.Node;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.run.Command;
import dev.interlock.core.run.RunId;
import dev.interlock.simulation.Chronicle;
import dev.interlock.simulation.Fact;
import dev.interlock.simulation.Repertoire;
import dev.interlock.simulation.Who;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A message to whoever asked for none.
///
/// The rule says: after an opt-out from a channel a send on it is attempted, or any further facing
/// step happens other than one declared `afterOptOut`. Decided here:
///
/// - The first half holds for every run, from the moment at which the CRM knows of it or the
///   contact wrote one of the opt-out words. The second holds for runs that heard of it: whoever
///   opted out of texts in spring and asks something by e-mail in autumn gets an answer.
/// - A send counts when it is decided: one that was under way already was lawful.
/// - Opting in again ends it.
record OptOutIgnored(Repertoire repertoire) implements Monitor {
  @Override
  public String rule() {
    return "E-OPTOUT-IGNORED";
  }

  @Override
  public List<Breach> watch(Chronicle chronicle) {
    return new Way(rule()).through(chronicle);
  }

  private final class Way extends Reading {
    private final Set<Channel> out = EnumSet.noneOf(Channel.class);
    private final Map<RunId, Set<Channel>> heard = new HashMap<>();

    Way(String rule) {
      super(rule);
    }

    @Override
    void read(Fact fact) {
      switch (fact) {
        case Fact.Written(_, var attribute, _, var after) ->
            Arrays.stream(Channel.values())
                .filter(channel -> attribute.equals(Attributes.ofConsent(channel)))
                .forEach(channel -> set(channel, after.equals(optedOut())));
        case Fact.Told(var event, _, var underWay) -> told(event.what(), underWay);
        case Fact.Given(var who, var command, _)
            when command.doing() instanceof Command.Say(var message, _) ->
            sends(who, command.step(), message.channel());
        case Fact _ -> {}
      }
    }

    private void set(Channel channel, boolean optedOut) {
      if (optedOut) {
        out.add(channel);
      } else {
        out.remove(channel);
      }
    }

    private void told(Happening what, List<Who> underWay) {
      switch (what) {
        case Happening.ConsentHappened(var change, var channels)
            when change == ConsentChange.OPTED_OUT ->
            underWay.forEach(who -> of(who).addAll(channels));
        case Happening.ConsentHappened(_, var channels) -> {
          out.removeAll(channels);
          heard.values().forEach(known -> known.removeAll(channels));
        }
        case Happening.MessageReceived(var channel, _, var text) when Sayings.isOptOut(text) -> {
          out.add(channel);
          underWay.forEach(who -> of(who).add(channel));
        }
        case Happening _ -> {}
      }
    }

    private Set<Channel> of(Who who) {
      return heard.computeIfAbsent(who.run(), _ -> EnumSet.noneOf(Channel.class));
    }

    private void sends(Who who, String step, Channel channel) {
      if (out.contains(channel)) {
        breach(
            List.of(who.contract().text()),
            step,
            "*%s* attempts %s by *%s* after the contact opted out of %s"
                .formatted(who.contract(), "a " + channel.one(), step, channel.many()));
      } else if (!of(who).isEmpty() && !isDeclared(who, step)) {
        breach(
            List.of(who.contract().text()),
            step,
            "*%s* goes on by *%s* after it heard that the contact opted out"
                .formatted(who.contract(), step));
      }
    }
  }

  private static Optional<String> optedOut() {
    return Optional.of(Consent.OPTED_OUT.name());
  }

  private boolean isDeclared(Who who, String step) {
    return repertoire
        .program(who.contract())
        .filter(program ->
            program.nodes().get(new NodeId(step)) instanceof Node.SendNode send
                && send.step().terms().afterOptOut().isPresent())
        .isPresent();
  }
}
