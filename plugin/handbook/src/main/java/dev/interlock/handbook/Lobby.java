package dev.interlock.handbook;

import dev.interlock.handbook.page.AccountsPage;
import dev.interlock.handbook.page.Frame;
import dev.interlock.handbook.page.NoticeView;
import dev.interlock.handbook.story.AccountsView;
import java.util.List;

/// The pages of a server that works for many accounts, before one of them is chosen. Safe to use
/// from many threads.
public final class Lobby {
  private static final String ASSETS = "/assets/";

  private final Press press = new Press();

  /// The page of all accounts.
  public String accounts(AccountsView view) {
    return press.print("desk/accounts", AccountsPage.of(view, frame("Accounts")));
  }

  /// A page that says one thing, such as what came of an install. It leads nowhere, since whoever
  /// sees it may not see the others.
  public String notice(String title, String words) {
    return press.print("desk/notice", new NoticeView(frame(title), words));
  }

  private static Frame frame(String title) {
    return new Frame(title, "Interlock", ASSETS, "/", List.of());
  }
}
