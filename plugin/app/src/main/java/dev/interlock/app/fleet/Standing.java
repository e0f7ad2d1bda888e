package dev.interlock.app.fleet;

import dev.interlock.app.wiring.Tenant;
import dev.interlock.engine.store.Accounts.Account;
import java.util.Locale;
import java.util.Optional;

/// How it stands with an account, for people.
///
/// @param state in a word or two
/// @param words what there is to know, as a sentence
record Standing(String state, boolean isWell, String words) {

  /// Of one that let us in.
  static Standing of(Member member) {
    Tenant tenant = member.tenant();
    Optional<String> obstacle = tenant.whyNotReady();
    if (obstacle.isPresent()) {
      return new Standing("Not at work", false, sentence(obstacle.get()));
    }
    return tenant
        .remark()
        .map(remark -> new Standing("At work", false, remark))
        .orElseGet(() -> new Standing("At work", true, "Its workflows are live."));
  }

  /// Of any, by what is known of it and its member, where it has one.
  static Standing of(Account account, Optional<Member> member) {
    return switch (account.state()) {
      case PENDING -> new Standing("Waits", false, sentence(account.reason()));
      case CONNECTED ->
          member
              .map(Standing::of)
              .orElseGet(() -> new Standing("Waits", false, "It is being read."));
      case DISCONNECTED ->
          new Standing(
              "Disconnected",
              false,
              sentence(account.reason())
                  + " Its runs wait; install the app there again, and they go on.");
      case REMOVED ->
          member.flatMap(Member::unended).isPresent()
              ? new Standing(
                  "Uninstalled",
                  false,
                  "Its runs could not be withdrawn yet, and are tried again: "
                      + member.flatMap(Member::unended).orElse("")
                      + ".")
              : account.erasedAt().isPresent()
                  ? new Standing("Uninstalled", true, "What was stored of it is erased.")
                  : new Standing("Uninstalled", true, "Nothing runs there any more.");
    };
  }

  private static String sentence(String words) {
    if (words.isEmpty()) {
      return "";
    }
    String first = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    return first.endsWith(".") ? first : first + ".";
  }
}
