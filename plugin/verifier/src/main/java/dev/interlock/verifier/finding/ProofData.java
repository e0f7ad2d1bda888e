package dev.interlock.verifier.finding;

import java.util.List;

/// How far it was explored what can happen, as plain data.
///
/// @param state `made`, `barred` or `unasked`
/// @param words the same as a sentence
/// @param barredBy the rules that stand in the way of a proof; empty unless it is barred
/// @param claims how many claims there were
/// @param held how many of them hold
/// @param broken how many do not
/// @param unresolved how many may not
public record ProofData(
    String state,
    String words,
    List<String> barredBy,
    int claims,
    int held,
    int broken,
    int unresolved) {
  public ProofData {
    barredBy = List.copyOf(barredBy);
  }

  static ProofData of(Proof proof) {
    String words = ProofText.of(proof);
    return switch (proof) {
      case Proof.Unasked() -> new ProofData("unasked", words, List.of(), 0, 0, 0, 0);
      case Proof.Barred(var rules) -> new ProofData("barred", words, rules, 0, 0, 0, 0);
      case Proof.Made made -> {
        Proof.Round whole = made.whole();
        yield new ProofData(
            "made",
            words,
            List.of(),
            whole.claims(),
            whole.held(),
            whole.broken(),
            whole.unresolved());
      }
    };
  }
}
