package dev.interlock.app.fleet;

import dev.interlock.app.casebook.AccountFigures;
import dev.interlock.app.casebook.CallWords;
import dev.interlock.app.casebook.Released;
import dev.interlock.app.casebook.Times;
import dev.interlock.app.casebook.WaitingWorkflow;
import dev.interlock.app.web.Page;
import dev.interlock.app.web.Pages;
import dev.interlock.app.wiring.Stage;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.text.ContentHash;
import dev.interlock.engine.read.Records;
import dev.interlock.engine.store.Accounts.Account;
import dev.interlock.engine.store.Accounts.State;
import dev.interlock.handbook.Assets;
import dev.interlock.handbook.Lobby;
import dev.interlock.handbook.story.AccountsView;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The pages of a fleet by their addresses: all accounts at `/`, and each account's own pages below
/// `/accounts/` and its id.
final class FleetPages implements Pages {
  private static final String ACCOUNTS = "/accounts/";
  private static final String ASSETS = "/assets/";
  private static final int NOT_FOUND = 404;

  /// Accounts are in many time zones, and whoever runs them sees all of them.
  private static final Times TIMES = new Times(ZoneOffset.UTC);

  private final Supplier<Records> records;
  private final Roll roll;
  private final Members members;
  private final Stage stage;
  private final Supplier<String> metrics;
  private final InstantSource clock;
  private final Lobby lobby = new Lobby();

  FleetPages(
      Supplier<Records> records,
      Roll roll,
      Members members,
      Stage stage,
      Supplier<String> metrics,
      InstantSource clock) {
    this.records = records;
    this.clock = clock;
    this.roll = roll;
    this.members = members;
    this.stage = stage;
    this.metrics = metrics;
  }

  @Override
  public Optional<Page> at(String path, Query query) {
    if (path.startsWith(ASSETS)) {
      return Assets.named(path.substring(ASSETS.length()))
          .map(asset -> Page.file(asset.type(), asset.text()));
    }
    if (path.startsWith(ACCOUNTS)) {
      return ofAccount(path.substring(ACCOUNTS.length()), query);
    }
    return switch (path) {
      case "/" -> Optional.of(Page.html(lobby.accounts(accounts())));
      case "/metrics" ->
          Optional.of(Page.file("text/plain; version=0.0.4; charset=utf-8", metrics.get()));
      default -> Optional.of(nothing());
    };
  }

  private Optional<Page> ofAccount(String rest, Query query) {
    int slash = rest.indexOf('/');
    String id = slash < 0 ? rest : rest.substring(0, slash);
    Optional<Member> member = members.find(new InstallationId(id.isEmpty() ? "none" : id));
    if (member.isEmpty()) {
      return Optional.of(nothing());
    }
    return member.get().pages().at(slash < 0 ? "/" : rest.substring(slash), query);
  }

  private Page nothing() {
    return Page.html(
        NOT_FOUND, lobby.notice("There is no such page", "Nothing is at this address."));
  }

  private AccountsView accounts() {
    var released = Released.of(records.get());
    return new AccountsView(
        stage.notice(), roll.all().stream().map(account -> account(account, released)).toList());
  }

  private AccountsView.Account account(Account account, Released released) {
    Optional<Member> member = members.find(account.id());
    var standing = Standing.of(account, member);
    AccountFigures figures =
        member
            .filter(each -> each.tenant().isLive())
            .map(each -> AccountFigures.of(records.get(), each.id(), released))
            .orElseGet(AccountFigures::none);
    List<WaitingWorkflow> waiting = waiting(account, figures);
    return new AccountsView.Account(
        account.name().isEmpty() ? account.id().text() : account.name(),
        account.id().text(),
        member.map(_ -> ACCOUNTS + account.id().text() + "/"),
        standing.state(),
        standing.isWell()
            && figures.attention() == 0
            && waiting.stream().allMatch(each -> each.fault().isEmpty()),
        standing.words(),
        figures.versions().stream().map(FleetPages::version).toList(),
        figures.underWay(),
        figures.attention(),
        figures.drifted(),
        figures.heard().map(at -> TIMES.stamp(at) + " UTC"),
        member.map(each -> calls(each, figures)),
        waiting.stream()
            .map(each ->
                new AccountsView.Account.Waiting(each.workflow(), each.words(), each.fault()))
            .toList());
  }

  /// What the process knows is newer than what it stored.
  private String calls(Member member, AccountFigures figures) {
    Instant now = clock.instant();
    var day = DayBook.line(member.tenant().crm().calls(), now).or(figures::day);
    return CallWords.today(day, now) + "; " + CallWords.perRun(figures.callsPerRun());
  }

  /// Those of an account that uninstalled the app wait for nothing.
  private List<WaitingWorkflow> waiting(Account account, AccountFigures figures) {
    return account.state() == State.REMOVED
        ? List.of()
        : WaitingWorkflow.of(
            records.get(),
            account.id(),
            figures.versions().stream()
                .map(AccountFigures.Version::contract)
                .collect(Collectors.toSet()));
  }

  private static AccountsView.Account.Version version(AccountFigures.Version version) {
    return new AccountsView.Account.Version(
        version.contract(),
        new ContentHash(version.hash()).shortForm(),
        version.active(),
        version.isNewest(),
        version.underWay());
  }
}
