package dev.interlock.simulation.monitor;

import dev.interlock.contract.contact.Consent;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.EventPattern.ConsentChange;
import dev.interlock.core.Attributes;
import dev.interlock.core.Sayings;
import dev.interlock.core.program.Node;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.run.Command;
import dev.interlock.core.run.Outcome;
import dev.interlock.core.run.RunId;
import dev.interlock.simulation.Chronicle;
import dev.interlock.simulation.Fact;
import dev.interlock.simulation.Repertoire;
import dev.interlock.simulation.Who;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
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
/// - The first half holds for every run, from the moment at which the CRM knows of it or one of the
///   opt-out words was heard. The second holds for runs that heard of it: whoever opted out of
///   texts in spring and asks something by e-mail in autumn gets an answer.
/// - A send counts when it is decided; one that was under way when the contact opted out, and went
///   out, is an *overtaken* breach.
/// - Opting in again ends it, also for an opt-out that is heard of only after that.
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
    private final Map<Channel, Instant> lastIn = new EnumMap<>(Channel.class);
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
                .forEach(channel -> set(channel, after));
        case Fact.Told(var event, _, var underWay) -> told(event, underWay);
        case Fact.Given(var who, var command, _)
            when command.doing() instanceof Command.Say(var message, _) ->
            sends(who, command, message.channel(), false);
        case Fact.Came(var who, var command, Outcome.Done _, _)
            when command.doing() instanceof Command.Say(var message, _) ->
            sends(who, command, message.channel(), true);
        case Fact _ -> {}
      }
    }

    private void set(Channel channel, Optional<String> consent) {
      if (consent.equals(Optional.of(Consent.OPTED_OUT.name()))) {
        out.add(channel);
        return;
      }
      out.remove(channel);
      lastIn.put(channel, now());
      heard.values().forEach(known -> known.remove(channel));
    }

    private void told(DomainEvent event, List<Who> underWay) {
      switch (event.what()) {
        case Happening.ConsentHappened(var change, var channels)
            when change == ConsentChange.OPTED_OUT ->
            channels.forEach(channel -> hear(channel, event, underWay));
        case Happening.ConsentHappened _ -> {}
        case Happening.MessageReceived(var channel, _, var text)
            when Sayings.isOptOut(text) && !isRevoked(channel, event) -> {
          out.add(channel);
          hear(channel, event, underWay);
        }
        case Happening _ -> {}
      }
    }

    private void hear(Channel channel, DomainEvent event, List<Who> underWay) {
      if (!isRevoked(channel, event)) {
        underWay.forEach(who -> of(who).add(channel));
      }
    }

    private boolean isRevoked(Channel channel, DomainEvent event) {
      Instant in = lastIn.get(channel);
      return in != null && !event.occurredAt().isAfter(in);
    }

    private Set<Channel> of(Who who) {
      return heard.computeIfAbsent(who.run(), _ -> EnumSet.noneOf(Channel.class));
    }

    private void sends(Who who, Command command, Channel channel, boolean overtaken) {
      String step = command.step();
      if (out.contains(channel)) {
        breachOnce(
            command.id().toString(),
            List.of(who.contract().text()),
            step,
            "*%s* sends a %s by *%s* after the contact opted out of %s"
                .formatted(who.contract(), channel.one(), step, channel.many()),
            overtaken);
      } else if (!of(who).isEmpty() && !isDeclared(who, step)) {
        breachOnce(
            command.id().toString(),
            List.of(who.contract().text()),
            step,
            "*%s* goes on by *%s* after it heard that the contact opted out"
                .formatted(who.contract(), step),
            overtaken);
      }
    }
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
