package dev.interlock.app.demo;

import dev.interlock.app.demo.Outcome.Refusal;
import dev.interlock.app.proof.Proof;
import dev.interlock.app.wiring.Interlock;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.core.run.Admission.Reason;
import dev.interlock.engine.read.Records;
import dev.interlock.engine.read.RefusalLine;
import dev.interlock.sandbox.DemoWorld;
import dev.interlock.sandbox.records.SandboxRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Counts what came of a story.
public record Reckoning(
    Records records, InstallationId installation, ContractSet contracts, SandboxRecords crm) {

  static Reckoning of(Interlock interlock, ContractSet contracts, SandboxRecords crm) {
    return new Reckoning(interlock.engine().records(), interlock.installation(), contracts, crm);
  }

  /// What has come so far of a story that other processes tell.
  ///
  /// @param planned when the next thing happens in the sandbox; empty when its story is told
  public Outcome outcome(Optional<Instant> planned) {
    var left = new ArrayList<String>();
    planned.ifPresent(at -> left.add("the sandbox goes on: something happens in it at " + at));
    var totals = records.totals(installation);
    if (totals.inbox() > 0) {
      left.add(counted(totals.inbox(), "webhook waits", "webhooks wait") + " to be worked on");
    }
    if (totals.runsEnded() == 0) {
      left.add("no run has come to its end yet");
    }
    return outcome(0, crm.contacts().size(), left, Duration.ZERO);
  }

  Outcome outcome(long seed, int people, boolean told, Duration seconds) {
    return outcome(
        seed, people, told ? List.of() : List.of("the story was not over in time"), seconds);
  }

  private Outcome outcome(long seed, int people, List<String> left, Duration seconds) {
    var proof = Proof.of(crm, records, installation, contracts);
    var totals = records.totals(installation);
    boolean complete = left.isEmpty() && proof.unfinished() == 0;
    return new Outcome(
        complete && proof.holds() && totals.runsEnded() > 0,
        seed,
        people,
        complete,
        totals.runsEnded() + totals.runsUnderWay(),
        exits(),
        refusals(),
        crm.sentThroughApi().size(),
        proof.duplicates().size(),
        proof.backward().size(),
        proof.broken().size(),
        proof.overstayed(),
        proof.mistold().size(),
        rounded(Duration.between(DemoWorld.BEGIN, crm.takenAt()).toMinutes() / 1440.0),
        rounded(seconds.toMillis() / 1000.0),
        problems(proof, left));
  }

  private Map<String, Map<String, Long>> exits() {
    Map<String, Map<String, Long>> exits = new TreeMap<>();
    contracts.contracts().forEach(contract -> exits.put(contract.id().text(), new TreeMap<>()));
    records
        .exits(installation)
        .forEach(each ->
            exits
                .computeIfAbsent(each.contract().text(), _ -> new TreeMap<>())
                .merge(each.exit().text(), each.count(), Long::sum));
    return exits;
  }

  private List<Refusal> refusals() {
    return records.refusals(installation, Optional.empty(), Integer.MAX_VALUE).reversed().stream()
        .map(Reckoning::refusal)
        .toList();
  }

  private static Refusal refusal(RefusalLine line) {
    return new Refusal(
        line.at().toString(),
        line.contactName(),
        line.contract().text(),
        line.reasons().stream().map(Reason::words).toList());
  }

  private static List<String> problems(Proof proof, List<String> left) {
    var problems = new ArrayList<>(left);
    proof
        .duplicates()
        .forEach(message ->
            problems.add(
                "contact "
                    + message.contactId()
                    + " got the same message again at "
                    + message.at()));
    proof
        .backward()
        .forEach(move ->
            problems.add(
                "contact "
                    + move.contactId()
                    + " was moved back from "
                    + move.from()
                    + " to "
                    + move.to()
                    + " at "
                    + move.at()));
    proof
        .broken()
        .forEach(broken ->
            problems.add(
                "contact "
                    + broken.contact()
                    + " left "
                    + broken.contract()
                    + " as "
                    + broken.exit()
                    + ", but "
                    + broken.words()));
    problems.addAll(proof.mistold());
    if (proof.unfinished() > 0) {
      problems.add(counted(proof.unfinished(), "run is", "runs are") + " not over");
    }
    if (proof.setAside() > 0) {
      problems.add(counted(proof.setAside(), "webhook", "webhooks") + " could not be worked on");
    }
    return problems;
  }

  private static String counted(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  private static double rounded(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
