package dev.interlock.verifier.finding;

import dev.interlock.contract.model.ContractId;
import java.util.List;
import java.util.stream.Stream;

/// How far it was explored what can happen to a contact of a set of contracts.
public sealed interface Proof {

  /// Nobody asked for it: only what contracts declare and how they are shaped was looked at.
  record Unasked() implements Proof {}

  /// Nothing was explored, since names that are bound to nothing, or choices with a gap, leave no
  /// model to explore.
  ///
  /// @param rules the rules that stand in the way
  record Barred(List<String> rules) implements Proof {
    public Barred {
      rules = List.copyOf(rules);
    }
  }

  /// Everything that can happen was explored.
  ///
  /// @param rounds each contract by itself among all others, and each two together of which there
  ///   was something to claim
  /// @param circles whether any of them set one another off without end
  record Made(List<Round> rounds, Round circles) implements Proof {
    public Made {
      rounds = List.copyOf(rounds);
    }

    /// The rounds of one contract: first itself, then with each other.
    public List<Round> roundsOf(ContractId contract) {
      return rounds.stream().filter(round -> round.contracts().contains(contract)).toList();
    }

    /// All rounds as one.
    public Round whole() {
      return Round.sum(circles.contracts(), Stream.concat(rounds.stream(), Stream.of(circles)));
    }
  }

  /// What was claimed of contracts, and what became of it.
  ///
  /// @param contracts those that were explored together; once or twice the same one where two runs
  ///   of it were
  /// @param claims how many claims there were
  /// @param broken how many of them do not hold
  /// @param unresolved how many may not hold: nobody could play it, or the question grew too large
  record Round(List<ContractId> contracts, int claims, int broken, int unresolved) {
    public Round {
      contracts = List.copyOf(contracts);
    }

    /// How many claims hold.
    public int held() {
      return claims - broken - unresolved;
    }

    /// Several rounds as one.
    public static Round sum(List<ContractId> contracts, Stream<Round> rounds) {
      return rounds.reduce(
          new Round(contracts, 0, 0, 0),
          (one, other) ->
              new Round(
                  contracts,
                  one.claims + other.claims,
                  one.broken + other.broken,
                  one.unresolved + other.unresolved));
    }
  }
}
