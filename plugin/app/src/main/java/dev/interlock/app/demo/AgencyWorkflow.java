package dev.interlock.app.demo;

import dev.interlock.app.action.CallGuard;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.engine.read.Records;
import dev.interlock.engine.read.RunFilter;
import dev.interlock.engine.read.RunSummary;
import dev.interlock.sandbox.SandboxAgency;
import dev.interlock.sandbox.modules.Portal;
import dev.interlock.sandbox.records.ExecutionRow;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A workflow of the CRM's own in one practice, which begins whenever a contract ends there.
final class AgencyWorkflow {
  /// What its calls are known by.
  static final String SECRET = "the agency's own secret";

  private static final int FINE = 200;

  private final SandboxAgency agency;
  private final String account;

  AgencyWorkflow(SandboxAgency agency, String account) {
    this.agency = agency;
    this.account = account;
  }

  /// The app's maker says where its trigger is told of, and the practice puts it into a workflow.
  void open(URI server) {
    agency
        .modules()
        .enter(
            new Portal(
                server.resolve("/triggers/subscription"),
                server.resolve("/actions/start"),
                Map.of(CallGuard.SECRET, SECRET)));
    var world = agency.location(account).world();
    var made = new ArrayList<String>();
    world.change(
        () -> made.add(world.workflows().add("After a contract has ended", "published").id()));
    agency.modules().add(account, made.getFirst());
  }

  /// How often it began.
  long begun() {
    return fired().size();
  }

  private List<ExecutionRow> fired() {
    return agency.modules().executions().stream().filter(row -> row.status() == FINE).toList();
  }

  /// What was not as it should be: it begins once for each run that ended, and for no other.
  List<String> problems(Records records) {
    List<String> ended =
        records.runs(new InstallationId(account), RunFilter.all(), Integer.MAX_VALUE, 0).stream()
            .filter(run -> run.exit().isPresent())
            .map(RunSummary::run)
            .map(Object::toString)
            .sorted()
            .toList();
    List<String> told =
        fired().stream()
            .map(row -> row.payload().getOrDefault("id", "").replaceFirst("/.*", ""))
            .sorted()
            .toList();
    return ended.equals(told)
        ? List.of()
        : List.of(ended.size() + " runs ended where a workflow was told of " + told.size());
  }
}
