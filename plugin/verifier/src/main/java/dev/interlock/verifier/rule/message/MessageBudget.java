package dev.interlock.verifier.rule.message;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.SendLimit;
import dev.interlock.core.Spans;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.rule.Checked;
import dev.interlock.verifier.rule.Rule;
import dev.interlock.verifier.rule.Words;
import dev.interlock.verifier.timing.Storm;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One event that can bring more messages upon a contact than the operation allows.
///
/// The engine would hold the surplus back: messages come days late, on the normal path, and the
/// texts that follow no longer fit.
final class MessageBudget implements Rule {
  @Override
  public String id() {
    return "E-MSG-BUDGET";
  }

  @Override
  public String reason() {
    return "Nobody wants to be texted eleven times because of one call; what the limits hold back"
        + " comes late and out of place.";
  }

  @Override
  public Checked check(ContractSet set) {
    return Checked.each(
        set.operation().limits().stream(),
        limit -> set.contracts().stream().flatMap(contract -> judge(set, contract, limit)));
  }

  private Stream<Finding> judge(ContractSet set, Contract contract, SendLimit limit) {
    Storm storm = Storm.of(set, contract, limit.channel(), limit.per());
    if (storm.count() <= limit.most() || isAnothers(set, contract, storm)) {
      return Stream.empty();
    }
    return Stream.of(
        found(
            contract,
            "startsWhen",
            contract.trigger().position(),
            "one *%s* can lead to %d %s in %s: %s. At most %d in %s are allowed"
                .formatted(
                    Words.of(contract.trigger().event()),
                    storm.count(),
                    limit.channel().many(),
                    Spans.words(storm.span()),
                    storm.senders().entrySet().stream()
                        .map(sender -> "*%s* %d".formatted(sender.getKey(), sender.getValue()))
                        .collect(Collectors.joining(", ")),
                    limit.most(),
                    Spans.words(limit.per())),
            "send less, wait longer between messages, or say limit(%s, atMost(%d).per(...))."
                .formatted(limit.channel(), storm.count())));
  }

  // what a contract further on does by itself is told there, and what begins together but once
  private static boolean isAnothers(ContractSet set, Contract contract, Storm storm) {
    boolean onlyAnother =
        storm.senders().size() == 1 && !storm.senders().containsKey(contract.id());
    boolean toldBefore =
        set.contracts().stream()
            .takeWhile(earlier -> !earlier.id().equals(contract.id()))
            .filter(earlier -> storm.senders().containsKey(earlier.id()))
            .anyMatch(earlier -> Storm.beginTogether(earlier, contract));
    return onlyAnother || toldBefore;
  }
}
