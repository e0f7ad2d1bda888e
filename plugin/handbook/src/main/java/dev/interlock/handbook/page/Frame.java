package dev.interlock.handbook.page;

import java.util.List;

/// What stands around every page.
///
/// @param title the page's own title
/// @param business whose pages these are
/// @param assets what goes before the file name of a stylesheet or script
/// @param home where the name at the top leads
/// @param navigation the pages that every page links to
public record Frame(
    String title, String business, String assets, String home, List<Entry> navigation) {
  public Frame {
    navigation = List.copyOf(navigation);
  }

  /// One entry of the navigation.
  ///
  /// @param current whether it is the page itself
  public record Entry(String text, String href, boolean current) {}
}
