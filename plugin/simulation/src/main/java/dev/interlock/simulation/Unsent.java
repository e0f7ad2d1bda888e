package dev.interlock.simulation;

import dev.interlock.contract.contact.Consent;
import dev.interlock.contract.contact.ContactSnapshot;
import dev.interlock.contract.contact.Known;
import dev.interlock.contract.model.Channel;
import dev.interlock.contract.model.Step;
import dev.interlock.core.program.Node;
import dev.interlock.core.program.NodeId;
import dev.interlock.core.program.Program;
import dev.interlock.core.run.Decision;
import dev.interlock.core.run.Entry;
import dev.interlock.core.run.Facts;
import dev.interlock.simulation.Fact.NotSent;
import dev.interlock.simulation.Fact.Why;
import java.util.ArrayList;
import java.util.List;

/// Finds the messages that a decision did not let go out.
record Unsent(Program program, Facts facts) {

  List<Fact> of(Decision decision) {
    List<Fact> unsent = new ArrayList<>();
    for (Entry entry : decision.journal()) {
      if (isOfMessage(entry.kind())
          && program.nodes().get(new NodeId(entry.step())) instanceof Node.SendNode send) {
        Channel channel = send.step().message().channel();
        unsent.add(
            new NotSent(
                Who.of(decision.next()),
                entry.step(),
                channel,
                why(entry.kind(), send.step(), decision.next().memory().optedOut()),
                entry.words()));
      }
    }
    return unsent;
  }

  private static boolean isOfMessage(Entry.Kind kind) {
    return kind == Entry.Kind.HELD || kind == Entry.Kind.SUPPRESSED || kind == Entry.Kind.BLOCKED;
  }

  private Why why(Entry.Kind kind, Step.Send send, boolean optedOut) {
    if (kind == Entry.Kind.HELD) {
      return Why.HELD;
    }
    if (kind == Entry.Kind.SUPPRESSED) {
      return Why.SUPPRESSED;
    }
    return mayBeWrittenTo(send, optedOut) ? Why.EXPIRED : Why.BLOCKED;
  }

  /// The core says *blocked* of both: nothing but time is then left as a reason.
  private boolean mayBeWrittenTo(Step.Send send, boolean optedOut) {
    Channel channel = send.message().channel();
    boolean mayByCrm =
        facts.contact() instanceof Known.Said<ContactSnapshot>(var contact)
            && contact.addresses().containsKey(channel)
            && contact.consent().get(channel) != Consent.OPTED_OUT;
    return mayByCrm
        && send.terms().expiresAfter().isPresent()
        && !(optedOut && send.terms().afterOptOut().isEmpty());
  }
}
