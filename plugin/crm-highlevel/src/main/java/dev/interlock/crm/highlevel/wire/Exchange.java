package dev.interlock.crm.highlevel.wire;

import dev.interlock.crm.calls.Calls;
import dev.interlock.crm.highlevel.wire.TokenSource.Grant;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/// Makes the calls of one location, one request each; a write is never sent again behind our back.
final class Exchange {
  private final OkHttpClient reads;
  private final OkHttpClient writes;
  private final HttpUrl base;
  private final int largestBody;
  private final Verdict verdict;
  private final TokenSource tokens;
  private final Toll toll;
  private final Optional<WireCall> witness;

  /// @param reads may send again over a fresh connection when an idle one turns out to be dead
  /// @param writes never sends again
  /// @param witness a reading that tells, where all that fails is about one thing, whether the CRM
  ///   fails as a whole; without one, whatever fails counts as if it does
  Exchange(
      OkHttpClient reads,
      OkHttpClient writes,
      ApiConfig config,
      Verdict verdict,
      TokenSource tokens,
      Toll toll,
      Optional<WireCall> witness) {
    this.reads = reads;
    this.writes = writes;
    this.base = HttpUrl.get(config.base().toString());
    this.largestBody = config.largestBody();
    this.verdict = verdict;
    this.tokens = tokens;
    this.toll = toll;
    this.witness = witness;
  }

  /// Makes a call whose answer has a content that we need.
  <T> Answer<T> ask(WireCall call, Function<Json, T> reader) {
    var operation = call.operation();
    if (!call.unusableIds().isEmpty()) {
      String message = "nothing can have this " + String.join(", ", call.unusableIds());
      return new Answer.Failed<>(operation, new Failure.NotFound(message), Envelope.NONE);
    }
    Answer<T> answer = asked(call, reader);
    if (witness.isPresent() && toll.calls().needWitness()) {
      // its own failure opens the circuit, and any answer says that the CRM serves others
      var _ = asked(witness.get(), _ -> Done.DONE);
    }
    return answer;
  }

  private <T> Answer<T> asked(WireCall call, Function<Json, T> reader) {
    var operation = call.operation();
    if (operation.isOpen()) {
      return paid(call, () -> made(call, Optional.empty(), reader));
    }
    return switch (tokens.token()) {
      case Grant.Valid(var token) -> authorized(call, token, reader);
      case Grant none -> without(operation, none);
    };
  }

  /// A token that the CRM does not accept is exchanged for another one, once.
  private <T> Answer<T> authorized(WireCall call, AccessToken token, Function<Json, T> reader) {
    var operation = call.operation();
    Answer<T> first = paid(call, () -> made(call, Optional.of(token), reader));
    if (!isAboutTheToken(first)) {
      return first;
    }
    return switch (tokens.insteadOf(token).orElse(new Grant.Valid(token))) {
      // there is no other one; words that nobody knows need not be about it, and may pass
      case Grant.Valid(var other) when other.equals(token) && saysSo(first) -> first;
      case Grant.Valid(var other) -> paid(call, () -> made(call, Optional.of(other), reader));
      case Grant none -> without(operation, none);
    };
  }

  private <T> Answer<T> paid(WireCall call, Supplier<Answer<T>> making) {
    return toll.paid(call.operation(), witness.map(_ -> call.subject()), making);
  }

  private static boolean isAboutTheToken(Answer<?> answer) {
    return answer instanceof Answer.Failed<?>(_, Failure.Unauthorized(var kind, _), _, _)
        && kind == Failure.Unauthorized.Kind.EXPIRED_TOKEN;
  }

  private static boolean saysSo(Answer<?> refused) {
    return refused instanceof Answer.Failed<?>(_, Failure.Unauthorized(_, var message), _, _)
        && message.toLowerCase(Locale.ROOT).matches("(?s).*\\b(jwt|token)\\b.*|\\s*");
  }

  private static <T> Answer<T> without(Operation operation, Grant none) {
    Failure failure =
        switch (none) {
          case Grant.Later(var pause, var reason) -> new Failure.Withheld(pause, reason);
          case Grant.Withdrawn(var reason) ->
              new Failure.Unauthorized(Failure.Unauthorized.Kind.UNINSTALLED, reason);
          case Grant.Valid _ -> throw new IllegalArgumentException("there is a token");
        };
    return new Answer.Failed<>(operation, failure, Envelope.NONE);
  }

  private <T> Answer<T> made(WireCall call, Optional<AccessToken> token, Function<Json, T> reader) {
    var operation = call.operation();
    var progress = new Progress();
    var client = operation.isRead() ? reads : writes;
    try (Response response = execute(client.newCall(request(call, token, progress)))) {
      return verdict.on(operation, Reply.of(response, largestBody), reader);
    } catch (IOException broken) {
      return new Answer.Failed<>(operation, progress.failure(broken), Envelope.NONE);
    }
  }

  Calls calls() {
    return toll.calls();
  }

  /// Makes a call of which it is enough to know that it was done.
  Answer<Done> order(WireCall call) {
    return ask(call, _ -> Done.DONE);
  }

  /// OkHttp is written in a language without checked exceptions: while it waits for a connection,
  /// an interruption comes out of it as an InterruptedException that it does not declare.
  private static Response execute(Call call) throws IOException {
    try {
      return call.execute();
    } catch (IOException | RuntimeException declared) {
      throw declared;
    } catch (Exception interruption) {
      Thread.currentThread().interrupt();
      var broken = new InterruptedIOException("interrupted");
      broken.initCause(interruption);
      throw broken;
    }
  }

  private Request request(WireCall call, Optional<AccessToken> token, Progress progress) {
    var operation = call.operation();
    var request =
        new Request.Builder()
            .url(call.url(base))
            .method(operation.method().name(), call.body().orElse(null))
            .header("Accept", "application/json")
            .header("User-Agent", "Interlock")
            .tag(Progress.class, progress);
    token.ifPresent(valid ->
        request
            .header("Authorization", valid.authorization())
            .header("Version", operation.version()));
    return request.build();
  }
}
