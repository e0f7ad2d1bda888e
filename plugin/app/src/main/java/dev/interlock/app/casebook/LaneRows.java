package dev.interlock.app.casebook;

import dev.interlock.app.casebook.LaneRow.Waiting;
import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.model.LaneClaim;
import dev.interlock.contract.model.LaneName;
import dev.interlock.core.program.Program;
import dev.interlock.engine.read.EntryLine;
import dev.interlock.engine.read.LaneBook;
import dev.interlock.engine.read.LaneLine;
import dev.interlock.engine.read.RunSummary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Puts those who wait for a lane beside who holds it.
///
/// @param laneOf the lane that a run waits for; empty for one of a version that cannot be read
record LaneRows(Function<RunSummary, Optional<LaneName>> laneOf) {

  static LaneRows of(Versions versions) {
    return new LaneRows(run ->
        versions
            .program(run.contract(), run.hash())
            .map(Program::contract)
            .flatMap(contract ->
                contract.lane() instanceof LaneClaim.InLane claim
                    ? Optional.of(claim.lane())
                    : Optional.empty()));
  }

  private record Key(ContactId contact, LaneName lane) {}

  /// The lanes that are held, in the order of the book, and those that are only waited for.
  List<LaneRow> rows(LaneBook book) {
    Map<Key, LaneLine> held = new LinkedHashMap<>();
    Map<Key, String> names = new LinkedHashMap<>();
    Map<Key, List<Waiting>> waiting = new LinkedHashMap<>();
    for (LaneLine line : book.held()) {
      var key = new Key(line.contact(), line.lane());
      held.put(key, line);
      names.put(key, line.contactName());
    }
    for (EntryLine entry : book.entering()) {
      var key = new Key(entry.contact(), entry.lane());
      names.putIfAbsent(key, entry.contactName());
      add(waiting, key, new Waiting.Entering(entry));
    }
    for (RunSummary run : book.inTurn()) {
      laneOf
          .apply(run)
          .ifPresent(lane -> {
            var key = new Key(run.contact(), lane);
            names.putIfAbsent(key, run.contactName());
            add(waiting, key, new Waiting.InTurn(run));
          });
    }
    return names.entrySet().stream()
        .map(one ->
            new LaneRow(
                one.getKey().lane(),
                one.getKey().contact(),
                one.getValue(),
                Optional.ofNullable(held.get(one.getKey())),
                waiting.getOrDefault(one.getKey(), List.of())))
        .toList();
  }

  private static void add(Map<Key, List<Waiting>> all, Key key, Waiting one) {
    all.computeIfAbsent(key, _ -> new ArrayList<>()).add(one);
  }
}
