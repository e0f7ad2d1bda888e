package dev.interlock.app.wiring;

import dev.interlock.app.casebook.Casebook;
import dev.interlock.app.console.CannotRunException;
import dev.interlock.app.gate.Live;
import dev.interlock.app.gate.Running;
import dev.interlock.app.settings.Key;
import dev.interlock.app.web.Pages;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Operation;
import dev.interlock.crm.Directory;
import dev.interlock.crm.Inbound;
import dev.interlock.crm.Read;
import dev.interlock.crm.highlevel.HighLevelCrm;
import dev.interlock.engine.Engine;
import dev.interlock.engine.Operator;
import dev.interlock.engine.desk.Installation;
import dev.interlock.engine.desk.Location;
import dev.interlock.handbook.Site;
import dev.interlock.verifier.finding.Report;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One account at work on an engine that it may share with others: what is live in it, and its
/// pages. Until its CRM has been read and contracts are live, it takes nothing in.
public final class Tenant implements Live {
  private static final Logger LOG = LoggerFactory.getLogger(Tenant.class);
  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);

  private final Engine engine;
  private final HighLevelCrm crm;
  private final Inbound inbound;
  private final Supplier<Own> own;
  private final Site site;
  private final InstantSource clock;
  private final Casebook casebook;
  private final AtomicReference<Optional<String>> whyNotReady =
      new AtomicReference<>(Optional.of("the CRM has not been read yet"));
  private final AtomicReference<Optional<Directory>> directory =
      new AtomicReference<>(Optional.empty());
  private final AtomicReference<Optional<ZoneId>> ownZone = new AtomicReference<>(Optional.empty());
  private final AtomicReference<Shown> shown;
  private final AtomicReference<Optional<ContractSet>> live =
      new AtomicReference<>(Optional.empty());
  private final AtomicReference<Optional<String>> gateNotice =
      new AtomicReference<>(Optional.empty());

  /// What is this account's own.
  ///
  /// @param values the client's values, by the names of the settings; the CRM may have others
  /// @param zone the business's time zone, where it is another one than the CRM says
  public record Own(Map<String, String> values, Optional<ZoneId> zone) {
    public Own {
      values = Map.copyOf(values);
    }
  }

  /// An account of which nothing has been read yet.
  ///
  /// @param own asked each time contracts go live; may say that it cannot be read
  /// @param site where its pages are
  public Tenant(
      Engine engine,
      HighLevelCrm crm,
      Inbound inbound,
      Supplier<Own> own,
      Site site,
      InstantSource clock) {
    this.engine = engine;
    this.crm = crm;
    this.inbound = inbound;
    this.own = own;
    this.site = site;
    this.clock = clock;
    this.casebook = new Casebook(engine.records(), crm.installation(), clock);
    this.shown = new AtomicReference<>(Shown.nothing(site));
  }

  /// Which account it is.
  public InstallationId id() {
    return crm.installation();
  }

  /// Its CRM.
  public HighLevelCrm crm() {
    return crm;
  }

  /// What happened in it, for people.
  public Casebook casebook() {
    return casebook;
  }

  /// What the CRM calls the account; its id while it has not been read.
  public String name() {
    return directory.get().map(Directory::locationName).orElse(id().text());
  }

  /// Whether its CRM has been read.
  public boolean isConnected() {
    return directory.get().isPresent();
  }

  /// Whether it has contracts, perhaps none of which takes new entries.
  public boolean isLive() {
    return shown.get().isLive();
  }

  /// The contracts that take new entries; empty while nothing ever went live.
  public Optional<ContractSet> live() {
    return live.get();
  }

  /// What is the account's own, read anew.
  Own own() {
    return own.get();
  }

  /// How many things that its contracts name have changed in the CRM since they went live.
  public long drifted() {
    return isLive() ? Drifted.in(engine.records(), id()).size() : 0;
  }

  /// Why it takes nothing in; empty when it does.
  public Optional<String> whyNotReady() {
    return whyNotReady.get();
  }

  /// It takes nothing in from now on.
  public void notReady(String reason) {
    whyNotReady.set(Optional.of(reason));
  }

  /// What an operator has to know although work is taken in.
  public Optional<String> remark() {
    String words =
        Stream.of(
                engine.whyNothingIsStored(),
                gateNotice.get(),
                crm.calls().notice(zone()),
                Drifted.notice(drifted()))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" "));
    return Optional.of(words).filter(each -> !each.isEmpty());
  }

  /// In which people are told moments: the account's, as soon as that is known.
  private ZoneId zone() {
    return ownZone.get().or(() -> directory.get().flatMap(Directory::zone)).orElse(ZoneOffset.UTC);
  }

  /// Whoever carries orders out; nobody while nothing is live.
  public Optional<Operator> operator() {
    return isLive() ? Optional.of(engine.operator(id())) : Optional.empty();
  }

  /// Its pages.
  ///
  /// @param stage what visitors have to know besides
  public Pages pages(Stage stage, Supplier<String> metrics) {
    var budget = new Budget(crm.calls(), engine.records(), id(), this::live);
    return new SitePages(stage, casebook, shown::get, this::remark, budget::facts, metrics);
  }

  /// Reads what the account is called and where it is.
  ///
  /// @param refused what to say when the CRM refuses us, by its reason
  /// @return empty when it is connected; otherwise how long to wait before the next attempt
  /// @throws CannotRunException when the CRM refuses us
  public Optional<Duration> connect(Function<Read<Directory>, CannotRunException> refused) {
    Read<Directory> answer = crm.directory();
    return switch (answer) {
      case Read.Got<Directory>(var read) -> {
        directory.set(Optional.of(read));
        whyNotReady.set(Optional.of("no contracts are live yet"));
        yield Optional.empty();
      }
      case Read.TryLater<Directory>(var pause, var reason) -> {
        LOG.warn("{} cannot be read yet, and its webhooks have to wait: {}", id(), reason);
        whyNotReady.set(Optional.of("the CRM cannot be read yet: " + reason));
        yield Optional.of(pause.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : pause);
      }
      case Read.Gone<Directory> _, Read.Refused<Directory> _ -> throw refused.apply(answer);
    };
  }

  /// What was read of its CRM holds no longer.
  public void unread() {
    directory.set(Optional.empty());
  }

  /// Has nothing begin any more in an account that the CRM tells nothing of any longer, so that
  /// what runs in it can be brought to an end. No text goes out to it, so that none needs its
  /// values.
  ///
  /// @param name what it was called
  /// @param zone the time zone that its runs are in
  public synchronized void endsAll(String name, ZoneId zone) {
    Optional<Operation> operation = running().live().map(ContractSet::operation);
    if (operation.isEmpty()) {
      return;
    }
    var none = new ContractSet(operation.get(), List.of());
    take(
        new Installation(none, crm, inbound, Map.of(), new Location(name, "", zone)),
        new Report(0, List.of(), List.of(), List.of()));
  }

  @Override
  public Running running() {
    return Running.of(engine.records(), id());
  }

  @Override
  public synchronized Optional<String> goLive(ContractSet set, Report report) {
    try {
      take(installation(set, directory.get().orElseThrow()), report);
    } catch (CannotRunException missing) {
      return Optional.of(String.valueOf(missing.getMessage()));
    }
    whyNotReady.set(Optional.empty());
    return Optional.empty();
  }

  /// The pages are made before the engine works: were it the other way round, pages that cannot be
  /// made would leave an account at work that is not known to be.
  private void take(Installation installation, Report report) {
    ContractSet set = installation.contracts();
    // accounts of one app share contracts, and with them what these call the business
    String business = site.isOneOfMany() ? installation.location().name() : set.operation().name();
    Shown pages = Shown.of(set, report, site, business);
    if (isLive()) {
      engine.renew(installation);
    } else {
      engine.install(installation);
    }
    shown.set(pages);
    live.set(Optional.of(set));
    Unfounded.lift(engine, id(), set, clock.instant());
  }

  @Override
  public synchronized void found(Report report) {
    shown.set(shown.get().with(report));
  }

  @Override
  public void tell(Optional<String> notice) {
    gateNotice.set(notice);
    if (!isLive()) {
      whyNotReady.set(Optional.of(notice.orElse("no contracts are live yet")));
    }
  }

  private Installation installation(ContractSet set, Directory read) {
    Own its = own.get();
    ownZone.set(its.zone());
    var zone =
        its.zone()
            .or(read::zone)
            .orElseThrow(() ->
                new CannotRunException(
                    "the CRM does not tell the account's time zone; set " + Key.TIME_ZONE));
    return new Installation(
        set,
        crm,
        inbound,
        ClientValues.of(set.operation(), its.values(), read.values()),
        new Location(read.locationName(), read.phone().orElse(""), zone));
  }
}
