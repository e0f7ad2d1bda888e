package dev.interlock.engine.intents;

import dev.interlock.crm.Deed;

/// Which deeds may be done twice without harm.
final class Repeating {
  private Repeating() {}

  /// Whether doing it again leaves everything as doing it once does, so that a doubt is settled by
  /// doing it again. The others somebody reads: once is right, twice is wrong.
  static boolean isHarmless(Deed deed) {
    return switch (deed) {
      case Deed.AddTag _, Deed.RemoveTag _, Deed.SetField _, Deed.ClearField _ -> true;
      case Deed.MoveDeal _, Deed.MarkDeal _, Deed.ValueDeal _ -> true;
      case Deed.CompleteTasks _, Deed.Assign _, Deed.StopAutomation _ -> true;
      case Deed.SendSms _, Deed.SendEmail _, Deed.CreateTask _, Deed.AddNote _ -> false;
      case Deed.Notify _, Deed.StartAutomation _ -> false;
    };
  }
}
