package dev.interlock.sandbox;

import dev.interlock.sandbox.people.Cast;
import dev.interlock.sandbox.people.People;
import dev.interlock.sandbox.records.DeliveryRow;
import dev.interlock.sandbox.records.RequestRow;
import dev.interlock.sandbox.records.SandboxRecords;
import dev.interlock.sandbox.time.SandboxClock;
import dev.interlock.sandbox.time.Schedule;
import dev.interlock.sandbox.time.Seed;
import dev.interlock.sandbox.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One location: its world, and the people in it.
public final class SubAccount {
  private final World world;
  private final Schedule<Runnable> plans;
  private final Cast cast;
  private final Chronicle chronicle;

  SubAccount(SubAccountPlan plan, SandboxClock clock, Seed seed, Runnable whenPlanned) {
    plans = new Schedule<>(whenPlanned);
    world = new World(plan.location(), clock, seed, plans);
    world.change(() -> plan.furnish().accept(world));
    cast = new Cast(world, plan.pipeline());
    chronicle = new Chronicle(world, cast);
  }

  /// The location's id.
  public String id() {
    return world.directory().location().id();
  }

  /// The location's name.
  public String name() {
    return world.directory().location().name();
  }

  /// Its state, for tests that play a part in it themselves.
  public World world() {
    return world;
  }

  /// Lets people appear, counted from now.
  public void invite(People people) {
    cast.invite(people);
  }

  int actDue() {
    int acts = 0;
    while (world.runNext()) {
      acts++;
    }
    return acts;
  }

  Optional<Instant> nextAt() {
    return plans.nextAt();
  }

  SandboxRecords records(List<RequestRow> requests, List<DeliveryRow> deliveries) {
    return chronicle.read(requests, deliveries);
  }
}
