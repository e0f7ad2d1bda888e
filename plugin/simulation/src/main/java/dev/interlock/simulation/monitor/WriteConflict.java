package dev.interlock.simulation.monitor;

import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Continuation;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Exit;
import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.LaneClaim;
import dev.interlock.contract.model.LaneName;
import dev.interlock.core.run.Command;
import dev.interlock.core.run.RunId;
import dev.interlock.simulation.Author;
import dev.interlock.simulation.Chronicle;
import dev.interlock.simulation.Fact;
import dev.interlock.simulation.Origin;
import dev.interlock.simulation.Who;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Two that write different things to one attribute. The rule names three ways:
///
/// 1. While a run stands, another changes what it wrote to something else.
/// 2. Two runs stand before writes of different values to one stage, field or exclusive group.
/// 3. A write falsifies what an exit left before the run to which it routes has begun.
///
/// Other runs count, those of the same contract too, and so do automations and other apps. Decided
/// here: people do not count, they are whom contracts listen to; what was there already was not
/// written; what somebody else has changed since is no longer the run's; *stands before a write* is
/// a command under way; and where the next run waits in turn for its lane, what others write in
/// that lane is what it waits for.
record WriteConflict(ContractSet set) implements Monitor {
  @Override
  public String rule() {
    return "E-WRITE-CONFLICT";
  }

  @Override
  public List<Breach> watch(Chronicle chronicle) {
    return new Way(rule()).through(chronicle);
  }

  private record Standing(Who who, Optional<String> value) {}

  /// @param awaited the lane for which the next run waits in turn
  private record Route(Who who, Exit exit, Optional<LaneName> awaited) {
    Route waiting(Optional<LaneName> lane) {
      return new Route(who, exit, lane);
    }
  }

  private Optional<LaneName> lane(Who who) {
    return set.contract(who.contract())
        .flatMap(contract ->
            contract.lane() instanceof LaneClaim.InLane(var lane, _, _, _)
                ? Optional.of(lane)
                : Optional.empty());
  }

  private final class Way extends Reading {
    private final Set<RunId> alive = new HashSet<>();
    private final Map<String, Standing> written = new HashMap<>();
    private final Map<RunId, List<Wanted>> before = new LinkedHashMap<>();
    private final Map<RunId, Who> commanded = new HashMap<>();
    private final Map<RunId, ExitName> left = new HashMap<>();
    private final Map<String, Route> routes = new LinkedHashMap<>();
    private final Map<RunId, String> queued = new HashMap<>();

    Way(String rule) {
      super(rule);
    }

    @Override
    void read(Fact fact) {
      switch (fact) {
        case Fact.Began(var who, _, var cause) -> {
          alive.add(who.run());
          routes.remove(cause.event());
        }
        case Fact.Queued(var who, _, var cause) -> {
          queued.put(who.run(), cause.event());
          routes.computeIfPresent(cause.event(), (_, route) -> route.waiting(lane(who)));
        }
        case Fact.TurnedAway(var who, _) ->
            Optional.ofNullable(queued.get(who.run())).ifPresent(routes::remove);
        case Fact.Refused(_, var cause, _) -> routes.remove(cause.event());
        case Fact.Given(var who, var command, _) -> given(who, command);
        case Fact.Came(var who, _, _, _) -> before.remove(who.run());
        case Fact.Dropped(var who, _) -> before.remove(who.run());
        case Fact.Written(var by, var attribute, _, var after) -> wrote(by, attribute, after);
        case Fact.Left(var who, var exit, _, _, _, _) -> {
          alive.remove(who.run());
          left.put(who.run(), exit);
        }
        case Fact.Told(var event, var origin, _) when event.what() instanceof Happening.Routed ->
            routed(origin).ifPresent(route -> routes.put(event.id(), route));
        case Fact _ -> {}
      }
    }

    private Optional<Route> routed(Origin origin) {
      return origin instanceof Origin.Ours(var who)
          ? Optional.ofNullable(left.get(who.run()))
              .flatMap(exit -> set.contract(who.contract()).flatMap(one -> one.exit(exit)))
              .filter(exit -> exit.continuation() instanceof Continuation.RoutesTo)
              .map(exit -> new Route(who, exit, Optional.empty()))
          : Optional.empty();
    }

    private void given(Who who, Command command) {
      List<Wanted> wanted = Wanted.exclusivelyBy(command.doing(), set.operation());
      before.forEach((other, theirs) -> {
        if (!other.equals(who.run())) {
          theirs.forEach(their -> wanted.forEach(our -> compare(who, our, other, their)));
        }
      });
      before.put(who.run(), wanted);
      commanded.put(who.run(), who);
    }

    private void compare(Who who, Wanted our, RunId other, Wanted their) {
      if (our.key().equals(their.key()) && !our.value().equals(their.value())) {
        Who another = commanded.getOrDefault(other, who);
        breach(
            List.of(another.contract().text(), who.contract().text()),
            our.key(),
            "*%s* and *%s* stand before writing %s, one to %s and one to %s"
                .formatted(
                    another.contract(),
                    who.contract(),
                    our.key(),
                    words(their.value()),
                    words(our.value())));
      }
    }

    private void wrote(Author by, String attribute, Optional<String> after) {
      boolean counts = by.run().isPresent() || by.isForeignStub();
      if (counts) {
        undone(by, attribute, after);
        falsified(by, attribute, after);
      }
      written.remove(attribute);
      by.run().ifPresent(who -> written.put(attribute, new Standing(who, after)));
    }

    private void undone(Author by, String attribute, Optional<String> after) {
      Standing standing = written.get(attribute);
      if (standing == null
          || !alive.contains(standing.who().run())
          || by.run().map(Who::run).filter(standing.who().run()::equals).isPresent()
          || standing.value().equals(after)) {
        return;
      }
      breach(
          parties(standing.who(), by),
          attribute,
          "*%s* wrote %s to %s and still stands when %s changes it to %s"
              .formatted(
                  standing.who().contract(),
                  words(standing.value()),
                  attribute,
                  by.words(),
                  words(after)));
    }

    private void falsified(Author by, String attribute, Optional<String> after) {
      for (Route route : routes.values()) {
        boolean own = by.run().map(Who::run).filter(route.who().run()::equals).isPresent();
        boolean breaks =
            route.exit().leaves().stream()
                .map(Wanted::by)
                .anyMatch(
                    wanted -> wanted.key().equals(attribute) && !wanted.value().equals(after));
        if (!own && breaks && !isAwaited(route, by)) {
          breach(
              parties(route.who(), by),
              attribute,
              "*%s* left %s by *%s*, and %s changes it to %s before the next run has begun"
                  .formatted(
                      route.who().contract(),
                      attribute,
                      route.exit().name(),
                      by.words(),
                      words(after)));
        }
      }
    }
  }

  private boolean isAwaited(Route route, Author by) {
    return route.awaited().isPresent() && by.run().flatMap(this::lane).equals(route.awaited());
  }

  private static List<String> parties(Who who, Author by) {
    List<String> parties = new ArrayList<>(List.of(who.contract().text()));
    by.name().ifPresent(parties::add);
    return parties;
  }

  private static String words(Optional<String> value) {
    return value.map(text -> "'" + text + "'").orElse("nothing");
  }
}
