package dev.interlock.contract.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContractTest {
  private static final List<Assignee> OWNER = List.of(new Assignee.Owner());

  @Test
  void hasTheStandardExitsAfterItsOwn() {
    Contract contract = leavingBy(exit("done", ExitKind.SUCCESS));

    assertThat(contract.allExits())
        .extracting(exit -> exit.name().text())
        .containsExactly("done", "failed", "displaced", "withdrawn");
    assertThat(contract.exit(Exits.FAILED)).get().extracting(Exit::notifies).isEqualTo(OWNER);
    assertThat(contract.exit(new ExitName("nowhere"))).isEmpty();
  }

  @Test
  void mayWordAStandardExitItself() {
    Exit worded = exit("failed", ExitKind.FAILED).means("Nothing works");
    Contract contract = leavingBy(worded);

    assertThat(contract.exit(Exits.FAILED)).contains(worded);
    assertThat(contract.allExits()).hasSize(3);
  }

  @Test
  void mayWordDisplacedAndWithdrawnUnderNamesOfItsOwn() {
    Exit displaced = exit("made-way", ExitKind.DISPLACED);
    Exit withdrawn = exit("taken-out", ExitKind.WITHDRAWN);
    Contract contract = leavingBy(displaced, withdrawn);

    assertThat(contract.exitOf(ExitKind.DISPLACED)).isEqualTo(displaced);
    assertThat(contract.exitOf(ExitKind.WITHDRAWN)).isEqualTo(withdrawn);
    assertThat(contract.exit(Exits.DISPLACED)).isEmpty();
    assertThat(contract.exit(Exits.WITHDRAWN)).isEmpty();
  }

  @Test
  void keepsTheStandardFailureBesideFailuresUnderOtherNames() {
    Contract contract = leavingBy(exit("unreachable", ExitKind.FAILED));

    assertThat(contract.exit(Exits.FAILED)).isPresent();
    assertThat(contract.allExits()).hasSize(4);
  }

  private static Exit exit(String name, ExitKind kind) {
    return new Exit(
        new ExitName(name),
        kind,
        "",
        List.of(),
        List.of(),
        List.of(),
        new Continuation.Nothing(),
        Position.unknown());
  }

  private static Contract leavingBy(Exit... exits) {
    return new Contract(
        new ContractId("some"),
        "Some",
        new TeamName("Front desk"),
        "To show exits",
        new Trigger(
            new EventPattern.CallMissed(),
            "Somebody called",
            Trigger.OwnWrites.IGNORED,
            Position.unknown()),
        List.of(),
        new LaneClaim.NoLane("It shows exits"),
        new Reentry.Never(),
        RunKey.CONTACT,
        List.of(),
        List.of(),
        Path.nothing(),
        List.of(exits),
        Position.unknown());
  }
}
