package dev.interlock.app.command;

import dev.interlock.app.casebook.Casebook;
import dev.interlock.app.casebook.Impact;
import dev.interlock.app.casebook.Impact.Prospect;
import dev.interlock.contract.model.ContractId;
import dev.interlock.core.program.NodeId;
import dev.interlock.engine.read.PlaceCount;
import dev.interlock.engine.read.VersionLine;
import java.util.List;
import java.util.Optional;

/// Contract versions and where their runs stand, as plain data.
record VersionsData(
    String contract,
    String title,
    String hash,
    boolean takesEntries,
    String since,
    long underWay,
    long over,
    List<Place> places) {

  /// Runs at one place.
  ///
  /// @param prospect `unchanged`, `movable`, `later` or `bound`; empty when nobody asked
  /// @param there the counterpart of the place, where they can be moved
  record Place(String place, String state, long runs, String prospect, String there, String why) {
    static Place of(PlaceCount count, Optional<Impact> impact) {
      String prospect = "";
      String there = "";
      String why = "";
      if (impact.isPresent()) {
        switch (impact.get().of(count)) {
          case Prospect.Unchanged() -> prospect = "unchanged";
          case Prospect.Movable(var place) -> {
            prospect = "movable";
            there = place.map(NodeId::text).orElse("");
          }
          case Prospect.Later(var reason) -> {
            prospect = "later";
            why = reason;
          }
          case Prospect.Bound(var reason) -> {
            prospect = "bound";
            why = reason;
          }
        }
      }
      return new Place(
          count.place().map(NodeId::text).orElse(""),
          count.state().name(),
          count.count(),
          prospect,
          there,
          why);
    }

    boolean isBound() {
      return prospect.equals("bound");
    }
  }

  static List<VersionsData> of(
      Casebook casebook, Optional<ContractId> contract, Optional<Impact> impact) {
    var standing = casebook.places();
    return casebook.versions().stream()
        .filter(line -> contract.map(line.contract()::equals).orElse(true))
        .filter(line -> line.active() || line.underWay() > 0 || contract.isPresent())
        .map(line -> of(line, standing, impact))
        .toList();
  }

  private static VersionsData of(
      VersionLine line, List<PlaceCount> standing, Optional<Impact> impact) {
    return new VersionsData(
        line.contract().text(),
        line.title(),
        line.hash(),
        line.active(),
        line.addedAt().toString(),
        line.underWay(),
        line.over(),
        standing.stream()
            .filter(count -> count.contract().equals(line.contract()))
            .filter(count -> count.hash().equals(line.hash()))
            .map(count -> Place.of(count, impact))
            .toList());
  }
}
