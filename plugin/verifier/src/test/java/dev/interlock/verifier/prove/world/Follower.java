package dev.interlock.verifier.prove.world;

import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.core.Listening;
import dev.interlock.core.run.Run;
import dev.interlock.core.run.RunId;
import dev.interlock.core.run.Standing;
import dev.interlock.simulation.Chronicle.Dated;
import dev.interlock.simulation.Fact;
import dev.interlock.simulation.Origin;
import dev.interlock.simulation.Simulation;
import dev.interlock.verifier.prove.diagram.Budget;
import dev.interlock.verifier.prove.diagram.Exploration;
import dev.interlock.verifier.prove.symbolic.Machine;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.symbolic.Variable;
import dev.interlock.verifier.prove.world.PlainMachine.Point;
import dev.interlock.verifier.prove.world.PlainMachine.Way;
import dev.interlock.verifier.walk.Listened;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Follows lives on the core through the machine of a study: after each beat, is there a state of
/// the model that can have come about by its own moves and looks like what the core came to?
final class Follower {
  private static final int MOST_STATES = 30_000;

  private final Study study;
  private final Machine<Event> machine;
  private final PlainMachine<Event> plain;
  private final Abstraction abstraction;
  private final List<EventPattern> patterns;
  private final List<Contract> studied;
  private final Exploration<Event> exploration;

  Follower(Study study) {
    this.study = study;
    // what nobody reads shows nothing; what anybody writes shows whether the model writes as well
    study.set().contracts().stream()
        .flatMap(Abstraction::writtenBy)
        .forEach(attribute -> study.account().track(attribute));
    this.machine = study.machine();
    this.plain = new PlainMachine<>(machine);
    this.abstraction = new Abstraction(study);
    this.studied = study.seats().stream().map(Seat::contract).distinct().toList();
    this.patterns =
        Stream.concat(
                studied.stream()
                    .flatMap(one -> Stream.concat(Listened.trigger(one), Listened.in(one)))
                    .map(Listened::event),
                study.set().operation().automations().stream()
                    .flatMap(automation -> automation.startsOn().stream()))
            .distinct()
            .toList();
    this.exploration = new Exploration<>(machine, Budget.usual());
  }

  Study study() {
    return study;
  }

  /// What a moment of a life is to the model.
  enum Verdict {
    /// It follows by moves of the model from what was before.
    FOLLOWS,
    /// It can come about, though not by moves from what was before.
    REACHABLE,
    /// It cannot come about.
    MISSED
  }

  Following follow(Simulation life) {
    return new Following(life);
  }

  /// One life that is followed.
  final class Following {
    private final Simulation life;
    private Set<Point> points = new LinkedHashSet<>();
    private List<Run> before = List.of();
    private int facts;
    private final Set<RunId> seen = new HashSet<>();
    private final Set<RunId> hidden = new HashSet<>();
    private boolean lost;

    private Following(Simulation life) {
      this.life = life;
      this.points = opening(abstraction.of(life, hidden));
      this.facts = life.factCount();
    }

    boolean isLost() {
      return lost;
    }

    Set<Point> points() {
      return points;
    }

    /// What has come of one beat more.
    Verdict next() {
      List<Dated> news = life.factsFrom(facts);
      facts = life.factCount();
      List<Run> now = life.underWay();
      hide(now);
      List<Sight> sights = sights();
      if (!lost) {
        Set<Point> next = step(sights, news, before, now);
        before = now;
        if (!next.isEmpty()) {
          points = next;
          return Verdict.FOLLOWS;
        }
        lost = true;
      }
      return exploration.canBe(Predicate.any(sights.stream().map(Sight::predicate).toList()))
          ? Verdict.REACHABLE
          : Verdict.MISSED;
    }

    List<Sight> sights() {
      return abstraction.of(life, hidden);
    }

    /// Runs that begin while all seats of their contract are taken have none for ever.
    private void hide(List<Run> now) {
      for (Contract contract : studied) {
        long seats = study.seats().stream().filter(seat -> seat.id().equals(contract.id())).count();
        List<RunId> all =
            now.stream().filter(run -> run.contract().equals(contract.id())).map(Run::id).toList();
        long free =
            seats
                - all.stream().filter(seen::contains).filter(run -> !hidden.contains(run)).count();
        for (RunId run : all) {
          if (seen.add(run)) {
            if (free > 0) {
              free--;
            } else {
              hidden.add(run);
            }
          }
        }
      }
    }

    private Set<Point> step(List<Sight> sights, List<Dated> news, List<Run> before, List<Run> now) {
      Told told = new Told(news);
      Set<Seat> moving = moving(before, now, news);
      Set<ContractId> acting = acting(before, now, hidden);
      PlainMachine.Test wanted =
          plain.test(Predicate.any(sights.stream().map(Sight::predicate).toList()));
      List<Way<Event>> ways =
          plain.ways().stream()
              .filter(way -> may(way.move().what(), told, moving, acting, sights, way))
              .toList();
      Map<Point, Set<Node>> seen = new HashMap<>();
      Deque<Node> open = new ArrayDeque<>();
      points.forEach(point -> add(new Node(point, 0, 0), seen, open));
      while (!open.isEmpty() && seen.size() < MOST_STATES) {
        Node node = open.poll();
        for (Way<Event> way : ways) {
          boolean acts = way.move().what() instanceof Event.Acts;
          boolean commanded = isCommand(way.move().what());
          if ((acts && node.acts >= told.most())
              || (commanded && node.commands > study.seats().size())) {
            continue;
          }
          if (way.guard().holds(node.point)) {
            add(
                new Node(
                    way.from(node.point),
                    node.acts + (acts ? 1 : 0),
                    node.commands + (commanded ? 1 : 0)),
                seen,
                open);
          }
        }
      }
      Set<Point> next = new LinkedHashSet<>();
      seen.keySet().stream().filter(wanted::holds).forEach(next::add);
      return next;
    }
  }

  private record Node(Point point, int acts, int commands) {}

  private static void add(Node node, Map<Point, Set<Node>> seen, Deque<Node> open) {
    Set<Node> same = seen.computeIfAbsent(node.point, _ -> new HashSet<>());
    if (same.stream()
        .noneMatch(known -> known.acts <= node.acts && known.commands <= node.commands)) {
      same.add(node);
      open.add(node);
    }
  }

  private static boolean isCommand(Event event) {
    return event instanceof Event.Does(_, _, var way, _, _)
        && switch (way) {
          case DONE, REFUSED, BLOCKED -> true;
          case NO_LONGER_ADMITTED, REACHED, PAST, GONE, SILENCE, CHOSEN, OTHERWISE -> false;
          case UNKNOWN, DRAWN -> false;
        };
  }

  /// Seats whose runs stand elsewhere than before.
  private Set<Seat> moving(List<Run> before, List<Run> now, List<Dated> news) {
    Set<Seat> moving = new HashSet<>();
    for (Seat seat : study.seats()) {
      List<Standing> then = standings(before, seat);
      if (!then.equals(standings(now, seat))
          || news.stream()
              .anyMatch(dated ->
                  dated.fact() instanceof Fact.Began(var who, _, _)
                      && who.contract().equals(seat.id()))) {
        moving.add(seat);
      }
    }
    return moving;
  }

  /// Contracts outside the study of which there are runs.
  private Set<ContractId> acting(List<Run> before, List<Run> now, Set<RunId> hidden) {
    return Stream.concat(before.stream(), now.stream())
        .filter(run ->
            hidden.contains(run.id())
                || studied.stream().noneMatch(one -> one.id().equals(run.contract())))
        .map(Run::contract)
        .collect(Collectors.toSet());
  }

  private static List<Standing> standings(List<Run> runs, Seat seat) {
    return runs.stream()
        .filter(run -> run.contract().equals(seat.id()))
        .map(Run::standing)
        .toList();
  }

  private boolean may(
      Event event,
      Told told,
      Set<Seat> moving,
      Set<ContractId> acting,
      List<Sight> sights,
      Way<Event> way) {
    return switch (event) {
      case Event.Acts(var act) -> told.isLike(act);
      case Event.Drifts(Attribute.Field _, _) -> true;
      case Event.Drifts _ -> leadsThere(way, sights);
      case Event.Outside(var contract, _, _) ->
          acting.contains(contract) && (leadsThere(way, sights) || isDisplacement(way, moving));
      case Event.TimePasses _ -> isOnTheWay(way, sights);
      case Event.Does(var seat, var place, _, _, _) ->
          moving.contains(seat) || !isRest(seat, place);
      case Event.Undelivered(var seat, _) -> moving.contains(seat);
      case Event.Begins _, Event.Refused _, Event.Queues _ -> true;
      case Event.GoesLive _ -> false;
      case Event.Displaces(_, var seat) -> moving.contains(seat);
      case Event.Withdraws(var seat) -> moving.contains(seat);
      case Event.Hears _, Event.Leaves _ -> true;
    };
  }

  private static boolean isRest(Seat seat, dev.interlock.core.program.NodeId place) {
    return switch (seat.node(place)) {
      case dev.interlock.core.program.Node.WaitNode _,
          dev.interlock.core.program.Node.AwaitNode _ ->
          true;
      case dev.interlock.core.program.Node.SendNode _,
          dev.interlock.core.program.Node.ActNode _,
          dev.interlock.core.program.Node.BranchNode _,
          dev.interlock.core.program.Node.SplitNode _,
          dev.interlock.core.program.Node.LeaveNode _ ->
          false;
    };
  }

  /// Whether what changes by itself comes to what is seen afterwards.
  private static boolean leadsThere(Way<Event> way, List<Sight> sights) {
    return way.move().updates().stream()
        .allMatch(update ->
            sights.stream().anyMatch(sight -> sight.allows(update.variable(), update.value())));
  }

  /// Whether it pushes out a run that stands elsewhere than before.
  private static boolean isDisplacement(Way<Event> way, Set<Seat> moving) {
    return moving.stream()
        .anyMatch(seat -> way.move().updates().contains(seat.comesTo(seat.displacedPlace())));
  }

  private static boolean isOnTheWay(Way<Event> way, List<Sight> sights) {
    return leadsThere(way, sights)
        || way.move().updates().stream()
            .anyMatch(update ->
                update.variable().name().startsWith("field ")
                    || sights.stream()
                        .anyMatch(sight ->
                            java.util.stream.IntStream.range(
                                    update.value(), update.variable().size())
                                .anyMatch(later -> sight.allows(update.variable(), later))));
  }

  /// The states with which the model may begin where the life does.
  private Set<Point> opening(List<Sight> sights) {
    List<int[]> all = new ArrayList<>(List.of(new int[plain.variables().size()]));
    Sight sight = sights.getFirst();
    for (Variable variable : plain.variables()) {
      int at = plain.indexOf(variable);
      List<int[]> next = new ArrayList<>();
      boolean control = isControl(variable);
      for (int[] values : all) {
        for (int value = 0; value < (control ? 1 : variable.size()); value++) {
          if (sight.allows(variable, value)) {
            int[] more = values.clone();
            more[at] = value;
            next.add(more);
          }
        }
      }
      all = next;
    }
    Set<Point> points = new LinkedHashSet<>();
    all.stream().map(Point::new).filter(plain::isInitial).forEach(points::add);
    return points;
  }

  private boolean isControl(Variable variable) {
    return study.account().all().values().stream().noneMatch(variable::equals);
  }

  /// What contracts were told in a beat that was nobody's of us.
  private final class Told {
    private final List<Happening> happenings;

    Told(List<Dated> news) {
      this.happenings =
          news.stream()
              .map(Dated::fact)
              .flatMap(fact ->
                  fact instanceof Fact.Told(var event, var origin, _)
                          && !(origin instanceof Origin.Ours)
                      ? Stream.of(event.what())
                      : Stream.empty())
              .toList();
    }

    int most() {
      return happenings.isEmpty() ? 0 : 1;
    }

    boolean isLike(WorldAct act) {
      return !happenings.isEmpty()
          && heard(happenings, false).equals(heard(act.happenings(), false))
          && heard(act.happenings(), true).containsAll(heard(happenings, true))
          && named(happenings).equals(named(act.happenings()))
          && refuses(happenings) == refuses(act.happenings());
    }

    private Set<EventPattern> heard(List<Happening> all, boolean hands) {
      Set<EventPattern> heard = new HashSet<>();
      for (EventPattern pattern : patterns) {
        for (Happening what : all) {
          if (what instanceof Happening.ForeignHandActed == hands
              && Listening.matches(pattern, what)) {
            heard.add(pattern);
          }
        }
      }
      return heard;
    }

    private Set<Contract> named(List<Happening> all) {
      Set<Contract> named = new HashSet<>();
      for (Happening what : all) {
        Optional<dev.interlock.contract.model.ContractId> id =
            switch (what) {
              case Happening.StartedByHand(var its, _) -> Optional.of(its);
              case Happening.StartedByApi(var its, _) -> Optional.of(its);
              case Happening.ScheduleReached(var its, _) -> Optional.of(its);
              case Happening _ -> Optional.empty();
            };
        id.ifPresent(one ->
            studied.stream().filter(contract -> contract.id().equals(one)).forEach(named::add));
      }
      return named;
    }

    private boolean refuses(List<Happening> all) {
      return all.stream().anyMatch(HearingMoves::asksForNoMore);
    }
  }
}
