package dev.interlock.app.command;

import dev.interlock.app.Surroundings;
import dev.interlock.app.casebook.Times;
import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.console.Console;
import dev.interlock.app.order.OrderRequest;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.engine.read.Records;
import dev.interlock.engine.store.Announcements.Failed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Has ends of runs told again that workflows of the CRM could not be told.
@Command(
    name = "retry-endings",
    description = {
      "Shows ends of runs that workflows of the CRM could not be told, by the trigger *Contract"
          + " ended*, and with --yes has them told again: after the CRM is well, or the workflow is"
          + " put right. What such a workflow does begins late then; where it is too late for that,"
          + " --let-be has nobody told.",
      "",
      "It ends with 1 when one could not be taken up. One that cannot be told again either is raised"
          + " again."
    })
final class EndingsOrder implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Console console;

  @Mixin private final DataFolder data = new DataFolder();

  @Parameters(
      arity = "0..*",
      paramLabel = "RUN",
      description = "Of which runs, by the ids shown (default: all).")
  private final List<String> runs = new ArrayList<>();

  @Option(names = "--let-be", description = "They need not be told: what was raised is settled.")
  private boolean letBe;

  @Mixin private final OrderOptions options = new OrderOptions();

  EndingsOrder(Surroundings surroundings, Console console) {
    this.surroundings = surroundings;
    this.console = console;
  }

  /// An end and what became of the order, for machines.
  private record EndingData(
      String run,
      String trigger,
      String contract,
      String exit,
      String contact,
      String endedAt,
      String trouble,
      String outcome,
      String words) {
    static EndingData of(Failed failed, Told told) {
      return new EndingData(
          failed.run().text(),
          failed.trigger(),
          failed.contract().text(),
          failed.exit().text(),
          failed.contact().text(),
          failed.endedAt().toString(),
          failed.words(),
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
            chosen(records.untold(installation)),
            new Untold(new Times(records.zone(installation))),
            "Every workflow of the CRM that waits for an end was told, or will be.");
  }

  private List<Failed> chosen(List<Failed> untold) {
    for (String run : runs) {
      if (untold.stream().noneMatch(each -> each.run().text().equals(run))) {
        throw new CannotRunException(
            "no end of run "
                + run
                + " could not be told; leave the run out to see which could not");
      }
    }
    return untold.stream()
        .filter(each -> runs.isEmpty() || runs.contains(each.run().text()))
        .toList();
  }

  private final class Untold implements ThingRound.About<Failed> {
    private final Times times;

    Untold(Times times) {
      this.times = times;
    }

    @Override
    public String effect(Failed failed) {
      return letBe ? "is not told" : "is told again";
    }

    @Override
    public OrderRequest request(Failed failed) {
      return letBe
          ? new OrderRequest.LeaveUntold(failed.run(), failed.trigger())
          : new OrderRequest.TellAgain(failed.run(), failed.trigger());
    }

    @Override
    public void show(Failed failed) {
      console.say(
          "%s  %s ended with %s at %s, contact %s"
              .formatted(
                  console.bold(failed.run().text()),
                  failed.contract(),
                  failed.exit(),
                  times.stamp(failed.endedAt()),
                  failed.contact()));
      console.say(console.faint("    " + failed.words()));
    }

    @Override
    public Record data(Failed failed, Told told) {
      return EndingData.of(failed, told);
    }
  }
}
