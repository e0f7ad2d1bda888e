package dev.interlock.simulation.monitor;

import dev.interlock.contract.event.Happening.Routed;
import dev.interlock.contract.model.Continuation;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.core.run.Admission.Reason;
import dev.interlock.core.run.RunId;
import dev.interlock.simulation.Chronicle;
import dev.interlock.simulation.Fact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A contact whom an exit routes, whom the next contract turns away, and of whom the exit does not
/// say what happens then.
///
/// Decided here: who waited in turn for the next contract and was turned away counts as well; who
/// is in the next contract already is where the exit wanted them.
record RouteRefused(ContractSet set) implements Monitor {
  @Override
  public String rule() {
    return "E-ROUTE-REFUSED";
  }

  @Override
  public List<Breach> watch(Chronicle chronicle) {
    return new Way(rule()).through(chronicle);
  }

  private final class Way extends Reading {
    private final Map<String, Routed> routes = new HashMap<>();
    private final Map<RunId, String> queued = new HashMap<>();

    Way(String rule) {
      super(rule);
    }

    @Override
    void read(Fact fact) {
      switch (fact) {
        case Fact.Told(var event, _, _) when event.what() instanceof Routed routed ->
            routes.put(event.id(), routed);
        case Fact.Refused(_, var cause, var reasons)
            when reasons.stream().noneMatch(reason -> reason.code().equals("running")) ->
            refused(cause.event(), words(reasons));
        case Fact.Queued(var who, _, var cause) -> queued.put(who.run(), cause.event());
        case Fact.TurnedAway(var who, var reason) ->
            Optional.ofNullable(queued.get(who.run())).ifPresent(event -> refused(event, reason));
        case Fact _ -> {}
      }
    }

    private void refused(String event, String why) {
      Optional.ofNullable(routes.get(event))
          .filter(route -> !saysOtherwise(route))
          .ifPresent(route ->
              breach(
                  List.of(route.from().text(), route.contract().text()),
                  route.exit().text(),
                  "exit *%s* of *%s* routes to *%s*, which does not take the contact: %s"
                      .formatted(route.exit(), route.from(), route.contract(), why)));
    }
  }

  private static String words(List<Reason> reasons) {
    return reasons.stream().map(Reason::words).collect(Collectors.joining("; "));
  }

  private boolean saysOtherwise(Routed route) {
    return set.contract(route.from())
        .flatMap(contract -> contract.exit(route.exit()))
        .filter(exit ->
            exit.continuation() instanceof Continuation.RoutesTo(_, var orElse)
                && orElse.isPresent())
        .isPresent();
  }
}
