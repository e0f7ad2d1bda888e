package dev.interlock.app.command;

import dev.interlock.app.Surroundings;
import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.fleet.OwnJars;
import dev.interlock.app.gate.Running;
import dev.interlock.app.settings.Key;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.engine.read.Records;
import dev.interlock.engine.store.Accounts.Account;
import dev.interlock.engine.store.Accounts.State;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// For which accounts jars are exchanged, and how that is told.
final class ReleaseOptions {
  @Option(
      names = "--account",
      paramLabel = "ID",
      required = true,
      description = "The account; may be given several times.")
  private final List<String> accounts = new ArrayList<>();

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  @Option(names = "--json", description = "Print one JSON array. Needs --yes.")
  private boolean json;

  @Mixin private final DataFolder data = new DataFolder();

  /// An account that is meant, with what is live in it.
  record Chosen(String id, String name, OwnJars jars, Running running) {
    /// As people know it.
    String words() {
      return name.isEmpty() ? id : name + "  " + id;
    }
  }

  boolean wantsJson() {
    return json;
  }

  /// Those that are meant, each once.
  ///
  /// @param anyway whether it may be one that has not installed the app
  /// @throws CannotRunException when one of them is not there
  List<Chosen> chosen(Surroundings surroundings, boolean anyway) {
    if (json && !yes) {
      throw new CannotRunException("with --json nobody can be asked; add --yes to say yes");
    }
    return data.readAll(
        surroundings,
        records ->
            new LinkedHashSet<>(accounts)
                .stream().map(id -> chosen(id, records, surroundings, anyway)).toList());
  }

  private static Chosen chosen(
      String text, Records records, Surroundings surroundings, boolean anyway) {
    var id = new InstallationId(text);
    Optional<Account> account =
        records.accounts().stream()
            .filter(each -> each.id().equals(id) && each.state() != State.REMOVED)
            .findFirst();
    if (account.isEmpty() && !anyway) {
      throw new CannotRunException(
          "no account "
              + text
              + " has the app; `interlock accounts` lists those that do. To release to one before it"
              + " installs the app, add --anyway");
    }
    var jars =
        OwnJars.of(surroundings.settings().path(Key.ACCOUNTS_DIR), id)
            .orElseThrow(() -> new CannotRunException(text + " is no id of an account"));
    return new Chosen(text, account.map(Account::name).orElse(""), jars, Running.of(records, id));
  }

  /// Whether somebody says yes.
  ///
  /// @param deed as in "Release to"
  /// @param undone what to say where nobody can be asked, as in "nothing was released"
  boolean isWanted(Surroundings surroundings, String deed, int count, String undone) {
    if (yes) {
      return true;
    }
    String which = count == 1 ? "this account" : "these " + count + " accounts";
    return surroundings
        .asking()
        .ask(deed + " " + which + "? Only yes is a yes: ")
        .orElseThrow(() ->
            new CannotRunException(
                undone + ": nobody is here to say yes; add --yes to say it at once"))
        .strip()
        .equalsIgnoreCase("yes");
  }
}
