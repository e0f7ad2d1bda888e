package dev.interlock.verifier.scenario;

import dev.interlock.contract.contact.MessageId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Action;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.Step;
import dev.interlock.core.Listening;
import dev.interlock.core.program.Node;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.program.Program;
import dev.interlock.core.run.Entry;
import dev.interlock.core.run.Outcome.AlreadySo;
import dev.interlock.core.run.Outcome.Blocked;
import dev.interlock.core.run.Outcome.Done;
import dev.interlock.core.run.Outcome.Refused;
import dev.interlock.core.run.RunId;
import dev.interlock.simulation.Chronicle;
import dev.interlock.simulation.Fact;
import dev.interlock.simulation.Repertoire;
import dev.interlock.simulation.Who;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a story walked of its contracts, read off its chronicle: outcomes of commands, and the
/// journal's own lines on waits, silences and branches. Which arm or handler answered an event is
/// told by where the run went on.
final class Walked {
  private static final Pattern TAKES_ARM = Pattern.compile("Takes arm (\\d+)\\b.*");
  private static final Pattern DRAWS_SHARE = Pattern.compile("Draws share (\\d+)\\..*");

  private final Repertoire repertoire;
  private final Set<Key> walked = new LinkedHashSet<>();
  private final Map<String, DomainEvent> events = new HashMap<>();
  private final Map<MessageId, String> senders = new HashMap<>();
  private final Map<RunId, String> waiting = new HashMap<>();
  private final Map<RunId, DomainEvent> kept = new HashMap<>();
  private final Map<RunId, List<Answer>> answers = new HashMap<>();

  private Walked(Repertoire repertoire) {
    this.repertoire = repertoire;
  }

  /// A passage without its position.
  private record Key(ContractId contract, String step, String way) {}

  /// One who may have answered an event, and where it would lead.
  private record Answer(Key key, NodeId target) {}

  /// Whether the story walked the passage.
  boolean has(Passage passage) {
    return walked.contains(new Key(passage.contract(), passage.step(), passage.way()));
  }

  static Walked by(Repertoire repertoire, Chronicle chronicle) {
    Walked walked = new Walked(repertoire);
    chronicle.facts().forEach(dated -> walked.read(dated.fact()));
    return walked;
  }

  private void read(Fact fact) {
    switch (fact) {
      case Fact.Told(var event, _, _) -> events.put(event.id(), event);
      case Fact.Answered(var who, var event, var at) -> answered(who, event, at);
      case Fact.Given(var who, var command, _) -> goesOn(who, command.step());
      case Fact.Came came -> came(came);
      case Fact.NotSent(var who, var step, _, var why, _) -> {
        goesOn(who, step);
        if (why == Fact.Why.BLOCKED || why == Fact.Why.EXPIRED) {
          add(who, step, Passages.BLOCKED);
        }
      }
      case Fact.Noted(var who, var entry) -> noted(who, entry);
      case Fact.Left(var who, var exit, _, _, _, _) -> {
        goesOn(who, exit.text());
        add(who, exit.text(), Passages.LEFT);
      }
      case Fact _ -> {}
    }
  }

  private void came(Fact.Came came) {
    Optional<Node> node = node(came.who(), came.command().step());
    boolean isStep =
        node.filter(one -> one instanceof Node.SendNode || one instanceof Node.ActNode).isPresent();
    if (!isStep) {
      return;
    }
    if (came.outcome() instanceof Done(var message, _)) {
      message.ifPresent(id -> senders.put(id, came.command().step()));
    }
    switch (came.outcome()) {
      case Done _, AlreadySo _ -> add(came.who(), came.command().step(), Passages.DONE);
      case Refused _ -> add(came.who(), came.command().step(), Passages.REFUSED);
      case Blocked _ -> add(came.who(), came.command().step(), Passages.BLOCKED);
      case dev.interlock.core.run.Outcome _ -> {}
    }
  }

  private void noted(Who who, Entry entry) {
    Optional<Node> node = node(who, entry.step());
    switch (entry.kind()) {
      case WAITING -> {
        goesOn(who, entry.step());
        if (node.filter(Node.WaitNode.class::isInstance).isPresent()) {
          waiting.put(who.run(), entry.step());
        }
      }
      case BRANCHED -> {
        node.ifPresent(one -> branched(who, one, entry.words()));
        goesOn(who, entry.step());
      }
      case EXIT -> goesOn(who, entry.step());
      case HEARD, FAILED -> keptIsHeard(who, entry.step());
      case ENTERED, QUEUED, TURNED_AWAY, STEP, HELD, SUPPRESSED, BLOCKED -> {}
      case IGNORED, DOUBT, OPERATOR, MISMATCH, ENDED -> {}
    }
  }

  private void branched(Who who, Node node, String words) {
    String step = node.id().text();
    switch (node) {
      case Node.WaitNode _ -> {
        waiting.remove(who.run());
        add(who, step, words.startsWith("There is no such") ? Passages.GONE : Passages.PAST);
      }
      case Node.AwaitNode _ -> add(who, step, Passages.SILENCE);
      case Node.BranchNode _ -> {
        Matcher arm = TAKES_ARM.matcher(words);
        if (arm.matches()) {
          add(who, step, Passages.arm(Integer.parseInt(arm.group(1)) - 1));
        } else {
          add(who, step, words.startsWith("No arm holds") ? Passages.OTHERWISE : Passages.UNKNOWN);
        }
      }
      case Node.SplitNode _ -> {
        Matcher share = DRAWS_SHARE.matcher(words);
        if (share.matches()) {
          add(who, step, Passages.share(Integer.parseInt(share.group(1)) - 1));
        }
      }
      case Node.SendNode _, Node.ActNode _, Node.LeaveNode _ -> {}
    }
  }

  /// What was kept while a command was under way is answered at the place that the journal names
  /// next.
  private void answered(Who who, String id, String at) {
    DomainEvent event = events.get(id);
    if (event == null) {
      return;
    }
    waiting.remove(who.run());
    if (at.isEmpty()) {
      kept.put(who.run(), event);
    } else {
      answeredAt(who, at, event);
    }
  }

  private void answeredAt(Who who, String at, DomainEvent event) {
    Optional<Program> program = repertoire.program(who.contract());
    Optional<Node> node = node(who, at);
    if (program.isPresent() && node.isPresent()) {
      answers.put(who.run(), candidates(who, program.get(), node.get(), event.what()));
    }
  }

  private void keptIsHeard(Who who, String at) {
    DomainEvent event = kept.remove(who.run());
    if (event != null) {
      answeredAt(who, at, event);
    }
  }

  private List<Answer> candidates(Who who, Program program, Node node, Happening what) {
    List<Answer> candidates = new ArrayList<>();
    if (node instanceof Node.AwaitNode await) {
      candidates.addAll(arms(who, await, what));
    }
    for (int i = 0; i < program.listeners().size(); i++) {
      Program.Listener listener = program.listeners().get(i);
      if (Listening.matches(listener.handler().event(), what)) {
        candidates.add(
            new Answer(key(who, Passages.THROUGHOUT, Passages.handler(i)), listener.target()));
      }
    }
    if (what instanceof Happening.MessageOutcome(_, _, var message, _)) {
      sender(program, message)
          .map(send ->
              new Answer(
                  key(who, send.id().text(), Passages.UNDELIVERED), send.onFailure().undelivered()))
          .ifPresent(candidates::add);
    }
    return candidates;
  }

  private static List<Answer> arms(Who who, Node.AwaitNode await, Happening what) {
    List<Answer> answers = new ArrayList<>();
    List<Step.Arm> arms = await.step().arms();
    for (int i = 0; i < arms.size(); i++) {
      if (Listening.matches(arms.get(i).event(), what)) {
        answers.add(new Answer(key(who, await.id().text(), Passages.arm(i)), await.arms().get(i)));
      }
    }
    return answers;
  }

  private Optional<Node.SendNode> sender(Program program, MessageId message) {
    return Optional.ofNullable(senders.get(message))
        .map(step -> program.nodes().get(new NodeId(step)))
        .filter(Node.SendNode.class::isInstance)
        .map(Node.SendNode.class::cast);
  }

  /// The run has come to the place: what it waited for is reached, and who answered is known.
  private void goesOn(Who who, String place) {
    String waited = waiting.get(who.run());
    if (waited != null && !waited.equals(place)) {
      waiting.remove(who.run());
      add(who, waited, Passages.REACHED);
    }
    List<Answer> open = answers.remove(who.run());
    if (open == null) {
      return;
    }
    open.stream()
        .filter(answer -> leadsTo(who, answer.target(), place))
        .findFirst()
        .or(() -> open.size() == 1 ? Optional.of(open.getFirst()) : Optional.empty())
        .ifPresent(answer -> walked.add(answer.key()));
  }

  private boolean leadsTo(Who who, NodeId target, String place) {
    return target.text().equals(place)
        || node(who, target.text()).filter(node -> passesTo(who, node, place)).isPresent();
  }

  /// Exits go by their names, and a step that ticks off tasks leaves no trace where none is open.
  private boolean passesTo(Who who, Node node, String place) {
    return switch (node) {
      case Node.LeaveNode(_, var exit, _) -> exit.text().equals(place);
      case Node.ActNode(_, Step.Act(_, Action.CompleteTasks _, _, _, _), var next, _) ->
          leadsTo(who, next, place);
      case Node.ActNode _, Node.SendNode _, Node.WaitNode _, Node.AwaitNode _ -> false;
      case Node.BranchNode _, Node.SplitNode _ -> false;
    };
  }

  private Optional<Node> node(Who who, String place) {
    return repertoire
        .program(who.contract())
        .flatMap(program -> Optional.ofNullable(program.nodes().get(new NodeId(place))));
  }

  private void add(Who who, String place, String way) {
    walked.add(key(who, place, way));
  }

  /// A step inside a repeat is the same step in each turn.
  private static Key key(Who who, String place, String way) {
    int turn = place.indexOf('#');
    return new Key(who.contract(), turn < 0 ? place : place.substring(0, turn), way);
  }
}
