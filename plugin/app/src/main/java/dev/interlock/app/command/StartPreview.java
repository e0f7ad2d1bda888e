package dev.interlock.app.command;

import dev.interlock.app.casebook.Casebook;
import dev.interlock.app.casebook.Times;
import dev.interlock.app.console.CannotRunException;
import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.LaneClaim;
import dev.interlock.contract.model.LaneClaim.WhenOccupied;
import dev.interlock.core.Spans;
import dev.interlock.core.program.Program;
import dev.interlock.engine.read.LaneLine;
import dev.interlock.engine.read.RunFilter;
import dev.interlock.engine.read.VersionLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What would become of starting a contract for a contact, as far as is stored: whether somebody is
/// at work with the contact already. The contact itself is read only when it is ordered.
record StartPreview(Casebook casebook, ContractId contract, ContactId contact) {

  /// In a sentence each.
  ///
  /// @throws CannotRunException when the contract takes no new entries
  List<String> lines() {
    VersionLine live =
        casebook.versions().stream()
            .filter(line -> line.contract().equals(contract) && line.active())
            .findFirst()
            .orElseThrow(() ->
                new CannotRunException(
                    "there is no contract " + contract + " that takes new entries"));
    var lines = new ArrayList<String>();
    lines.add(
        "Would start %s for contact %s, if its entry filter and re-entry let them in."
            .formatted(live.title(), contact));
    underWay().ifPresent(lines::add);
    casebook
        .program(contract, live.hash())
        .map(Program::contract)
        .flatMap(laid -> occupied(laid.lane()))
        .ifPresent(lines::add);
    return lines;
  }

  private Optional<String> underWay() {
    var times = new Times(casebook.zone());
    return casebook.runs(RunFilter.all().of(contract).of(contact).underWay(), 1).stream()
        .findFirst()
        .map(run ->
            "It is under way for them: run %s %s."
                .formatted(run.run(), Whereabouts.of(run, times)));
  }

  private Optional<String> occupied(LaneClaim claim) {
    return claim instanceof LaneClaim.InLane lane
        ? casebook.lanes().stream()
            .filter(line -> line.lane().equals(lane.lane()) && line.contact().equals(contact))
            .findFirst()
            .map(holder ->
                "The lane %s is held by %s, run %s: %s."
                    .formatted(
                        lane.lane(),
                        casebook.titles().of(holder.contract()),
                        holder.run(),
                        consequence(lane, holder)))
        : Optional.empty();
  }

  private static String consequence(LaneClaim.InLane lane, LaneLine holder) {
    return switch (lane.whenOccupied()) {
      case WhenOccupied.Refuse() -> "they would be refused";
      case WhenOccupied.Queue(var limit) ->
          "they would wait in turn for at most " + Spans.words(limit);
      case WhenOccupied.Displace() ->
          holder.priority() < lane.priority()
              ? "that run would leave by its displaced exit first"
              : "they would be refused, since its claim is no weaker";
    };
  }
}
