package dev.interlock.simulation.monitor;

import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.SendLimit;
import dev.interlock.core.Spans;
import dev.interlock.simulation.Author;
import dev.interlock.simulation.Chronicle;
import dev.interlock.simulation.Fact;
import dev.interlock.simulation.Fact.Sent;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Two messages of ours by one channel, closer than its declared gap.
///
/// The rule excuses a channel on which a cap that defers is in force; at run time the cap has
/// either deferred the message or was not in force, so there is nothing to excuse. Decided here:
/// messages of others do not count, no cap of ours can defer them.
record MessageSpacing(Operation operation) implements Monitor {
  @Override
  public String rule() {
    return "E-MSG-SPACING";
  }

  @Override
  public List<Breach> watch(Chronicle chronicle) {
    return new Way(rule()).through(chronicle);
  }

  private final class Way extends Reading {
    private final Map<Channel, Sent> last = new EnumMap<>(Channel.class);

    Way(String rule) {
      super(rule);
    }

    @Override
    void read(Fact fact) {
      if (!(fact instanceof Sent sent) || !(sent.by() instanceof Author.Ours(var who, var step))) {
        return;
      }
      Sent before = last.get(sent.channel());
      if (before != null && before.by() instanceof Author.Ours(var earlier, var first)) {
        Duration apart = Duration.between(before.at(), sent.at()).abs();
        Duration gap = gap(sent.channel());
        if (apart.compareTo(gap) < 0) {
          breach(
              List.of(earlier.contract().text(), who.contract().text()),
              step,
              "*%s* of *%s* comes %s after *%s* of *%s*; %s are %s apart"
                  .formatted(
                      step,
                      who.contract(),
                      Spans.words(apart),
                      first,
                      earlier.contract(),
                      sent.channel().many(),
                      Spans.words(gap)));
        }
      }
      last.put(sent.channel(), sent);
    }
  }

  private Duration gap(Channel channel) {
    return operation.limits().stream()
        .filter(limit -> limit.channel() == channel)
        .map(SendLimit::gap)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }
}
