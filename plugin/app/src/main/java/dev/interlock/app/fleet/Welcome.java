package dev.interlock.app.fleet;

import dev.interlock.app.web.Page;
import dev.interlock.handbook.Lobby;
import java.util.List;
import java.util.stream.Collectors;

/// What whoever installed the app is shown when their browser comes back. Anybody can come here
/// with anything, so it names no other account.
final class Welcome {
  private static final int BAD_REQUEST = 400;
  private static final int UNAVAILABLE = 503;

  private final Lobby lobby = new Lobby();

  /// An account that was connected, and how it stands with it.
  record Line(String name, String words) {}

  Page connected(Line line) {
    return Page.html(lobby.notice(line.name() + " is connected", line.words() + " " + next()));
  }

  /// For an agency.
  ///
  /// @param lines the accounts of the agency in which the app is installed
  Page connected(List<Line> lines) {
    if (lines.isEmpty()) {
      return Page.html(
          lobby.notice(
              "Your agency is connected",
              "No sub-account has the app yet. Choose some in the marketplace; each is connected as"
                  + " soon as it has the app. You can close this page."));
    }
    String title =
        lines.size() == 1
            ? lines.getFirst().name() + " is connected"
            : lines.size() + " sub-accounts are connected";
    String each =
        lines.stream()
            .map(line -> line.name() + ": " + line.words())
            .collect(Collectors.joining(" "));
    return Page.html(lobby.notice(title, each + " " + next()));
  }

  /// For an agency whose accounts could not be asked for.
  ///
  /// @param reason why not
  Page untold(String reason) {
    return Page.html(
        lobby.notice(
            "Your agency is connected",
            "The CRM did not tell at this moment in which sub-accounts the app is: "
                + reason
                + ". It is asked again within some minutes, and each sub-account is connected by"
                + " itself then. You can close this page. If none shows on Interlock's first page"
                + " after half an hour, install the app from the marketplace again."));
  }

  /// For an agency whose accounts are still being asked for.
  Page unaskedYet() {
    return Page.html(
        lobby.notice(
            "Your agency is connected",
            "The CRM is still being asked in which sub-accounts the app is; each is connected by"
                + " itself. You can close this page, and see on Interlock's first page which are"
                + " connected."));
  }

  private static String next() {
    return "You can close this page. Whoever runs Interlock for you sees the connection on its"
        + " first page, and has your workflows go live.";
  }

  Page withoutCode(String complaint) {
    String said = complaint.isEmpty() ? "" : " It said: " + complaint + ".";
    return Page.html(
        BAD_REQUEST,
        lobby.notice(
            "Nothing was connected",
            "The CRM sent you here without a code."
                + said
                + " Install the app from the marketplace again."));
  }

  Page refused() {
    return Page.html(
        BAD_REQUEST,
        lobby.notice(
            "Nothing was connected",
            "The CRM does not take this code. A code works once, and for a few minutes. Install the"
                + " app from the marketplace again."));
  }

  Page notNow(String reason) {
    return Page.html(
        UNAVAILABLE,
        lobby.notice(
            "Not yet",
            "The account could not be connected at this moment: "
                + reason
                + ". Nothing is lost: install the app from the marketplace again in a few"
                + " minutes."));
  }
}
