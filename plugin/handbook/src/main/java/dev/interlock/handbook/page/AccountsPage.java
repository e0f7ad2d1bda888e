package dev.interlock.handbook.page;

import dev.interlock.handbook.story.AccountsView;
import java.util.List;

/// The page of all accounts.
///
/// @param summary of all in one sentence
public record AccountsPage(Frame frame, List<String> notice, String summary, List<Row> rows) {

  /// An account.
  ///
  /// @param look `good` or `bad`
  public record Row(
      String name,
      String id,
      List<String> href,
      String state,
      String look,
      String words,
      String contracts,
      String underWay,
      String attention,
      List<String> versions) {}

  /// Lays a view out.
  public static AccountsPage of(AccountsView view, Frame frame) {
    long ill = view.accounts().stream().filter(account -> !account.isWell()).count();
    return new AccountsPage(
        frame,
        view.notice().stream().toList(),
        summary(view.accounts().size(), ill),
        view.accounts().stream().map(AccountsPage::row).toList());
  }

  private static String summary(int all, long ill) {
    if (all == 0) {
      return "No account has installed the app yet.";
    }
    String accounts = all == 1 ? "1 account" : all + " accounts";
    return switch ((int) ill) {
      case 0 -> accounts + ", and nobody has to see to any.";
      case 1 -> accounts + ", of which 1 needs somebody to see to it.";
      default -> accounts + ", of which " + ill + " need somebody to see to them.";
    };
  }

  private static Row row(AccountsView.Account account) {
    return new Row(
        account.name(),
        account.id(),
        account.href().stream().toList(),
        account.state(),
        account.isWell() ? "good" : "bad",
        account.words(),
        "%,d".formatted(account.versions().size()),
        "%,d".formatted(account.underWay()),
        "%,d".formatted(account.attention()),
        account.versions());
  }
}
