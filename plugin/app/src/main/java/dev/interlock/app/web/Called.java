package dev.interlock.app.web;

import dev.interlock.engine.store.Body;
import java.util.function.UnaryOperator;

/// What another system calls at one address, with JSON both ways. Whoever takes the call decides
/// who may make it.
@FunctionalInterface
public interface Called {
  /// Answers a call.
  Reply answer(Call call);

  /// A call as it came.
  ///
  /// @param method `GET` or `POST`
  /// @param header looks a header up, in any case; empty text when absent
  /// @param query looks a parameter of the address up; empty text when absent
  /// @param body at most 64 KiB; empty for a `GET`
  record Call(
      String method, UnaryOperator<String> header, UnaryOperator<String> query, Body body) {}

  /// What it is answered.
  ///
  /// @param status of HTTP
  record Reply(int status, String json) {}
}
