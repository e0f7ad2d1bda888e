package dev.interlock.engine.intents;

import dev.interlock.crm.Deed;

/// Which deeds may be done twice without harm.
final class Repeating {
  private Repeating() {}

  /// Whether doing it again leaves everything as doing it once does, so that a doubt is settled by
  /// doing it again. The others somebody reads: once is right, twice is wrong. A deal that was made
  /// a moment ago is not found yet by searches, so that a second one would be made beside it.
  static boolean isHarmless(Deed deed) {
    return switch (deed) {
      case Deed.AddTag _, Deed.RemoveTag _, Deed.SetField _, Deed.ClearField _ -> true;
      case Deed.MoveDeal(_, _, _, var deal) -> deal.isPresent();
      case Deed.MarkDeal _, Deed.ValueDeal _ -> true;
      case Deed.CompleteTasks _, Deed.Assign _, Deed.StopAutomation _ -> true;
      case Deed.SendSms _, Deed.SendEmail _, Deed.CreateTask _, Deed.AddNote _ -> false;
      case Deed.Notify _, Deed.StartAutomation _ -> false;
    };
  }
}
