package dev.interlock.app.command;

import dev.interlock.app.Surroundings;
import dev.interlock.app.casebook.AccountFigures;
import dev.interlock.app.casebook.Released;
import dev.interlock.app.casebook.Times;
import dev.interlock.app.casebook.WaitingWorkflow;
import dev.interlock.app.console.Console;
import dev.interlock.app.console.ExitCode;
import dev.interlock.app.console.Json;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.engine.read.Records;
import dev.interlock.engine.store.Accounts.Account;
import dev.interlock.engine.store.Accounts.State;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Shows all accounts that installed the app, with the versions that are live in each.
@Command(
    name = "accounts",
    description = {
      "Shows every account that installed your marketplace app: how it stands with it, which versions"
          + " of which contracts take new entries there, which of its own workflows wait for contracts"
          + " to end, how many runs are under way, and how much somebody has to look at. A server may"
          + " be at work meanwhile.",
      "",
      "It ends with 1 when an account is disconnected, something has to be looked at, or one of its"
          + " own workflows waits for what never comes.",
      "",
      "With `release` and `back` it changes which versions are live in some of them."
    })
final class AccountsCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Console console;

  @Mixin private final DataFolder data = new DataFolder();

  @Option(names = "--json", description = "Print one JSON array.")
  private boolean json;

  AccountsCommand(Surroundings surroundings, Console console) {
    this.surroundings = surroundings;
    this.console = console;
  }

  /// An account, for machines.
  ///
  /// @param versions the live version of each contract
  /// @param outdated the contracts of which another account has a newer version
  /// @param drifted things that changed in the CRM since contracts went live
  /// @param workflows of the CRM that wait for contracts to end
  /// @param lastHeard when something was heard from the CRM last; empty when nothing ever was
  /// @param calls to the CRM; null where contracts never went live
  private record AccountData(
      String id,
      String name,
      String company,
      String state,
      String reason,
      String since,
      Map<String, String> versions,
      List<String> outdated,
      long underWay,
      long attention,
      long drifted,
      List<WaitingWorkflow> workflows,
      String lastHeard,
      Optional<CallsData> calls) {
    private AccountData {
      versions = Map.copyOf(versions);
      outdated = List.copyOf(outdated);
      workflows = List.copyOf(workflows);
    }

    boolean isWell() {
      return attention == 0
          && !state.equals("disconnected")
          && workflows.stream().allMatch(each -> each.fault().isEmpty());
    }
  }

  @Override
  public Integer call() {
    return data.readAll(surroundings, this::show);
  }

  private int show(Records records) {
    var installed = List.copyOf(records.installations());
    var released = Released.of(records);
    var accounts =
        records.accounts().stream()
            .map(account -> line(account, figures(account, records, released, installed), records))
            .toList();
    if (json) {
      console.say(Json.of(accounts));
    } else if (accounts.isEmpty()) {
      console.say("No account has installed an app here.");
    } else {
      accounts.forEach(this::print);
    }
    return accounts.stream().allMatch(AccountData::isWell) ? ExitCode.FINE : ExitCode.NO;
  }

  private static AccountFigures figures(
      Account account, Records records, Released released, List<InstallationId> installed) {
    return installed.contains(account.id())
        ? AccountFigures.of(records, account.id(), released)
        : AccountFigures.none();
  }

  private static AccountData line(Account account, AccountFigures figures, Records records) {
    List<AccountFigures.Version> live =
        figures.versions().stream().filter(AccountFigures.Version::active).toList();
    return new AccountData(
        account.id().text(),
        account.name(),
        account.company(),
        account.state().name().toLowerCase(Locale.ROOT),
        account.reason(),
        account.since().toString(),
        live.stream()
            .collect(
                Collectors.toMap(AccountFigures.Version::contract, AccountFigures.Version::hash)),
        live.stream()
            .filter(version -> !version.isNewest())
            .map(AccountFigures.Version::contract)
            .toList(),
        figures.underWay(),
        figures.attention(),
        figures.drifted(),
        workflows(account, figures, records),
        figures.heard().map(Instant::toString).orElse(""),
        figures.versions().isEmpty() ? Optional.empty() : Optional.of(CallsData.of(figures)));
  }

  /// Those of an account that uninstalled the app wait for nothing.
  private static List<WaitingWorkflow> workflows(
      Account account, AccountFigures figures, Records records) {
    return account.state() == State.REMOVED
        ? List.of()
        : WaitingWorkflow.of(
            records,
            account.id(),
            figures.versions().stream()
                .map(AccountFigures.Version::contract)
                .collect(Collectors.toSet()));
  }

  private void print(AccountData account) {
    var since = new Times(ZoneOffset.UTC).stamp(Instant.parse(account.since()));
    String state =
        State.valueOf(account.state().toUpperCase(Locale.ROOT)) == State.CONNECTED
            ? account.state()
            : console.odd(account.state());
    console.say(
        "%s  %s  %s"
            .formatted(
                console.bold(account.name().isEmpty() ? account.id() : account.name()),
                state,
                console.faint(account.id())));
    if (!account.reason().isEmpty()) {
      console.say("    " + account.reason());
    }
    new TreeMap<>(account.versions())
        .forEach((contract, hash) ->
            console.say(
                "    "
                    + contract
                    + " "
                    + VersionWords.shortly(hash)
                    + (account.outdated().contains(contract)
                        ? "  " + console.odd("a newer one is released")
                        : "")));
    account
        .workflows()
        .forEach(each ->
            console.say(
                "    the CRM's workflow %s waits for %s%s"
                    .formatted(
                        each.workflow(),
                        each.words(),
                        each.fault().isEmpty()
                            ? ""
                            : "  " + console.odd("never begins: " + each.fault()))));
    console.say(
        console.faint(
            "    since %s UTC, %d under way, %d to look at, %s"
                .formatted(since, account.underWay(), account.attention(), heard(account))));
    account
        .calls()
        .ifPresent(calls ->
            console.say(
                console.faint(
                    "    calls to the CRM: " + calls.words(surroundings.clock().instant()))));
    if (account.drifted() > 0) {
      console.say(
          "    "
              + console.bad(
                  account.drifted() + " of what contracts name changed in the CRM since go-live"));
    }
  }

  private static String heard(AccountData account) {
    return account.lastHeard().isEmpty()
        ? "nothing heard yet"
        : "last heard "
            + new Times(ZoneOffset.UTC).stamp(Instant.parse(account.lastHeard()))
            + " UTC";
  }
}
