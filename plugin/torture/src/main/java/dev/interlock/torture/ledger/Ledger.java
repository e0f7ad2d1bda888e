package dev.interlock.torture.ledger;

import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.Leaves;
import dev.interlock.core.run.Effect.Concern;
import dev.interlock.engine.read.ProofState;
import dev.interlock.engine.read.RunState;
import dev.interlock.torture.ledger.Said.LaneSaid;
import dev.interlock.torture.ledger.Said.RunSaid;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Holds what the CRM's side saw against what Interlock says.
///
/// @param set what the exits of contracts promise
public record Ledger(ContractSet set) {
  /// How an appointment's event says that nothing is left to begin.
  private static final Set<String> ENDINGS = Set.of("cancelled", "showed", "no-show");

  /// The same words to the same person within this time are the same message. No contract of the
  /// library says anything again before a week is over.
  private static final Duration AGAIN = Duration.ofDays(6);

  /// Between the moment at which the CRM answered a reading, and that at which a run ended because
  /// of it, the answer may have been held back on its way.
  private static final Duration ON_ITS_WAY = Duration.ofMinutes(45);

  /// All that is wrong.
  public Verdict compare(Seen seen, Said said) {
    return new Verdict(
        Stream.concat(unheard(seen, said), stuck(said)).toList(),
        sentTwice(seen.sent()),
        doneTwice(seen.work()),
        unverified(seen, said),
        leaked(said));
  }

  private static Stream<String> unheard(Seen seen, Said said) {
    Set<String> begun = new HashSet<>();
    said.runs().forEach(run -> begun.add(line(run.contact(), run.contract(), run.cause())));
    said.refusals().stream()
        .filter(refusal -> refusal.reasons() > 0)
        .forEach(it -> begun.add(line(it.contact(), it.contract(), it.cause())));
    Set<String> over =
        seen.acknowledged().stream()
            .filter(Told::isOver)
            .map(Told::thing)
            .collect(Collectors.toSet());
    return seen.acknowledged().stream()
        .distinct()
        .filter(told -> !isOvertaken(told, over, said))
        .flatMap(told -> unheard(told, said, begun).stream());
  }

  /// That something is over came before the news of it, so that it was never heard to begin.
  private static boolean isOvertaken(Told told, Set<String> over, Said said) {
    return told.begins().isPresent()
        && over.contains(told.thing())
        && said.heard().getOrDefault(told.contact(), Set.of()).stream()
            .filter(event -> event.contains(told.thing()))
            .allMatch(event -> ENDINGS.stream().anyMatch(event::contains));
  }

  private static Optional<String> unheard(Told told, Said said, Set<String> begun) {
    var events = said.heard().getOrDefault(told.contact(), Set.of());
    if (events.stream().noneMatch(event -> event.contains(told.thing()))) {
      return Optional.of(told.thing() + " of contact " + told.contact() + " was never heard");
    }
    return told.begins()
        .filter(contract ->
            begun.stream()
                .filter(each -> each.startsWith(line(told.contact(), contract, "")))
                .noneMatch(each -> each.contains(told.thing())))
        .map(contract ->
            told.thing()
                + " of contact "
                + told.contact()
                + " neither began "
                + contract
                + " nor was turned away");
  }

  private static String line(String contact, String contract, String cause) {
    return contact + "\n" + contract + "\n" + cause;
  }

  private static Stream<String> stuck(Said said) {
    return said.runs().stream()
        .filter(run -> !run.isOver() && !waits(run, said.at()))
        .map(run -> "run " + run.run() + " of " + run.contract() + " stands still: " + run.state());
  }

  /// Whether it waits for a moment to come, or for somebody who was told.
  private static boolean waits(RunSaid run, Instant now) {
    return !run.raised().isEmpty()
        || run.state() == RunState.PAUSED
        || run.alarm().filter(now::isBefore).isPresent();
  }

  private static List<String> sentTwice(List<Sending> sent) {
    Map<String, Sending> last = new HashMap<>();
    List<String> twice = new ArrayList<>();
    for (Sending each : sent) {
      if (!each.arrived()) {
        continue;
      }
      var before =
          Optional.ofNullable(last.put(line(each.contact(), each.channel(), each.words()), each));
      before
          .filter(it -> each.at().isBefore(it.at().plus(AGAIN)))
          .map(it ->
              "contact "
                  + each.contact()
                  + " got message "
                  + it.id()
                  + " of "
                  + it.at()
                  + " again as "
                  + each.id()
                  + " at "
                  + each.at())
          .ifPresent(twice::add);
    }
    return twice;
  }

  private static List<String> doneTwice(List<Work> work) {
    Map<String, String> known = new HashMap<>();
    List<String> twice = new ArrayList<>();
    for (Work each : work) {
      Optional.ofNullable(known.putIfAbsent(line(each.contact(), each.words(), ""), each.id()))
          .map(first ->
              "for contact " + each.contact() + " " + first + " was made again as " + each.id())
          .ifPresent(twice::add);
    }
    return twice;
  }

  private List<String> unverified(Seen seen, Said said) {
    return said.runs().stream()
        .filter(run -> run.exit().isPresent() && run.endedAt().isPresent())
        .filter(run -> run.proof().filter(ProofState.CONTACT_GONE::equals).isEmpty())
        .filter(run -> !run.raised().contains(Concern.EXIT_UNVERIFIED))
        .flatMap(run -> broken(run, seen).stream())
        .toList();
  }

  private Optional<String> broken(RunSaid run, Seen seen) {
    if (run.proof().filter(ProofState.VERIFIED::equals).isEmpty()) {
      return Optional.of(words(run, "Interlock itself could not verify it"));
    }
    var promises = promises(run);
    var states = seen.states().getOrDefault(run.contact(), List.of());
    var ended = run.endedAt().orElseThrow();
    List<String> differences = new ArrayList<>();
    for (Stretch life : seen.lives()) {
      var at = life.crmTime(ended);
      if (at.isEmpty()) {
        continue;
      }
      var from = latest(life.from(), at.get().minus(ON_ITS_WAY));
      for (ContactState state : during(states, from, at.get())) {
        var broken = state.broken(promises);
        if (broken.isEmpty()) {
          return Optional.empty();
        }
        differences.addAll(broken);
      }
    }
    return promises.isEmpty()
        ? Optional.empty()
        : Optional.of(words(run, "the CRM does not bear out " + new HashSet<>(differences)));
  }

  private List<Leaves> promises(RunSaid run) {
    return set.contract(new ContractId(run.contract())).stream()
        .flatMap(contract -> run.exit().map(ExitName::new).flatMap(contract::exit).stream())
        .map(Exit::leaves)
        .flatMap(List::stream)
        .toList();
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /// The state at the beginning, and each that came until the end.
  private static List<ContactState> during(List<ContactState> states, Instant from, Instant to) {
    List<ContactState> found = new ArrayList<>();
    for (ContactState state : states) {
      if (state.from().isAfter(to)) {
        break;
      }
      if (!state.from().isAfter(from)) {
        found.clear();
      }
      found.add(state);
    }
    return found;
  }

  private static String words(RunSaid run, String what) {
    return "run %s of %s left contact %s as %s, and %s"
        .formatted(run.run(), run.contract(), run.contact(), run.exit().orElse(""), what);
  }

  private static List<String> leaked(Said said) {
    Set<String> alive = new HashSet<>();
    said.runs().stream().filter(run -> !run.isOver()).map(RunSaid::run).forEach(alive::add);
    return said.lanes().stream()
        .filter(lane -> !alive.contains(lane.run()))
        .map(Ledger::words)
        .toList();
  }

  private static String words(LaneSaid lane) {
    return "lane %s of contact %s is held by run %s, which is not under way"
        .formatted(lane.lane(), lane.contact(), lane.run());
  }
}
