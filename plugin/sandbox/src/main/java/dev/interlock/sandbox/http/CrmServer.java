package dev.interlock.sandbox.http;

import dev.interlock.sandbox.records.RequestRow;
import dev.interlock.sandbox.time.SandboxClock;
import dev.interlock.sandbox.time.Seed;
import dev.interlock.sandbox.world.World;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Executors;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/// Listens on the loopback interface and answers as the vendor would.
public final class CrmServer implements AutoCloseable {
  private final Server server;
  private final ServerConnector connector;
  private final Gate gate;
  private final RequestLog log = new RequestLog();

  private CrmServer(
      World world, ApiSettings settings, SandboxClock clock, Seed seed, Backstage backstage) {
    var threads = new QueuedThreadPool();
    threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
    threads.setDaemon(true);
    server = new Server(threads);
    connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    connector.setPort(settings.port());
    server.addConnector(connector);
    gate = new Gate(settings.tokens());
    var api =
        new CrmServlet(
            world,
            routes(settings),
            gate,
            new Limiter(settings.rateLimit(), clock),
            new Trouble.Fates(settings.trouble(), seed),
            log);
    var context = new ServletContextHandler();
    context.addServlet(new ServletHolder(api), "/*");
    var stage = new ServletHolder(new BackstageServlet(backstage, clock));
    context.addServlet(stage, "/sandbox/*");
    context.addServlet(stage, "");
    server.setHandler(context);
  }

  /// Starts to listen.
  public static CrmServer start(
      World world, ApiSettings settings, SandboxClock clock, Seed seed, Backstage backstage) {
    var crm = new CrmServer(world, settings, clock, seed, backstage);
    try {
      crm.server.start();
      return crm;
    } catch (Exception cause) {
      throw new CannotListenException(settings.port(), cause);
    }
  }

  static Routes routes(ApiSettings settings) {
    var routes = new Routes();
    ContactsApi.addTo(routes);
    new ContactSearchApi(settings.searchLag()).addTo(routes);
    TagsApi.addTo(routes);
    TasksApi.addTo(routes);
    NotesApi.addTo(routes);
    WorkflowsApi.addTo(routes);
    SendApi.addTo(routes);
    MessagesApi.addTo(routes);
    ConversationsApi.addTo(routes);
    OpportunitiesApi.addTo(routes);
    new OpportunitySearchApi(settings.searchLag()).addTo(routes);
    CalendarsApi.addTo(routes);
    AppointmentsApi.addTo(routes);
    LocationsApi.addTo(routes);
    UsersApi.addTo(routes);
    FormsApi.addTo(routes);
    return routes;
  }

  /// Where it listens, without a slash at the end.
  public URI url() {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort());
  }

  /// Accepts these tokens and no others from now on.
  public void accept(List<SandboxToken> tokens) {
    gate.accept(tokens);
  }

  /// All requests to the API so far.
  public List<RequestRow> requests() {
    return log.rows();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception cause) {
      throw new IllegalStateException("the sandbox does not stop listening", cause);
    }
  }
}
