package dev.interlock.verifier.finding;

import java.util.ArrayList;
import java.util.List;

/// How far it was explored what can happen, in a sentence.
public final class ProofText {
  private ProofText() {}

  /// The sentence.
  public static String of(Proof proof) {
    return switch (proof) {
      case Proof.Unasked() -> "what can happen was not explored";
      case Proof.Barred(var rules) ->
          "not proved, because of %s; mend these first: what can happen between contracts is explored after that"
              .formatted(String.join(", ", rules));
      case Proof.Made made -> made(made.whole());
    };
  }

  private static String made(Proof.Round whole) {
    String explored =
        Summary.counted(whole.claims(), "claim")
            + " explored over everything that can happen to a contact: ";
    if (whole.held() == whole.claims()) {
      return explored + (whole.claims() == 1 ? "it holds" : "all hold");
    }
    List<String> parts = new ArrayList<>(List.of(whole.held() + " hold"));
    if (whole.broken() > 0) {
      parts.add(whole.broken() + " do not");
    }
    if (whole.unresolved() > 0) {
      parts.add(whole.unresolved() + " unresolved");
    }
    return explored + String.join(", ", parts);
  }
}
