package dev.interlock.app.wiring;

import dev.interlock.crm.calls.Calls;
import dev.interlock.handbook.story.OperationView.Fact;
import java.util.List;

/// What pages tell of the calls to the CRM: what it says, and nothing where it says nothing.
record Budget(Calls calls) {

  List<Fact> facts() {
    var left = calls.leftToday();
    if (left.isEmpty()) {
      return List.of(Fact.of("Calls since the start", "%,d".formatted(calls.made())));
    }
    var most = calls.mostToday();
    return most.isPresent()
        ? List.of(
            Fact.of("Calls today", "%,d".formatted(most.getAsLong() - left.getAsLong())),
            Fact.of("Calls left today", "%,d of %,d".formatted(left.getAsLong(), most.getAsLong())))
        : List.of(Fact.of("Calls left today", "%,d".formatted(left.getAsLong())));
  }
}
