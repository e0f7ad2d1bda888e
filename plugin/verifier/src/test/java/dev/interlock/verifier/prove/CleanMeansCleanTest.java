package dev.interlock.verifier.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.contract.model.Continuation;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.simulation.Repertoire;
import dev.interlock.simulation.life.Lives;
import dev.interlock.simulation.life.Tally;
import dev.interlock.simulation.life.Tripped;
import dev.interlock.simulation.monitor.Monitors;
import dev.interlock.verifier.Verifier;
import dev.interlock.verifier.finding.Finding;
import dev.interlock.verifier.lot.Draft;
import dev.interlock.verifier.lot.RandomSets;
import dev.interlock.verifier.prove.claim.Properties;
import dev.interlock.verifier.prove.claim.Property;
import dev.interlock.verifier.prove.diagram.Budget;
import dev.interlock.verifier.prove.diagram.OutOfBudget;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What is proved clean is clean: in lives by lot with it, in a world as proofs assume it, nothing
/// is broken that proofs speak of.
///
/// Of each set by lot as many of its contracts are taken as are clean together. In each fifth set
/// nobody is asked at the door for what ordinary contracts ask first, an address. Longer:
/// `-Dclean.sets=450 -Dclean.lives=340`, which is more than 100,000 lives, and another lot by
/// `-Dclean.seed`.
final class CleanMeansCleanTest {
  private static final int SETS = Integer.getInteger("clean.sets", 30);
  private static final int LIVES = Integer.getInteger("clean.lives", 40);
  private static final int ACTS = Integer.getInteger("clean.acts", 150);
  private static final long SEED = Long.getLong("clean.seed", 1);
  private static final Budget SHORT = new Budget(1_000_000, Duration.ofSeconds(5));

  private static final Verifier BY_SHAPE = Verifier.on(LocalDate.EPOCH);

  private static final Set<String> PROVED =
      Stream.concat(
              Stream.concat(Properties.single().stream(), Properties.joint().stream())
                  .map(Property::rule),
              Stream.of(Loops.RULE))
          .collect(Collectors.toSet());

  @Test
  void nothingIsBrokenInLivesWithWhatIsProvedClean() {
    int lived = 0;
    int together = 0;
    List<String> broken = new ArrayList<>();
    for (long seed = SEED; seed < SEED + SETS; seed++) {
      ContractSet whole = RandomSets.tame(seed);
      ContractSet clean = cleanPart(seed % 5 == 0 ? careless(whole) : whole);
      if (!clean.contracts().isEmpty()) {
        Tally tally = Lives.of(Repertoire.of(clean)).asProved().live(LIVES, ACTS, seed * LIVES);
        lived += tally.lives();
        together += clean.contracts().size() > 1 ? 1 : 0;
        for (Tripped tripped : tally.tripped()) {
          if (!tripped.breach().overtaken() && PROVED.contains(tripped.breach().rule())) {
            broken.add("set %d: %s".formatted(seed, story(tripped)));
          }
        }
      }
    }

    System.out.println("clean means clean: %,d lives".formatted(lived));
    assertThat(broken).isEmpty();
    assertThat(lived).as("sets by lot are often clean in part").isGreaterThan(SETS * LIVES / 3);
    assertThat(together).as("some of them with several contracts").isPositive();
  }

  private static ContractSet careless(ContractSet whole) {
    return new ContractSet(
        whole.operation(),
        whole.contracts().stream()
            .map(one ->
                one.admits().size() < 2
                    ? one
                    : new Draft(one).admits(one.admits().subList(1, one.admits().size())))
            .toList());
  }

  private static ContractSet cleanPart(ContractSet whole) {
    List<Contract> clean = new ArrayList<>();
    for (Contract contract : whole.contracts()) {
      List<Contract> more = new ArrayList<>(clean);
      more.add(contract);
      if (isClean(new ContractSet(whole.operation(), more))) {
        clean = more;
      }
    }
    return new ContractSet(whole.operation(), clean);
  }

  private static boolean isClean(ContractSet set) {
    Predicate<String> watched = watched(set);
    try {
      return routesStayInside(set)
          && BY_SHAPE.verify(set).findings().stream().map(Finding::rule).noneMatch(watched)
          && !new BrokenClaims(set, SHORT, watched).areThere();
    } catch (OutOfBudget _) {
      return false;
    }
  }

  private static boolean routesStayInside(ContractSet set) {
    return set.contracts().stream()
        .flatMap(contract -> contract.allExits().stream())
        .allMatch(exit ->
            !(exit.continuation() instanceof Continuation.RoutesTo(var next, _))
                || set.contract(next).isPresent());
  }

  /// Of what nobody watches, lives cannot show that it is broken.
  private static Predicate<String> watched(ContractSet set) {
    List<String> watched = Monitors.of(Repertoire.of(set)).rules();
    return rule -> PROVED.contains(rule) && watched.contains(rule);
  }

  private static String story(Tripped tripped) {
    return tripped.breach() + "\n  " + String.join("\n  ", tripped.story());
  }
}
