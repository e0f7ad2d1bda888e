package dev.interlock.app.order;

/// What the server says to an order.
///
/// @param status as in HTTP: 200 done, 400 not understood, 404 no such run or contract, 409 not
///   possible as things stand, 503 not now
/// @param words for people, one sentence without a full stop
public record OrderAnswer(int status, String words) {
  static final int DONE = 200;
  static final int NOT_UNDERSTOOD = 400;
  static final int NOT_THERE = 404;
  static final int CONFLICT = 409;
  static final int NOT_NOW = 503;

  /// Whether it has been carried out.
  public boolean isDone() {
    return status == DONE;
  }
}
