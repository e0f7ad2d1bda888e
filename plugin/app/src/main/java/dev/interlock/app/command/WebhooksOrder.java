package dev.interlock.app.command;

import dev.interlock.app.Surroundings;
import dev.interlock.app.casebook.Times;
import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.console.Console;
import dev.interlock.app.console.ExitCode;
import dev.interlock.app.console.Json;
import dev.interlock.app.order.OrderLine;
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
    var chosen = chosen(records.setAside(installation));
    var times = new Times(records.zone(installation));
    var told = new ArrayList<WebhookData>();
    boolean all = true;
    try (var line = options.line(surroundings)) {
      for (var aside : chosen) {
        Told one = one(aside, line);
        told.add(WebhookData.of(aside, one));
        all &= !one.isFailed();
        if (!options.wantsJson()) {
          show(aside, one, times);
        }
      }
    }
    if (options.wantsJson()) {
      console.say(Json.of(told));
    } else if (chosen.isEmpty()) {
      console.say("No webhook is set aside.");
    } else {
      options.remind(console);
    }
    return all ? ExitCode.FINE : ExitCode.NO;
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

  private Told one(AsideLine aside, OrderLine line) {
    String effect = "is worked on again";
    return options.isMeant()
        ? Told.of(line.give(new OrderRequest.RetryWebhook(aside.number())), effect)
        : new Told(Told.Outcome.WOULD_BE_DONE, effect);
  }

  private void show(AsideLine aside, Told told, Times times) {
    console.say(
        "%s  %s  of %s, contact %s"
            .formatted(
                console.bold(String.valueOf(aside.number())),
                aside.kind(),
                times.stamp(aside.receivedAt()),
                aside.about()));
    console.say(console.faint("    " + aside.trouble()));
    console.say("    " + told.styled(console));
  }
}
