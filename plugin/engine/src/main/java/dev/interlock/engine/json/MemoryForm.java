package dev.interlock.engine.json;

import dev.interlock.contract.contact.AppointmentId;
import dev.interlock.contract.contact.DealId;
import dev.interlock.contract.contact.MessageId;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.PipelineName;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.run.Memory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// How a run's memory is written down.
final class MemoryForm {
  /// Under what stands whatever is of one person or moment.
  private static final Set<String> OWN =
      Set.of(
          "appointment",
          "deal",
          "heard",
          "message",
          "when",
          "id",
          "title",
          "causedAt",
          "due",
          "first",
          "overSince");

  private MemoryForm() {}

  /// Events that wait to be used have what the contact wrote, and stay in one piece.
  static Written apart(Memory memory) {
    Out out = write(memory);
    return memory.latched().isEmpty()
        ? out.apart(OWN)
        : new Written(out.written(), out.written(), List.of());
  }

  static Out write(Memory memory) {
    return Out.plain()
        .maybe("appointment", memory.subject().appointment())
        .maybe("deal", memory.subject().deal())
        .number("commands", memory.commands())
        .parts("latched", memory.latched(), EventForm::write)
        .names("heard", memory.heard())
        .parts("sent", memory.sent(), MemoryForm::sent)
        .parts("tasks", memory.tasks(), MemoryForm::task)
        .names("ownWrites", memory.ownWrites())
        .parts("deals", memory.deals().entrySet(), MemoryForm::deal)
        .claim("optedOut", memory.optedOut())
        .time("causedAt", memory.causedAt())
        .parts("grant", memory.grant().stream().toList(), MemoryForm::grant)
        .maybe("overSince", memory.overSince());
  }

  static Memory read(In in) {
    return new Memory(
        new Memory.Subject(
            in.maybe("appointment", AppointmentId::new), in.maybe("deal", DealId::new)),
        Math.toIntExact(in.number("commands")),
        in.parts("latched", EventForm::read),
        in.names("heard", String::valueOf),
        in.parts("sent", MemoryForm::sent),
        in.parts("tasks", each -> new Memory.Task(each.text("id"), each.text("title"))),
        Set.copyOf(in.names("ownWrites", String::valueOf)),
        in.parts("deals", UnaryOperator.identity()).stream()
            .collect(
                Collectors.toMap(
                    each -> each.name("pipeline", PipelineName::new),
                    each -> each.name("deal", DealId::new))),
        in.claim("optedOut"),
        in.time("causedAt"),
        in.parts("grant", MemoryForm::grant).stream().findFirst(),
        in.maybe("overSince", Instant::parse));
  }

  private static Out deal(Map.Entry<PipelineName, DealId> deal) {
    return Out.plain().name("pipeline", deal.getKey()).name("deal", deal.getValue());
  }

  private static Out grant(Memory.Grant grant) {
    return Out.plain()
        .name("at", grant.at())
        .time("due", grant.due())
        .time("first", grant.first())
        .number("attempts", grant.attempts());
  }

  private static Memory.Grant grant(In in) {
    return new Memory.Grant(
        in.name("at", NodeId::new),
        in.time("due"),
        in.time("first"),
        Math.toIntExact(in.number("attempts")));
  }

  private static Out sent(Memory.Sent sent) {
    return Out.plain()
        .name("at", sent.at())
        .text("channel", sent.channel().name())
        .name("message", sent.message())
        .time("when", sent.when());
  }

  private static Memory.Sent sent(In in) {
    return new Memory.Sent(
        in.name("at", NodeId::new),
        in.word("channel", Channel.class),
        in.name("message", MessageId::new),
        in.time("when"));
  }

  private static Out task(Memory.Task task) {
    return Out.plain().text("id", task.id()).text("title", task.title());
  }
}
