package dev.interlock.app.command;

import dev.interlock.app.Surroundings;
import dev.interlock.app.casebook.Times;
import dev.interlock.app.console.Console;
import dev.interlock.app.order.OrderRequest;
import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.core.run.Effect.Concern;
import dev.interlock.engine.read.AttentionLine;
import dev.interlock.engine.read.Records;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Says that proofs are founded again, and that others who wrote to contacts have been seen to.
@Command(
    name = "acknowledge",
    description = {
      "Shows which changes in the CRM nobody was declared to make, so that what was proved is no"
          + " longer founded, and with --yes acknowledges them: it was a mistake, and does not"
          + " happen again. Where it may happen again, declare who does it instead, and let the"
          + " contracts go live anew.",
      "So it does with messages that an automation of the CRM or another app sent to contacts with"
          + " whom workflows were at work, and with a clock of the machine that was ahead.",
      "",
      "It ends with 1 when one could not be acknowledged."
    })
final class AcknowledgeOrder implements Callable<Integer> {
  private static final Set<Concern> RAISED =
      EnumSet.of(Concern.UNFOUNDED, Concern.FOREIGN_HAND, Concern.CLOCK_WAS_AHEAD);

  private final Surroundings surroundings;
  private final Console console;

  @Mixin private final DataFolder data = new DataFolder();
  @Mixin private final OrderOptions options = new OrderOptions();

  AcknowledgeOrder(Surroundings surroundings, Console console) {
    this.surroundings = surroundings;
    this.console = console;
  }

  /// What was raised and what became of the order, for machines.
  private record ChangeData(
      String change, String contact, String raisedAt, String outcome, String words) {}

  @Override
  public Integer call() {
    return data.read(surroundings, this::order);
  }

  private int order(Records records, InstallationId installation) {
    var open =
        records.attention(installation).stream()
            .filter(line -> RAISED.contains(line.concern()))
            .toList();
    return new ThingRound(surroundings, console, options)
        .give(
            open,
            new Raised(new Times(records.zone(installation))),
            "What was proved is founded, nobody else wrote to contacts, and the clock was right.");
  }

  private static String contact(AttentionLine change) {
    return change.contact().map(ContactId::text).orElse("");
  }

  private final class Raised implements ThingRound.About<AttentionLine> {
    private final Times times;

    Raised(Times times) {
      this.times = times;
    }

    @Override
    public String effect(AttentionLine change) {
      return change.concern() == Concern.UNFOUNDED
          ? "is acknowledged, and proofs are founded again"
          : "is acknowledged";
    }

    @Override
    public OrderRequest request(AttentionLine change) {
      return new OrderRequest.Acknowledge(change.words());
    }

    @Override
    public void show(AttentionLine change) {
      console.say(change.words());
      var about = change.contact().map(one -> ", contact " + one).orElse("");
      console.say(console.faint("    " + times.stamp(change.raisedAt()) + about));
    }

    @Override
    public Record data(AttentionLine change, Told told) {
      return new ChangeData(
          change.words(),
          contact(change),
          change.raisedAt().toString(),
          told.outcome().word(),
          told.words());
    }
  }
}
