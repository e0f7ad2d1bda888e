package dev.interlock.library.mutants;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Why mutants of a kind are left to people: no rule is broken in them, no scenario comes to
/// something else, and no life comes by the place.
///
/// @param what in words, for the guide
/// @param operator by whom they were made
/// @param where a pattern of the places
record Excuse(String what, String operator, String where, String reason) {
  private static final List<Excuse> ALL =
      List.of(
          new Excuse(
              "opt in to own writes",
              "opt in to own writes",
              "",
              "No contract calls, makes contacts or books, so that there is nothing of its own"
                  + " to hear."));

  static List<Excuse> all() {
    return ALL;
  }

  static Optional<Excuse> of(Mutant mutant) {
    return ALL.stream().filter(excuse -> excuse.covers(mutant)).findFirst();
  }

  private boolean covers(Mutant mutant) {
    return operator.equals(mutant.operator().name())
        && Pattern.compile(where).matcher(mutant.where()).find();
  }
}
