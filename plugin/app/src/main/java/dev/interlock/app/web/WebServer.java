package dev.interlock.app.web;

import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.order.OrderDesk;
import dev.interlock.app.settings.ServerSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Listens for webhooks, health checks, orders and browsers.
public final class WebServer implements AutoCloseable {
  /// What may block has virtual threads; these only look who has sent something.
  private static final int MOST_THREADS = 12;

  private static final int LEAST_THREADS = 4;

  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

  private final Server server;
  private final ServerConnector connector;

  private WebServer(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /// Begins to load what a web server is made of, beside whatever is done until one is started.
  public static void prepare() {
    // no task of the common pool: on two cores that has one thread, which others wait for
    Thread.ofPlatform()
        .daemon()
        .name("web-prepares")
        .start(() -> new Server(new QueuedThreadPool()));
  }

  /// Starts to listen.
  ///
  /// @param readiness whether work can be taken in
  /// @throws CannotRunException when the port is taken or the address is not this machine's
  public static WebServer start(
      ServerSettings settings,
      InstantSource clock,
      Door door,
      OrderDesk orders,
      Pages pages,
      Readiness readiness) {
    return start(settings, clock, door, orders, pages, readiness, Optional.empty(), Map.of());
  }

  /// The same, where browsers also come back to from an install.
  ///
  /// @param arrival what they are shown; anybody may come
  /// @param calls what the CRM's own workflows may ask for, by the path
  public static WebServer start(
      ServerSettings settings,
      InstantSource clock,
      Door door,
      OrderDesk orders,
      Pages pages,
      Readiness readiness,
      Optional<Arrival> arrival,
      Map<String, Called> calls) {
    return start(settings, clock, door, orders, pages, readiness, arrival, calls, Bounds.usual());
  }

  /// The same, within other bounds.
  static WebServer start(
      ServerSettings settings,
      InstantSource clock,
      Door door,
      OrderDesk orders,
      Pages pages,
      Readiness readiness,
      Optional<Arrival> arrival,
      Map<String, Called> calls,
      Bounds bounds) {
    var threads = new QueuedThreadPool(MOST_THREADS, LEAST_THREADS);
    threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
    threads.setName("web");
    var server = new Server(threads);
    var connector = connector(server, settings, bounds);
    server.addConnector(connector);
    server.addBean(limit(connector, bounds));
    var routes =
        routes(
            guard(settings, clock),
            door,
            orders,
            pages,
            readiness,
            arrival,
            calls,
            new Intake(bounds.bodies()));
    var senders = new SlowSenders(routes, bounds);
    connector.addBean(senders);
    server.setHandler(new GracefulHandler(senders));
    server.setStopTimeout(bounds.drain().toMillis());
    server.setErrorHandler(new PlainErrors());
    try {
      server.start();
      return new WebServer(server, connector);
    } catch (IOException taken) {
      stop(server);
      throw new CannotRunException(
          "cannot listen on %s:%d: %s; INTERLOCK_PORT and INTERLOCK_BIND name another place"
              .formatted(settings.bind(), settings.port(), rootOf(taken)),
          taken);
    } catch (Exception fault) {
      stop(server);
      throw new IllegalStateException("the web server does not start", fault);
    }
  }

  /// Who comes when all are taken waits in the system's queue, and is not refused.
  private static NetworkConnectionLimit limit(ServerConnector connector, Bounds bounds) {
    var limit = new NetworkConnectionLimit(bounds.connections(), connector);
    limit.setEndPointIdleTimeout(bounds.idleWhenFull().toMillis());
    return limit;
  }

  private static ServerConnector connector(Server server, ServerSettings settings, Bounds bounds) {
    var http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setUriCompliance(UriCompliance.RFC3986);
    var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(settings.bind());
    connector.setPort(settings.port());
    connector.setAcceptQueueSize(bounds.waiting());
    connector.setIdleTimeout(bounds.idle().toMillis());
    return connector;
  }

  private static ServletContextHandler routes(
      Guard guard,
      Door door,
      OrderDesk orders,
      Pages pages,
      Readiness readiness,
      Optional<Arrival> arrival,
      Map<String, Called> calls,
      Intake intake) {
    var context = new ServletContextHandler();
    calls.forEach((path, called) ->
        context.addServlet(new ServletHolder(new CalledServlet(called, intake)), path));
    arrival.ifPresent(shown ->
        context.addServlet(new ServletHolder(new ArrivalServlet(shown)), "/oauth/callback"));
    context.addServlet(
        new ServletHolder(new WebhookServlet(door, intake)), "/webhooks/highlevel/*");
    context.addServlet(new ServletHolder(new HealthServlet(readiness)), "/health/*");
    context.addServlet(new ServletHolder(new OrdersServlet(guard, orders)), "/orders");
    context.addServlet(new ServletHolder(new PageServlet(guard, pages)), "/*");
    context.setErrorHandler(new PlainErrors());
    return context;
  }

  private static Guard guard(ServerSettings settings, InstantSource clock) {
    return settings
        .pagesToken()
        .<Guard>map(token -> new SignIn(token, new Sessions(clock)))
        .orElseGet(LocalGuard::new);
  }

  /// Where it listens, without a slash at the end.
  public URI url() {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort());
  }

  /// Stops listening; requests under way are answered first.
  @Override
  public void close() {
    stop(server);
  }

  private static void stop(Server server) {
    try {
      server.stop();
    } catch (TimeoutException late) {
      // it has stopped all the same; whoever was still being answered is cut off
      LOG.warn("stops although somebody is still being answered");
    } catch (Exception fault) {
      throw new IllegalStateException("the web server does not stop", fault);
    }
  }

  private static String rootOf(Throwable problem) {
    var cause = problem.getCause();
    if (cause != null) {
      return rootOf(cause);
    }
    // it comes without words
    return problem instanceof UnresolvedAddressException
        ? "there is no such address"
        : String.valueOf(problem.getMessage());
  }
}
