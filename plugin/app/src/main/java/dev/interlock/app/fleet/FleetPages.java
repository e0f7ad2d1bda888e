package dev.interlock.app.fleet;

import dev.interlock.app.web.Page;
import dev.interlock.app.web.Pages;
import dev.interlock.app.wiring.Stage;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.text.ContentHash;
import dev.interlock.engine.read.RunFilter;
import dev.interlock.engine.read.Totals;
import dev.interlock.engine.read.VersionLine;
import dev.interlock.engine.store.Accounts.Account;
import dev.interlock.handbook.Assets;
import dev.interlock.handbook.Lobby;
import dev.interlock.handbook.story.AccountsView;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The pages of a fleet by their addresses: all accounts at `/`, and each account's own pages below
/// `/accounts/` and its id.
final class FleetPages implements Pages {
  private static final String ACCOUNTS = "/accounts/";
  private static final String ASSETS = "/assets/";
  private static final int NOT_FOUND = 404;

  private final Roll roll;
  private final Members members;
  private final Stage stage;
  private final Supplier<String> metrics;
  private final Lobby lobby = new Lobby();

  FleetPages(Roll roll, Members members, Stage stage, Supplier<String> metrics) {
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
    return new AccountsView(stage.notice(), roll.all().stream().map(this::account).toList());
  }

  private AccountsView.Account account(Account account) {
    Optional<Member> member = members.find(account.id());
    var standing = Standing.of(account, member);
    Optional<Figures> figures = member.filter(each -> each.tenant().isLive()).map(Figures::of);
    return new AccountsView.Account(
        account.name().isEmpty() ? account.id().text() : account.name(),
        account.id().text(),
        member.map(_ -> ACCOUNTS + account.id().text() + "/"),
        standing.state(),
        standing.isWell() && figures.map(Figures::attention).orElse(0L) == 0,
        standing.words(),
        figures.map(Figures::versions).orElse(List.of()),
        figures.map(Figures::underWay).orElse(0L),
        figures.map(Figures::attention).orElse(0L));
  }

  private record Figures(List<String> versions, long underWay, long attention) {
    static Figures of(Member member) {
      var casebook = member.tenant().casebook();
      Totals totals = casebook.totals();
      return new Figures(
          casebook.versions().stream()
              .filter(VersionLine::active)
              .map(line -> line.contract() + " " + new ContentHash(line.hash()).shortForm())
              .toList(),
          totals.runsUnderWay(),
          totals.attention());
    }
  }
}
