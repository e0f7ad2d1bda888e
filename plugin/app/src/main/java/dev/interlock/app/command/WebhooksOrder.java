package dev.interlock.app.command;

import dev.interlock.app.Surroundings;
import dev.interlock.app.casebook.Times;
import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.console.Console;
import dev.interlock.app.order.OrderRequest;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.engine.read.AsideLine;
import dev.interlock.engine.read.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Has webhooks worked on again that were set aside.
@Command(
    name = "retry-webhooks",
    description = {
      "Shows webhooks that could not be worked on and were set aside, and with --yes has them worked"
          + " on again: after names have been added to the CRM, or Interlock has been replaced by a"
          + " newer one.",
      "",
      "It ends with 1 when one that was ordered could not be taken up. One that cannot be worked on"
          + " again is set aside again."
    })
final class WebhooksOrder implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Console console;

  @Mixin private final DataFolder data = new DataFolder();

  @Parameters(
      arity = "0..*",
      paramLabel = "NUMBER",
      description = "Which, by the numbers shown (default: all).")
  private final List<Long> numbers = new ArrayList<>();

  @Mixin private final OrderOptions options = new OrderOptions();

  WebhooksOrder(Surroundings surroundings, Console console) {
    this.surroundings = surroundings;
    this.console = console;
  }

  /// A webhook and what became of the order, for machines.
  private record WebhookData(
      long number,
      String kind,
      String contact,
      String receivedAt,
      String trouble,
      String outcome,
      String words) {
    static WebhookData of(AsideLine aside, Told told) {
      return new WebhookData(
          aside.number(),
          aside.kind(),
          aside.about().text(),
          aside.receivedAt().toString(),
          aside.trouble(),
          told.outcome().word(),
          told.words());
    }
  }

  @Override
  public Integer call() {
    return data.read(surroundings, this::order);
  }

  private int order(Records records, InstallationId installation) {
    return new ThingRound(surroundings, console, options)
        .give(
            chosen(records.setAside(installation)),
            new SetAside(new Times(records.zone(installation))),
            "No webhook is set aside.");
  }

  private List<AsideLine> chosen(List<AsideLine> aside) {
    for (long number : numbers) {
      if (aside.stream().noneMatch(each -> each.number() == number)) {
        throw new CannotRunException(
            "no webhook " + number + " is set aside; leave the number out to see which are");
      }
    }
    return aside.stream()
        .filter(each -> numbers.isEmpty() || numbers.contains(each.number()))
        .toList();
  }

  private final class SetAside implements ThingRound.About<AsideLine> {
    private final Times times;

    SetAside(Times times) {
      this.times = times;
    }

    @Override
    public String effect(AsideLine aside) {
      return "is worked on again";
    }

    @Override
    public OrderRequest request(AsideLine aside) {
      return new OrderRequest.RetryWebhook(aside.number());
    }

    @Override
    public void show(AsideLine aside) {
      console.say(
          "%s  %s  of %s, contact %s"
              .formatted(
                  console.bold(String.valueOf(aside.number())),
                  aside.kind(),
                  times.stamp(aside.receivedAt()),
                  aside.about()));
      console.say(console.faint("    " + aside.trouble()));
    }

    @Override
    public Record data(AsideLine aside, Told told) {
      return WebhookData.of(aside, told);
    }
  }
}
