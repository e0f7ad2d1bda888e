package dev.interlock.verifier.prove.claim;

import java.util.List;

/// The properties that there are.
public final class Properties {
  private Properties() {}

  /// Those of one contract, with all others of the set as surroundings.
  public static List<Property> single() {
    return List.of(
        new DoorsOpen(),
        new ClausesMatter(),
        new StepsLive(),
        new ArmsPossible(),
        new MessagesCanGoOut(),
        new UnknownsTreated(),
        new ClausesHold(),
        new ExitsHold(),
        new StagesForward(),
        new OptOutsKept(),
        new RunsEnd(),
        new GroupsWhole(),
        new MarkersTaken(),
        new DealsThere(),
        new StagesHeld(),
        new WritesKept(),
        new MessagesOnce());
  }

  /// Those of two contracts, or of two runs of one.
  public static List<Property> joint() {
    return List.of(
        new ContactsUncontested(),
        new WritesKept(),
        new WritesApart(),
        new MessagesOnce(),
        new RoutesOpen(),
        new RoutesHeld());
  }
}
