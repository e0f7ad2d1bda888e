package dev.interlock.crm;

/// Where a reading page by page goes on. Its text is the adapter's own.
public record Cursor(String text) {
  private static final Cursor START = new Cursor("");

  /// The first page.
  public static Cursor start() {
    return START;
  }
}
