package dev.interlock.app.casebook;

import dev.interlock.contract.model.EventPattern.Hand;
import dev.interlock.contract.model.EventPattern.HandAct;
import dev.interlock.engine.read.ForeignCount;
import dev.interlock.handbook.story.OperationView.Fact;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What others than colleagues did lately with contacts with whom workflows were at work, in
/// figures.
record Others(List<ForeignCount> counts) {
  /// How far back it goes.
  static final Duration LATELY = Duration.ofDays(7);

  /// What there is to tell; nothing where nobody did anything.
  List<Fact> facts() {
    return Stream.of(
            fact(
                "Others wrote to contacts under contract",
                counts.stream().filter(each -> isWriting(each.act())).toList()),
            fact(
                "Others changed contacts under contract",
                counts.stream().filter(each -> !isWriting(each.act())).toList()))
        .flatMap(Optional::stream)
        .toList();
  }

  private static boolean isWriting(HandAct act) {
    return switch (act) {
      case MESSAGED, CALLED -> true;
      case MOVED_STAGE, CHANGED_TAG, BOOKED -> false;
    };
  }

  private static Optional<Fact> fact(String label, List<ForeignCount> counts) {
    Map<Hand, Long> byHand = new TreeMap<>();
    counts.forEach(each -> byHand.merge(each.hand(), each.count(), Long::sum));
    if (byHand.isEmpty()) {
      return Optional.empty();
    }
    long all = byHand.values().stream().mapToLong(Long::longValue).sum();
    String parts =
        byHand.entrySet().stream()
            .map(each -> words(each.getKey()) + " " + each.getValue())
            .collect(Collectors.joining(", "));
    return Optional.of(Fact.of(label, "%,d in the last 7 days: %s".formatted(all, parts)));
  }

  private static String words(Hand hand) {
    return switch (hand) {
      case STAFF -> "a colleague";
      case AUTOMATION -> "automation";
      case OTHER_APP -> "another app";
    };
  }
}
