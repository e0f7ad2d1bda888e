import static dev.interlock.contract.dsl.Operations.business;
import static dev.interlock.contract.dsl.Operations.laneNamed;

import dev.interlock.contract.BusinessOperation;
import dev.interlock.contract.model.LaneName;
import dev.interlock.contract.model.Operation;

/// The business whose one workflow `scripts/bench` has run, again and again.
public final class Shop implements BusinessOperation {
  static final LaneName WELCOME = laneNamed("welcome");

  @Override
  public Operation operation() {
    return business("Bench Street Shop")
        .lane(WELCOME, "Only one workflow at a time talks to somebody new")
        .team("Front desk", "Ana Ruiz")
        .tag("welcomed")
        .tag("known")
        .tag("stopped")
        .tag("no-number")
        .build();
  }
}
