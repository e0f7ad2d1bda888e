package dev.interlock.verifier.rule.message;

import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Operation;
import dev.interlock.contract.model.SendLimit;
import dev.interlock.core.Spans;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Distinct;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.timing.Succession;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;

/// Two messages by one channel that are not kept apart.
///
/// A declared gap is kept by the engine, over all contracts: the second message waits. So two
/// things are left to find, in one run and along routes, where nobody does anything in between:
///
/// - no gap is declared for the channel, and the second message can follow within a minute;
/// - a gap is declared, and the second message expires before it is over: it never goes out.
final class MessageSpacing implements Rule {
  private static final Duration AT_ONCE = Duration.ofMinutes(1);

  @Override
  public String id() {
    return "E-MSG-SPACING";
  }

  @Override
  public String reason() {
    return "Two messages at once read like a machine, and the second one hides the first.";
  }

  @Override
  public Checked check(ContractSet set) {
    return Checked.each(
        set.contracts().stream(),
        contract ->
            Succession.in(set, contract).stream()
                .flatMap(pair -> judge(set.operation(), contract, pair).stream())
                .filter(Distinct.by(finding -> finding.at() + finding.message())));
  }

  private Optional<Finding> judge(Operation operation, Contract contract, Succession pair) {
    Channel channel = pair.first().message().channel();
    Duration gap =
        operation.limits().stream()
            .filter(limit -> limit.channel() == channel)
            .map(SendLimit::gap)
            .max(Comparator.naturalOrder())
            .orElse(Duration.ZERO);
    if (gap.isZero()) {
      return pair.after().compareTo(AT_ONCE) < 0
          ? Optional.of(together(contract, pair, channel))
          : Optional.empty();
    }
    return pair.second()
        .terms()
        .expiresAfter()
        .filter(span -> pair.after().plus(span).compareTo(gap) < 0)
        .map(span -> lost(contract, pair, gap, span));
  }

  private Finding together(Contract contract, Succession pair, Channel channel) {
    return apart(
        contract,
        pair,
        "%s follows *%s* %s, and nothing keeps the two apart"
            .formatted(second(pair), pair.first().name(), after(pair)),
        "wait between them, or say limit(%s, atMost(...).per(...).apart(...)).".formatted(channel));
  }

  private Finding lost(Contract contract, Succession pair, Duration gap, Duration span) {
    return apart(
        contract,
        pair,
        "%s follows *%s* %s, has to wait until %s have passed, and expires after %s: it never goes out"
            .formatted(
                second(pair),
                pair.first().name(),
                after(pair),
                Spans.words(gap),
                Spans.words(span)),
        "wait between them for as long as apart(...) says, or let it expire later.");
  }

  private static String after(Succession pair) {
    return pair.after().isZero() ? "at once" : "after " + Spans.words(pair.after());
  }

  private static String second(Succession pair) {
    return pair.by().id().equals(pair.from().id())
        ? "*%s*".formatted(pair.second().name())
        : "*%s* of *%s*".formatted(pair.second().name(), pair.by().id());
  }

  // a message of another contract is told at the one that leads there
  private Finding apart(Contract contract, Succession pair, String message, String help) {
    var told = pair.by().id().equals(contract.id()) ? pair.second() : pair.first();
    return found(contract, told.name().text(), told.position(), message, help);
  }
}
