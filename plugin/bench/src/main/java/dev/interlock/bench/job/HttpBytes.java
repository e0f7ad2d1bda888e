package dev.interlock.bench.job;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Requests and answers of HTTP 1.1 as bytes: just enough of it to take little of the processor
/// from what is measured. Bodies have a `Content-Length`; nothing is chunked.
final class HttpBytes {
  private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
  private static final int UNKNOWN = -1;

  private HttpBytes() {}

  /// Where the first message in a buffer ends.
  ///
  /// @param from where it begins
  /// @param to where the bytes read so far end
  /// @return -1 while it is not all there
  static int end(byte[] bytes, int from, int to) {
    int head = endOfHead(bytes, from, to);
    if (head == UNKNOWN) {
      return UNKNOWN;
    }
    int end = head + contentLength(bytes, from, head);
    return end <= to ? end : UNKNOWN;
  }

  /// Where the body of a message begins.
  static int endOfHead(byte[] bytes, int from, int to) {
    for (int at = from; at + 3 < to; at++) {
      if (bytes[at] == '\r'
          && bytes[at + 1] == '\n'
          && bytes[at + 2] == '\r'
          && bytes[at + 3] == '\n') {
        return at + 4;
      }
    }
    return UNKNOWN;
  }

  private static int contentLength(byte[] bytes, int from, int to) {
    for (int at = from; at + LENGTH.length < to; at++) {
      if (bytes[at] == '\n' && isLength(bytes, at + 1)) {
        return number(bytes, at + 1 + LENGTH.length);
      }
    }
    return 0;
  }

  private static boolean isLength(byte[] bytes, int from) {
    for (int i = 0; i < LENGTH.length; i++) {
      if ((bytes[from + i] | 0x20) != (LENGTH[i] | 0x20)) {
        return false;
      }
    }
    return true;
  }

  /// The number that begins here, after blanks.
  static int number(byte[] bytes, int from) {
    int at = from;
    while (bytes[at] == ' ') {
      at++;
    }
    int number = 0;
    while (bytes[at] >= '0' && bytes[at] <= '9') {
      number = number * 10 + bytes[at] - '0';
      at++;
    }
    return number;
  }

  static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  static ByteBuffer answer(int status, String json) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    byte[] head =
        ("HTTP/1.1 "
                + status
                + (status < 300 ? " OK" : " Not Found")
                + "\r\nContent-Type: application/json; charset=utf-8"
                + "\r\nX-RateLimit-Limit-Daily: 1000000000\r\nX-RateLimit-Daily-Remaining: 999999999"
                + "\r\nX-RateLimit-Interval-Milliseconds: 10000\r\nX-RateLimit-Max: 1000000"
                + "\r\nX-RateLimit-Remaining: 999999\r\nContent-Length: "
                + body.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(head.length + body.length).put(head).put(body).flip();
  }
}
