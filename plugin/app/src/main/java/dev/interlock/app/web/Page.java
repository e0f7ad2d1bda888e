package dev.interlock.app.web;

/// Something to be shown.
///
/// @param status as HTTP counts it
/// @param type its media type
public record Page(int status, String type, String text) {
  private static final int FINE = 200;

  /// A web page.
  public static Page html(String text) {
    return html(FINE, text);
  }

  /// A web page about something that is not there, or not to be had.
  public static Page html(int status, String text) {
    return new Page(status, "text/html; charset=utf-8", text);
  }

  /// A file that pages need, or a text for machines.
  public static Page file(String type, String text) {
    return new Page(FINE, type, text);
  }
}
