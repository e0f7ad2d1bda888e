package dev.interlock.handbook.words;

import dev.interlock.contract.model.EventPattern.Hand;
import dev.interlock.contract.model.EventPattern.HandAct;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Foreign hands on a contact in words; no hand stands for any, and no act for any.
final class HandWords {
  private HandWords() {}

  static String clause(Set<Hand> hands, Set<HandAct> acts) {
    return who(hands) + " " + does(acts);
  }

  static String who(Set<Hand> hands) {
    List<Hand> meant = hands.isEmpty() ? Arrays.asList(Hand.values()) : List.copyOf(hands);
    return Phrases.or(meant.stream().sorted().map(HandWords::one).toList());
  }

  private static String does(Set<HandAct> acts) {
    if (acts.isEmpty()) {
      return "does something with them in the CRM";
    }
    return Phrases.or(acts.stream().map(HandWords::one).toList());
  }

  private static String one(Hand hand) {
    return switch (hand) {
      case STAFF -> "a colleague";
      case AUTOMATION -> "an automation of the CRM";
      case OTHER_APP -> "another app";
    };
  }

  private static String one(HandAct act) {
    return switch (act) {
      case MESSAGED -> "writes to them";
      case CALLED -> "calls them";
      case MOVED_STAGE -> "moves their stage";
      case CHANGED_TAG -> "changes their tags";
      case BOOKED -> "books for them";
    };
  }
}
