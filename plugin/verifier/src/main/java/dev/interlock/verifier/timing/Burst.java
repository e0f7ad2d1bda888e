package dev.interlock.verifier.timing;

import dev.interlock.contract.model.ContractId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The least time in which one message after the other can go out from here on: the window in which
/// most messages go out is found by asking how soon the next so many do.
///
/// Immutable. Messages later than anybody asks for are forgotten.
final class Burst {
  private static final int MOST = 200;

  private final List<Nth> messages;

  private Burst(List<Nth> messages) {
    this.messages = messages;
  }

  /// No message at all.
  static Burst none() {
    return new Burst(List.of());
  }

  /// One message now, and then these.
  Burst after(ContractId sender) {
    List<Nth> all = new ArrayList<>();
    all.add(new Nth(Duration.ZERO, List.of(sender)));
    messages.stream().limit(MOST - 1L).map(nth -> nth.after(sender)).forEach(all::add);
    return new Burst(List.copyOf(all));
  }

  /// The same, so much later; what is too late to matter is dropped.
  Burst later(Duration span, Duration horizon) {
    return new Burst(
        messages.stream()
            .map(nth -> new Nth(nth.at().plus(span), nth.senders()))
            .filter(nth -> nth.at().compareTo(horizon) < 0)
            .toList());
  }

  /// For each number of messages whichever of the two gets there sooner.
  Burst or(Burst other) {
    List<Nth> longer = messages.size() < other.messages.size() ? other.messages : messages;
    List<Nth> shorter = longer.equals(messages) ? other.messages : messages;
    List<Nth> all = new ArrayList<>(longer);
    for (int i = 0; i < shorter.size(); i++) {
      if (shorter.get(i).at().compareTo(all.get(i).at()) < 0) {
        all.set(i, shorter.get(i));
      }
    }
    return new Burst(List.copyOf(all));
  }

  /// How many go out.
  int count() {
    return messages.size();
  }

  /// How long it takes for all of them.
  Duration span() {
    return messages.isEmpty() ? Duration.ZERO : messages.getLast().at();
  }

  /// Who sends how many of them, in the order in which they begin.
  Map<ContractId, Integer> senders() {
    Map<ContractId, Integer> all = new LinkedHashMap<>();
    if (!messages.isEmpty()) {
      messages.getLast().senders().forEach(sender -> all.merge(sender, 1, Integer::sum));
    }
    return all;
  }

  /// One of the messages: how soon it can go out, and who sent those up to it.
  private record Nth(Duration at, List<ContractId> senders) {
    Nth after(ContractId sender) {
      List<ContractId> all = new ArrayList<>(List.of(sender));
      all.addAll(senders);
      return new Nth(at, List.copyOf(all));
    }
  }
}
