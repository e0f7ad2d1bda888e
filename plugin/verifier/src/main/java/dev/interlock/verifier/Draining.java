package dev.interlock.verifier;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.text.ContentHash;
import dev.interlock.verifier.finding.Evidence;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.finding.Severity;
import dev.interlock.verifier.finding.StoryMark;
import dev.interlock.verifier.prove.Prover;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is found of a set together with versions that take no entries any more and that runs are
/// still under way on, and was found neither without them nor in what has been live.
///
/// Their runs have begun by their own door, before the set goes live, and stand wherever that may
/// have led them; new ones begin by the doors of the set, from then on. What can happen to one
/// contact in that course of events is explored, and each version also stands in the set in the
/// place of the contract of its name for the rules that look at declarations and shapes.
final class Draining {
  static final String RULE = "E-VERSION-DRAIN";
  static final String REASON =
      "Runs finish on the version that they began with; what goes live beside them must leave them"
          + " whole.";

  /// Whoever takes no entries cannot break these; what they find of a version was there, or is no
  /// fault, when it began.
  private static final Set<String> OF_ENTRY =
      Set.of(
          "E-TRIGGER-NONE",
          "E-TRIGGER-MILESTONE",
          "E-ADMIT-MISSING",
          "E-ADMIT-IMPOSSIBLE",
          "E-REENTRY-UNDEFINED",
          "E-LANE-INCOMPLETE",
          "E-STEP-DEAD",
          "E-ARM-IMPOSSIBLE",
          "E-DOC-MISSING");

  private final Beside beside;
  private final Function<ContractSet, List<Finding>> looks;
  private final Function<ContractSet, List<Finding>> everything;
  private final Function<ContractSet, Optional<Prover>> prover;

  /// @param looks the rules that look, asked of a set
  /// @param everything all that is found of a set on its own
  /// @param prover who explores a set, where it can be explored
  Draining(
      Beside beside,
      Function<ContractSet, List<Finding>> looks,
      Function<ContractSet, List<Finding>> everything,
      Function<ContractSet, Optional<Prover>> prover) {
    this.beside = beside;
    this.looks = looks;
    this.everything = everything;
    this.prover = prover;
  }

  /// @param next what is to go live
  /// @param alone what is found of it by itself
  List<Finding> found(ContractSet next, List<Finding> alone) {
    Known known = new Known();
    alone.forEach(known::add);
    beside
        .live()
        .ifPresent(live -> {
          everything.apply(live).forEach(known::add);
          together(live, beside.drainingBeside(live), Set.of())
              .forEach(found -> known.add(found.plain()));
        });
    List<Finding> besides = new ArrayList<>();
    for (Found found : together(next, beside.drainingBeside(next), arriving(next))) {
      if (found.finding().severity() == Severity.ERROR && known.add(found.plain())) {
        besides.add(found.told());
      }
    }
    return besides;
  }

  private Set<ContractId> arriving(ContractSet next) {
    return next.contracts().stream()
        .filter(contract ->
            beside.live().filter(live -> Beside.isIn(live, contract)).isEmpty()
                && beside.inUse().stream()
                    .noneMatch(version -> version.contract().equals(contract)))
        .map(Contract::id)
        .collect(Collectors.toSet());
  }

  private List<Found> together(
      ContractSet set, List<Beside.Version> draining, Set<ContractId> arriving) {
    List<Found> all = new ArrayList<>();
    List<Beside.Version> provable = new ArrayList<>();
    for (Beside.Version version : draining) {
      ContractSet with = with(set, version.contract());
      Turnover only = Turnover.of(set, List.of(version), arriving);
      looks.apply(with).stream()
          .filter(finding -> !isOfEntry(finding, version.contract().id()))
          .forEach(finding -> all.add(new Found(finding, List.of(version), only)));
      if (prover.apply(with).isPresent()) {
        provable.add(version);
      }
    }
    prover
        .apply(set)
        .filter(_ -> !provable.isEmpty())
        .ifPresent(
            proving -> proved(proving, Turnover.of(set, provable, arriving)).forEach(all::add));
    return all;
  }

  private static Stream<Found> proved(Prover proving, Turnover turnover) {
    return proving.proveChangeover(turnover.together(), turnover.changeover()).stream()
        .filter(finding ->
            turnover.former().keySet().stream().noneMatch(name -> isOfEntry(finding, name)))
        .map(finding -> new Found(finding, meant(finding, turnover), turnover));
  }

  /// The versions that it is about.
  private static List<Beside.Version> meant(Finding finding, Turnover turnover) {
    String all =
        String.join(
            "\n", finding.contract(), finding.at(), finding.message(), told(finding.evidence()));
    List<Beside.Version> named =
        turnover.former().entrySet().stream()
            .filter(entry ->
                all.contains(entry.getKey().text())
                    || all.contains(
                        "(version "
                            + ContentHash.of(entry.getValue().contract()).shortForm()
                            + ")"))
            .map(java.util.Map.Entry::getValue)
            .toList();
    return named.isEmpty() ? List.copyOf(turnover.former().values()) : named;
  }

  private static String told(Evidence evidence) {
    return switch (evidence) {
      case Evidence.Played(var story, _) -> String.join("\n", story);
      case Evidence.Unresolved(var course, _) -> String.join("\n", course);
      case Evidence.Shape _, Evidence.Exhaustive _ -> "";
    };
  }

  private static boolean isOfEntry(Finding finding, ContractId version) {
    return OF_ENTRY.contains(finding.rule()) && finding.contract().equals(version.text());
  }

  private static ContractSet with(ContractSet set, Contract version) {
    return new ContractSet(
        set.operation(),
        Stream.concat(
                set.contracts().stream().filter(other -> !other.id().equals(version.id())),
                Stream.of(version))
            .toList());
  }

  /// A finding, and the versions without which it would not be.
  private record Found(Finding finding, List<Beside.Version> versions, Turnover turnover) {

    /// The same, by the names of contracts.
    Finding plain() {
      return renamed(finding.rule(), turnover::inNames);
    }

    private Finding renamed(String rule, UnaryOperator<String> words) {
      return new Finding(
          rule,
          finding.severity(),
          turnover.inNames(finding.contract()),
          turnover.inNames(finding.at()),
          finding.position(),
          words.apply(finding.message()),
          turnover.inNames(finding.help()),
          finding.evidence(),
          turnover.inNames(finding.other()));
    }

    Finding told() {
      Finding plain = renamed(finding.rule(), turnover::inWords);
      Contract first = versions.getFirst().contract();
      String contract = first.id().text();
      String at = (plain.rule() + " " + plain.at()).strip();
      String other =
          Stream.of(plain.contract(), plain.other())
              .filter(one -> !one.isEmpty() && !one.equals(contract))
              .findFirst()
              .orElse("");
      return new Finding(
          RULE,
          Severity.ERROR,
          contract,
          at,
          plain.position(),
          "%s, which %s not go with what is new: %s (%s)"
              .formatted(
                  underWay(),
                  versions.size() == 1 ? "does" : "do",
                  plain.contract().isEmpty() || plain.contract().equals(contract)
                      ? plain.message()
                      : plain.contract() + ": " + plain.message(),
                  plain.rule()),
          withoutStop(plain.help())
              + "; or wait until they are over (`interlock versions` shows where they stand), or"
              + " withdraw them; or let a version go live first that goes with both, and move them"
              + " to it with `interlock order migrate`; or answer for it, as waives(finding(\"%s\").at(\"%s\")%s...)."
                  .formatted(RULE, at, other.isEmpty() ? "" : ".with(\"%s\")".formatted(other)),
          plain.evidence(),
          other);
    }

    private static String withoutStop(String help) {
      return help.endsWith(".") ? help.substring(0, help.length() - 1) : help;
    }

    private String underWay() {
      return versions.stream()
          .map(version ->
              "%s still under way on version %s"
                  .formatted(
                      version.runs() == 1 ? "1 run is" : version.runs() + " runs are",
                      ContentHash.of(version.contract()).shortForm()))
          .collect(Collectors.joining(", and "));
    }
  }

  /// Findings by what makes them the same, whatever versions they were found of: the rule, whom it
  /// is about and where, and the kinds of things that happen in the story. Without a story, the
  /// place is enough.
  private static final class Known {
    private final Set<String> places = new HashSet<>();
    private final Set<String> stories = new HashSet<>();

    /// @return whether it was not known
    boolean add(Finding finding) {
      String place = String.join("\n", finding.rule(), finding.contract(), finding.at());
      Optional<String> mark = StoryMark.whateverVersion(finding.evidence());
      boolean placed = places.add(place);
      return mark.map(one -> stories.add(place + "\n" + one)).orElse(placed);
    }
  }
}
