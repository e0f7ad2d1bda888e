package dev.interlock.simulation;

import dev.interlock.contract.model.ContractId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The messages of ours that the contact got.
final class Mailbag {
  private final List<Letter> letters = new ArrayList<>();

  void add(Letter letter) {
    letters.add(letter);
  }

  List<Letter> all() {
    return List.copyOf(letters);
  }

  Optional<Letter> last(ContractId contract) {
    return letters.reversed().stream()
        .filter(letter -> letter.contract().equals(contract))
        .findFirst();
  }
}
