package dev.interlock.handbook;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Where the pages stand, so that they can link to each other.
///
/// @param handbook what goes before the file name of a handbook page
/// @param assets what goes before the file name of a stylesheet or script
/// @param desk where the pages about running work are; empty where there are none
public record Site(String handbook, String assets, Optional<Desk> desk) {

  /// The addresses of the pages about running work.
  ///
  /// @param operation the page of the whole business
  /// @param fragment the part of it that changes, for the script that keeps it up to date
  /// @param people the page of all contacts
  /// @param hearing the page of what webhooks told
  /// @param story what goes before a contact's id in the address of their story
  public record Desk(
      String operation, String fragment, String people, String hearing, String story) {}

  /// A folder that is opened from disk: every file lies beside every other.
  public static Site folder() {
    return new Site("", "", Optional.empty());
  }

  /// A server with the operation at `/`, contacts below `/contacts/`, and the handbook below
  /// `/handbook/`.
  public static Site server() {
    return server("");
  }

  /// The same below an address, for one business of many; stylesheets and scripts are for all.
  ///
  /// @param below such as `/accounts/x`; empty for the server's own root
  public static Site server(String below) {
    return new Site(
        below + "/handbook/",
        "/assets/",
        Optional.of(
            new Desk(
                below + "/",
                below + "/operation-fragment",
                below + "/contacts/",
                below + "/lost-webhooks",
                below + "/contacts/")));
  }

  /// Whether the server has the pages of other businesses too.
  public boolean isOneOfMany() {
    return desk.filter(pages -> !pages.operation().equals("/")).isPresent();
  }

  /// The address of a contact's story; empty where there are no stories.
  public Optional<String> story(String contact) {
    return desk.map(pages ->
        pages.story() + URLEncoder.encode(contact, StandardCharsets.UTF_8).replace("+", "%20"));
  }
}
