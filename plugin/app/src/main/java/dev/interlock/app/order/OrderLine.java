package dev.interlock.app.order;

import dev.interlock.app.console.CannotRunException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/// Gives orders to a server that is at work.
public final class OrderLine implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final int SEE_OTHER = 303;
  private static final int FORBIDDEN = 403;

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI server;
  private final Optional<String> password;
  private final String by;
  private final Optional<String> account;

  /// A line on which nothing has been said yet.
  ///
  /// @param server without a slash at the end
  /// @param password that of the server's pages, if it has one
  /// @param by whose orders these are, for the audit trail
  /// @param account that they are about; empty where the server has one only
  public OrderLine(URI server, Optional<String> password, String by, Optional<String> account) {
    this.server = server;
    this.password = password;
    this.by = by;
    this.account = account;
  }

  /// Gives one.
  ///
  /// @throws CannotRunException when no server answers there, or it does not let us in
  public OrderAnswer give(OrderRequest order) {
    return send(OrderForm.write(order, by, account), PATIENCE);
  }

  /// Sends what was written down.
  OrderAnswer send(byte[] json, Duration patience) {
    var request =
        HttpRequest.newBuilder(URI.create(server + "/orders"))
            .timeout(patience)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(json));
    password.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
    try {
      var answer = client.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() == SEE_OTHER || answer.statusCode() == FORBIDDEN) {
        throw new CannotRunException(
            "the server at "
                + server
                + " does not let us in; set INTERLOCK_CONSOLE_TOKEN to what it has there");
      }
      if (!isOurs(answer)) {
        throw new CannotRunException(
            "what answers at %s (with %d) is no Interlock; say with --url where the server is, and see with `interlock order audit` that nothing was ordered"
                .formatted(server, answer.statusCode()));
      }
      return new OrderAnswer(answer.statusCode(), answer.body().strip());
    } catch (ConnectException nobody) {
      throw new CannotRunException(
          "no server is at work at "
              + server
              + "; start it with `interlock serve`, or say with --url where it is",
          nobody);
    } catch (IOException problem) {
      throw new CannotRunException(
          "the server at " + server + " did not answer, and may or may not have done it", problem);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CannotRunException("interrupted", interrupted);
    }
  }

  /// Another server, or a proxy before ours, may answer anything, also that all is well.
  private static boolean isOurs(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElse("").startsWith("text/plain");
  }

  @Override
  public void close() {
    client.close();
  }
}
