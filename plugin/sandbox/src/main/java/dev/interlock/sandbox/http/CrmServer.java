package dev.interlock.sandbox.http;

import dev.interlock.sandbox.market.Access;
import dev.interlock.sandbox.market.Marketplace;
import dev.interlock.sandbox.modules.Modules;
import dev.interlock.sandbox.records.CrossingRow;
import dev.interlock.sandbox.records.RequestRow;
import dev.interlock.sandbox.time.SandboxClock;
import dev.interlock.sandbox.time.Seed;
import dev.interlock.sandbox.world.World;
import java.net.URI;
import java.util.List;
import java.util.Optional;
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
  private final ApiSettings settings;
  private final Sites sites = new Sites();
  private final Gate gate;
  private final RequestLog log;

  private CrmServer(
      ApiSettings settings,
      SandboxClock clock,
      Backstage backstage,
      Optional<Marketplace> marketplace,
      Optional<Modules> modules) {
    this.settings = settings;
    var threads = new QueuedThreadPool();
    threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
    threads.setDaemon(true);
    server = new Server(threads);
    connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    connector.setPort(settings.port());
    server.addConnector(connector);
    log = new RequestLog(clock);
    gate =
        new Gate(shown -> marketplace.map(it -> it.access(shown)).orElseGet(Access.Unknown::new));
    var deviations = new Deviations(settings.deviations());
    var limits = new Limits(settings.rateLimit(), clock);
    var context = new ServletContextHandler();
    var api = new CrmServlet(sites, routes(settings), gate, limits, log, clock, deviations);
    context.addServlet(new ServletHolder(api), "/*");
    marketplace
        .map(market -> new ServletHolder(new OAuthServlet(market, gate, limits, log, deviations)))
        .ifPresent(oauth -> {
          context.addServlet(oauth, "/oauth/*");
          context.addServlet(oauth, "/marketplace/*");
        });
    modules
        .map(it -> new ServletHolder(new TriggerServlet(it, gate, limits, log, clock)))
        .ifPresent(it -> context.addServlet(it, "/workflows-marketplace/*"));
    var stage = new ServletHolder(new BackstageServlet(backstage, clock));
    context.addServlet(stage, "/sandbox/*");
    context.addServlet(stage, "");
    server.setHandler(context);
  }

  /// Starts to listen, with no location behind it yet.
  ///
  /// @param marketplace where tokens are given; empty where only fixed ones are taken
  /// @param modules what the app has in workflows; empty where there is no app
  public static CrmServer start(
      ApiSettings settings,
      SandboxClock clock,
      Backstage backstage,
      Optional<Marketplace> marketplace,
      Optional<Modules> modules) {
    var crm = new CrmServer(settings, clock, backstage, marketplace, modules);
    try {
      crm.server.start();
      return crm;
    } catch (Exception cause) {
      throw new CannotListenException(settings.port(), cause);
    }
  }

  /// Answers for a location from now on.
  ///
  /// @param tokens fixed tokens that speak for it
  public void open(World world, Seed seed, List<SandboxToken> tokens) {
    var site = new Site(world, new Trouble.Fates(settings.trouble(), seed));
    accept(site.id(), tokens);
    sites.add(site);
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
    PipelinesApi.addTo(routes);
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

  /// Accepts these fixed tokens for a location, and no others, from now on.
  public void accept(String locationId, List<SandboxToken> tokens) {
    gate.accept(locationId, tokens);
  }

  /// All requests to the API so far.
  public List<RequestRow> requests() {
    return log.rows();
  }

  /// All requests of one location about another.
  public List<CrossingRow> crossings() {
    return log.crossings();
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
