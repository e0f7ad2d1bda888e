package dev.interlock.app.web;

/// Something to be shown.
///
/// @param type its media type
public record Page(String type, String text) {

  /// A web page.
  public static Page html(String text) {
    return new Page("text/html; charset=utf-8", text);
  }
}
