package dev.interlock.app.command;

import dev.interlock.app.Surroundings;
import dev.interlock.app.casebook.Times;
import dev.interlock.app.console.Console;
import dev.interlock.app.console.ExitCode;
import dev.interlock.app.console.Json;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.engine.read.Records;
import dev.interlock.engine.read.Totals;
import dev.interlock.engine.read.VersionLine;
import dev.interlock.engine.store.Accounts.Account;
import dev.interlock.engine.store.Accounts.State;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Shows all accounts that installed the app, with the versions that are live in each.
@Command(
    name = "accounts",
    description = {
      "Shows every account that installed your marketplace app: how it stands with it, which versions"
          + " of which contracts take new entries there, how many runs are under way, and how much"
          + " somebody has to look at. A server may be at work meanwhile.",
      "",
      "It ends with 1 when an account is disconnected, or something has to be looked at."
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
  private record AccountData(
      String id,
      String name,
      String company,
      String state,
      String reason,
      String since,
      Map<String, String> versions,
      long underWay,
      long attention) {
    private AccountData {
      versions = Map.copyOf(versions);
    }

    boolean isWell() {
      return attention == 0 && !state.equals("disconnected");
    }
  }

  @Override
  public Integer call() {
    return data.readAll(surroundings, this::show);
  }

  private int show(Records records) {
    var installed = List.copyOf(records.installations());
    var accounts =
        records.accounts().stream()
            .map(account -> line(account, records, installed.contains(account.id())))
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

  private static AccountData line(Account account, Records records, boolean everLive) {
    InstallationId id = account.id();
    var versions = new TreeMap<String, String>();
    long underWay = 0;
    long attention = 0;
    if (everLive) {
      records.versions(id).stream()
          .filter(VersionLine::active)
          .forEach(line -> versions.put(line.contract().text(), line.hash()));
      Totals totals = records.totals(id);
      underWay = totals.runsUnderWay();
      attention = totals.attention();
    }
    return new AccountData(
        id.text(),
        account.name(),
        account.company(),
        account.state().name().toLowerCase(Locale.ROOT),
        account.reason(),
        account.since().toString(),
        versions,
        underWay,
        attention);
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
        .forEach(
            (contract, hash) -> console.say("    " + contract + " " + VersionWords.shortly(hash)));
    console.say(
        console.faint(
            "    since %s UTC, %d under way, %d to look at"
                .formatted(since, account.underWay(), account.attention())));
  }
}
