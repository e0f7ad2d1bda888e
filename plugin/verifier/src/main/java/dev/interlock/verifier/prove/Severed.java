package dev.interlock.verifier.prove;

import dev.interlock.contract.model.ContractId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What to take away from a circle that is too large for a proof, so that what is left is small
/// enough.
///
/// Taken away is, again and again, what leaves the smallest circle behind, and of that the least;
/// that is seldom more than has to be, and never too little.
record Severed(List<Lead> leads) {

  /// Fewest leads, so far as can be told one after the other, without which no circle has more than
  /// so many contracts. Leads from one contract to another go together.
  List<Lead> untilAtMost(int contracts) {
    List<Lead> left = new ArrayList<>(leads);
    List<Lead> away = new ArrayList<>();
    while (largest(left) > contracts) {
      List<Lead> all = List.copyOf(left);
      Lead best =
          all.stream()
              .min(
                  Comparator.comparingInt((Lead lead) -> largest(without(all, lead)))
                      .thenComparingInt(lead -> all.size() - without(all, lead).size()))
              .orElseThrow();
      all.stream().filter(lead -> isBeside(lead, best)).forEach(away::add);
      left = new ArrayList<>(without(all, best));
    }
    return List.copyOf(away);
  }

  private static List<Lead> without(List<Lead> all, Lead one) {
    return all.stream().filter(lead -> !isBeside(lead, one)).toList();
  }

  private static boolean isBeside(Lead lead, Lead other) {
    return lead.from().equals(other.from()) && lead.to().equals(other.to());
  }

  private static int largest(List<Lead> leads) {
    Set<ContractId> all =
        leads.stream()
            .flatMap(lead -> Stream.of(lead.from(), lead.to()))
            .collect(Collectors.toSet());
    return all.stream().mapToInt(one -> circleOf(one, all, leads)).max().orElse(0);
  }

  private static int circleOf(ContractId one, Set<ContractId> all, List<Lead> leads) {
    Set<ContractId> onward = onward(one, leads);
    return Math.toIntExact(
        all.stream()
            .filter(other -> onward.contains(other) && onward(other, leads).contains(one))
            .count());
  }

  private static Set<ContractId> onward(ContractId from, List<Lead> leads) {
    Set<ContractId> seen = new HashSet<>();
    Deque<ContractId> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      ContractId at = open.pop();
      leads.stream()
          .filter(lead -> lead.from().equals(at))
          .map(Lead::to)
          .filter(seen::add)
          .forEach(open::push);
    }
    return seen;
  }
}
