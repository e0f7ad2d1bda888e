package dev.interlock.torture;

import dev.interlock.torture.crm.HostileCrm;
import dev.interlock.torture.ledger.Said;
import dev.interlock.torture.ledger.Seen;
import dev.interlock.torture.ledger.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Sums up what came of it.
final class Outcomes {
  private Outcomes() {}

  static Outcome of(
      Orders orders,
      HostileCrm crm,
      Seen seen,
      Said said,
      Verdict verdict,
      Trials trials,
      int fell,
      long seconds,
      List<String> others) {
    var problems = new ArrayList<>(others);
    problems.addAll(verdict.lost());
    problems.addAll(verdict.sentTwice());
    problems.addAll(verdict.doneTwice());
    problems.addAll(verdict.unverifiedUnraised());
    problems.addAll(verdict.leakedLocks());
    return new Outcome(
        problems.isEmpty(),
        orders.seed(),
        orders.kills(),
        crm.courier().acknowledged(),
        verdict.lost().size(),
        verdict.sentTwice().size(),
        verdict.unverifiedUnraised().size(),
        verdict.leakedLocks().size(),
        verdict.doneTwice().size(),
        fell,
        crm.lostWebhooks(),
        things(crm, seen, said),
        mischief(crm),
        trials.all(),
        seconds,
        problems);
  }

  private static Map<String, Long> things(HostileCrm crm, Seen seen, Said said) {
    var things = new LinkedHashMap<String, Long>();
    things.put("people", (long) crm.invited());
    things.put("thingsTold", (long) seen.acknowledged().size());
    things.put("messages", (long) seen.sent().size());
    things.put("tasksAndNotes", (long) seen.work().size());
    things.put("runs", (long) said.runs().size());
    things.put("runsOver", said.runs().stream().filter(Said.RunSaid::isOver).count());
    things.put("runsRaised", said.runs().stream().filter(run -> !run.raised().isEmpty()).count());
    things.put("refusals", (long) said.refusals().size());
    return things;
  }

  private static Map<String, Long> mischief(HostileCrm crm) {
    var mischief = new LinkedHashMap<String, Long>();
    crm.front()
        .counted()
        .forEach((kind, count) -> mischief.put(kind.name().toLowerCase(Locale.ROOT), count));
    return mischief;
  }
}
