package dev.interlock.verifier.prove.claim;

import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.Handler;
import dev.interlock.contract.model.Step;
import dev.interlock.core.program.Node;
import dev.interlock.verifier.prove.symbolic.Machine;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.world.Event;
import dev.interlock.verifier.prove.world.Seat;
import dev.interlock.verifier.prove.world.Study;
import java.util.ArrayList;
import java.util.List;

/// Where the CRM may leave a question unanswered and the answer decides the way, the contract says
/// what then happens.
public final class UnknownsTreated implements Property {
  @Override
  public String rule() {
    return "E-UNKNOWN-UNHANDLED";
  }

  @Override
  public String reason() {
    return "What the CRM does not say is not a no; the contract says what it is taken for.";
  }

  @Override
  public List<Claim> claims(Study study, Machine<Event> machine) {
    List<Claim> claims = new ArrayList<>();
    Steps.seats(study).forEach(seat -> claims(claims, study, machine, seat));
    return claims;
  }

  private void claims(List<Claim> claims, Study study, Machine<Event> machine, Seat seat) {
    Steps.doing(machine, seat)
        .filter(doing -> doing.what().way() == Event.Way.UNKNOWN)
        .forEach(doing -> {
          if (doing.step() instanceof Step.Branch branch && branch.unknown().isEmpty()) {
            claims.add(
                Claim.Never.move(
                    Subject.step(
                        rule(),
                        seat.contract(),
                        branch,
                        "the CRM may not say whether arm %d of *%s* holds, and nothing says what"
                                .formatted(doing.what().limb() + 1, branch.name())
                            + " happens then",
                        "say whenUnknown(...) at the branch."),
                    Predicate.always(),
                    doing.move()));
          }
        });
    for (Node node : seat.places().values()) {
      if (node instanceof Node.AwaitNode await) {
        for (Step.Arm arm : await.step().arms()) {
          guarded(
              claims,
              study,
              seat,
              arm.guard(),
              seat.standsAt(node.id()),
              Subject.step(
                  rule(),
                  seat.contract(),
                  await.step(),
                  "the CRM may not say whether an arm of *%s* holds, and unknown is taken for no"
                      .formatted(await.step().name()),
                  "ask in a branch with whenUnknown(...) after the arm."));
        }
      }
    }
    for (Handler handler : seat.contract().handlers()) {
      guarded(
          claims,
          study,
          seat,
          handler.guard(),
          seat.isInside(),
          new Subject(
              rule(),
              seat.contract(),
              "throughout",
              handler.position(),
              "the CRM may not say whether the condition of this handler holds, and unknown is"
                  + " taken for no",
              "ask in a branch with whenUnknown(...) inside the handler."));
    }
  }

  private static void guarded(
      List<Claim> claims,
      Study study,
      Seat seat,
      Condition guard,
      Predicate here,
      Subject subject) {
    Predicate unknown = study.ask(guard, seat).unknown();
    if (!unknown.equals(Predicate.never())) {
      claims.add(Claim.Never.be(subject, here.and(unknown)));
    }
  }
}
