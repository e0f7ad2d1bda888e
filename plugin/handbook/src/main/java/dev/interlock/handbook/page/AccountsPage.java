package dev.interlock.handbook.page;

import dev.interlock.handbook.story.AccountsView;
import java.util.Comparator;
import java.util.List;

/// The page of all accounts.
///
/// @param summary of all in one sentence
public record AccountsPage(Frame frame, List<String> notice, String summary, List<Row> rows) {

  /// An account.
  ///
  /// @param look `good` or `bad`
  /// @param changed how much of what contracts name has changed since they went live, in words
  /// @param heard when something was heard from its CRM last
  /// @param calls to its CRM, in words
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
      List<Version> versions,
      String changed,
      String heard,
      List<String> calls,
      List<Waiting> waiting) {}

  /// One of the CRM's own workflows.
  ///
  /// @param note why it never begins
  public record Waiting(String workflow, String words, String note) {}

  /// A version of a contract in an account.
  ///
  /// @param look `good`, or `odd` where it is not the newest that takes new entries
  public record Version(String contract, String version, String look, String note, String runs) {}

  /// Lays a view out.
  public static AccountsPage of(AccountsView view, Frame frame) {
    long ill = view.accounts().stream().filter(account -> !account.isWell()).count();
    return new AccountsPage(
        frame,
        view.notice().stream().toList(),
        summary(view.accounts().size(), ill),
        view.accounts().stream()
            // false comes first, and with it whatever somebody has to see to
            .sorted(Comparator.comparing(AccountsView.Account::isWell))
            .map(AccountsPage::row)
            .toList());
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
        "%,d"
            .formatted(
                account.versions().stream().filter(AccountsView.Account.Version::active).count()),
        "%,d".formatted(account.underWay()),
        "%,d".formatted(account.attention()),
        account.versions().stream().map(AccountsPage::version).toList(),
        changed(account.drifted()),
        account.heard().orElse("never"),
        account.calls().stream().toList(),
        account.waiting().stream()
            .map(each ->
                new Waiting(
                    each.workflow(),
                    each.words(),
                    each.fault().isEmpty() ? "" : "Never begins: " + each.fault() + "."))
            .toList());
  }

  private static String changed(long drifted) {
    return switch ((int) drifted) {
      case 0 -> "nothing";
      case 1 -> "1 thing";
      default -> drifted + " things";
    };
  }

  private static Version version(AccountsView.Account.Version version) {
    String note = version.active() ? "a newer one is released" : "no new entries";
    boolean isFine = version.active() && version.isNewest();
    return new Version(
        version.contract(),
        version.version(),
        isFine ? "good" : "odd",
        isFine ? "" : note,
        version.underWay() == 0 ? "" : "%,d under way".formatted(version.underWay()));
  }
}
