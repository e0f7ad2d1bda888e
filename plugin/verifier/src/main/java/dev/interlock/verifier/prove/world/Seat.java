package dev.interlock.verifier.prove.world;

import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.ExitKind;
import dev.interlock.contract.model.ExitName;
import dev.interlock.contract.model.LaneClaim;
import dev.interlock.contract.model.LaneName;
import dev.interlock.contract.model.RunKey;
import dev.interlock.contract.model.Step;
import dev.interlock.core.Listening;
import dev.interlock.core.program.Node;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.program.Program;
import dev.interlock.verifier.prove.symbolic.Assignment;
import dev.interlock.verifier.prove.symbolic.Predicate;
import dev.interlock.verifier.prove.symbolic.Variable;
import dev.interlock.verifier.walk.Listened;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where one run of a contract under study can be: nowhere, in turn, or at a place of its program.
///
/// A contract whose runs are about appointments, deals or invoices has two seats when it is studied
/// against itself.
public final class Seat {
  private static final List<String> OWN =
      List.of("no appointment", "an appointment", "a cancelled appointment");

  private final Contract contract;
  private final Program program;
  private final int number;
  private final Map<NodeId, Node> places = new LinkedHashMap<>();
  private final List<NodeId> order;
  private final Map<NodeId, Integer> numbers = new HashMap<>();
  private final Variable at;
  private final Predicate inside;
  private final List<EventPattern> listened;
  private final Variable open;
  private final Variable refusing;
  private final Variable own;
  private final Map<NodeId, Variable> sent = new LinkedHashMap<>();

  Seat(Contract contract, Program program, int number) {
    this.contract = contract;
    this.program = program;
    this.number = number;
    this.listened = Listened.in(contract).map(Listened::event).distinct().toList();
    places.putAll(program.nodes());
    for (ExitKind kind : List.of(ExitKind.DISPLACED, ExitKind.WITHDRAWN)) {
      ExitName exit = contract.exitOf(kind).name();
      places.putIfAbsent(
          exitPlace(exit), new Node.LeaveNode(exitPlace(exit), exit, Optional.empty()));
    }
    this.order = List.copyOf(places.keySet());
    List<String> words = new ArrayList<>(List.of("no run", "in turn"));
    for (NodeId place : order) {
      numbers.put(place, words.size());
      words.add(place.text());
    }
    this.at = new Variable(label() + " stands", words);
    this.inside = Predicate.among(at, value -> value >= Values.FIRST_PLACE);
    this.open = Variable.flag(label() + " may still hear");
    this.refusing = Variable.flag(label() + " was told to stop");
    this.own = new Variable(label() + " is about", OWN);
    new Deliveries(program)
        .toBeRemembered()
        .map(Node.SendNode::id)
        .forEach(id -> sent.put(id, Variable.flag(label() + " has sent " + id)));
  }

  private static NodeId exitPlace(ExitName exit) {
    return new NodeId("exit " + exit);
  }

  /// The contract's name; a second seat of one contract has a number behind it.
  String label() {
    return number == 1 ? contract.id().text() : contract.id() + " (" + number + ")";
  }

  public Contract contract() {
    return contract;
  }

  public ContractId id() {
    return contract.id();
  }

  public Program program() {
    return program;
  }

  /// 1, or 2 for the second seat of one contract.
  public int number() {
    return number;
  }

  public Variable at() {
    return at;
  }

  /// Whether events may still come before the run goes on from where it stands: a command was under
  /// way until now.
  Variable open() {
    return open;
  }

  /// Whether the contact asked for no more messages since the run began.
  Variable refusing() {
    return refusing;
  }

  /// Which appointment a run is about: none of its own, one that stands, or one that was cancelled.
  Variable own() {
    return own;
  }

  /// Whether the run has sent the message, where its place alone does not tell.
  Optional<Variable> sent(Node.SendNode message) {
    return Optional.ofNullable(sent.get(message.id()));
  }

  /// All that is remembered of what was sent.
  Collection<Variable> sent() {
    return sent.values();
  }

  /// Whether anybody in the contract listens to this once it runs.
  boolean listensTo(Happening what) {
    return listened.stream().anyMatch(pattern -> Listening.matches(pattern, what));
  }

  /// Whether a run can be about an appointment of its own, so that those of others are none of its
  /// business.
  boolean mayHaveItsOwn() {
    return contract.key() == RunKey.APPOINTMENT
        || Listened.trigger(contract)
            .anyMatch(listened -> listened.event() instanceof EventPattern.AppointmentEvent);
  }

  /// The places of the program, and the exits by which a run is ended from outside.
  public Map<NodeId, Node> places() {
    return places;
  }

  Node node(NodeId place) {
    Node node = places.get(place);
    if (node == null) {
      throw new IllegalArgumentException(label() + " has no place " + place);
    }
    return node;
  }

  /// Whether a run stands there.
  public Predicate standsAt(NodeId place) {
    return at.is(number(place));
  }

  Assignment comesTo(NodeId place) {
    return at.becomes(number(place));
  }

  private int number(NodeId place) {
    Integer number = numbers.get(place);
    if (number == null) {
      throw new IllegalArgumentException(label() + " has no place " + place);
    }
    return number;
  }

  /// The place that a value of [#at] stands for; empty for none and for in turn.
  public Optional<NodeId> place(int value) {
    return value < Values.FIRST_PLACE
        ? Optional.empty()
        : Optional.of(order.get(value - Values.FIRST_PLACE));
  }

  /// Whether a run has begun and is not over.
  public Predicate isInside() {
    return inside;
  }

  /// Whether there is no run at all.
  public Predicate isIdle() {
    return at.is(Values.IDLE);
  }

  /// The lane that a run of this contract holds.
  public Optional<LaneName> lane() {
    return contract.lane() instanceof LaneClaim.InLane(var lane, _, _, _)
        ? Optional.of(lane)
        : Optional.empty();
  }

  int priority() {
    return contract.lane() instanceof LaneClaim.InLane(_, _, var priority, _) ? priority : 0;
  }

  NodeId displacedPlace() {
    return exitPlace(contract.exitOf(ExitKind.DISPLACED).name());
  }

  NodeId withdrawnPlace() {
    return exitPlace(contract.exitOf(ExitKind.WITHDRAWN).name());
  }

  /// Whether anything that the contact sees happens in the contract.
  public boolean isFacing() {
    return places.values().stream().anyMatch(Node.SendNode.class::isInstance);
  }

  /// The step at the place, where it is one that does something.
  public Optional<Step> stepAt(NodeId place) {
    return step(node(place));
  }

  /// The step at a place, where it is one that does something.
  public static Optional<Step> step(Node node) {
    return switch (node) {
      case Node.SendNode send -> Optional.of(send.step());
      case Node.ActNode act -> Optional.of(act.step());
      case Node.WaitNode wait -> Optional.of(wait.step());
      case Node.AwaitNode await -> Optional.of(await.step());
      case Node.BranchNode branch -> Optional.of(branch.step());
      case Node.SplitNode split -> Optional.of(split.step());
      case Node.LeaveNode _ -> Optional.empty();
    };
  }
}
