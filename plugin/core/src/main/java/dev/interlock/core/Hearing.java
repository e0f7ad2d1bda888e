package dev.interlock.core;

import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.event.Happening;
import dev.interlock.contract.model.Condition;
import dev.interlock.contract.model.EventPattern;
import dev.interlock.contract.model.EventPattern.Delivery;
import dev.interlock.contract.model.RunKey;
import dev.interlock.contract.model.Step;
import dev.interlock.core.Walk.Progress;
import dev.interlock.core.program.Node;
import dev.interlock.core.program.Node.AwaitNode;
import dev.interlock.core.program.Node.SendNode;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.program.Program.Listener;
import dev.interlock.core.run.Entry.Kind;
import dev.interlock.core.run.Memory;
import java.util.List;
import java.util.Optional;

/// Who in a contract answers an event: an await's own arm first, then a run-wide handler, then, for
/// a message reported as not delivered, the failure path of the step that sent it.
final class Hearing {
  private final Turn turn;

  Hearing(Turn turn) {
    this.turn = turn;
  }

  /// Where the event leads from the node, if anybody answers it; a reading of the contact if a
  /// guard has to be asked first.
  Optional<Progress> answer(Node node, DomainEvent event) {
    if (node instanceof AwaitNode await) {
      Optional<Progress> byArm = byArm(await, event);
      if (byArm.isPresent()) {
        return byArm;
      }
    }
    return byHandler(node, event).or(() -> undelivered(event));
  }

  /// Whether anybody in the contract could answer the event at some later place.
  boolean matters(DomainEvent event) {
    boolean handled =
        turn.program.listeners().stream()
            .anyMatch(listener -> concerns(listener.handler().event(), event));
    return handled
        || failedMessage(event).isPresent()
        || turn.program.nodes().values().stream()
            .anyMatch(node ->
                node instanceof AwaitNode await
                    && await.step().arms().stream().anyMatch(arm -> concerns(arm.event(), event)));
  }

  private Optional<Progress> byArm(AwaitNode node, DomainEvent event) {
    List<Step.Arm> arms = node.step().arms();
    for (int i = 0; i < arms.size(); i++) {
      Step.Arm arm = arms.get(i);
      if (concerns(arm.event(), event)) {
        Optional<Progress> led = led(node, event, arm.guard(), arm.why(), node.arms().get(i));
        if (led.isPresent()) {
          return led;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Progress> byHandler(Node node, DomainEvent event) {
    for (Listener listener : turn.program.listeners()) {
      if (concerns(listener.handler().event(), event)) {
        Optional<Progress> led =
            led(
                node,
                event,
                listener.handler().guard(),
                listener.handler().why(),
                listener.target());
        if (led.isPresent()) {
          return led;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Progress> led(
      Node node, DomainEvent event, Condition guard, String why, NodeId target) {
    if (!(guard instanceof Condition.Always)) {
      if (!turn.hasContact()) {
        return Optional.of(new Progress.Rest(Turn.needsContact()));
      }
      if (Asking.ask(guard, turn.view()) != Truth.YES) {
        return Optional.empty();
      }
    }
    turn.note(
        Kind.HEARD,
        node.id().text(),
        capital(EventsInWords.words(event.what())) + (why.isBlank() ? "." : ": " + why + "."));
    turn.causedBy(event);
    return Optional.of(new Progress.On(target));
  }

  private Optional<Progress> undelivered(DomainEvent event) {
    Optional<Memory.Sent> failed = failedMessage(event);
    if (failed.isEmpty()) {
      return Optional.empty();
    }
    Node sender = turn.program.node(failed.get().at());
    if (!(sender instanceof SendNode(_, _, var next, var onFailure))
        || onFailure.undelivered().equals(next)) {
      return Optional.empty();
    }
    turn.note(
        Kind.FAILED, failed.get().at().text(), capital(EventsInWords.words(event.what())) + ".");
    return Optional.of(new Progress.On(onFailure.undelivered()));
  }

  private Optional<Memory.Sent> failedMessage(DomainEvent event) {
    return event.what() instanceof Happening.MessageOutcome(var delivery, _, var message, _)
            && (delivery == Delivery.FAILED || delivery == Delivery.BOUNCED)
        ? turn.memory().sent().stream().filter(sent -> sent.message().equals(message)).findFirst()
        : Optional.empty();
  }

  private boolean concerns(EventPattern pattern, DomainEvent event) {
    boolean anotherInvoice =
        turn.program.contract().key() == RunKey.INVOICE
            && event.what() instanceof Happening.MoneyHappened(_, var invoice)
            && !invoice.equals(turn.run.key());
    return !anotherInvoice && Listening.concerns(pattern, turn.memory().subject(), event);
  }

  static String capital(String clause) {
    return Character.toUpperCase(clause.charAt(0)) + clause.substring(1);
  }
}
