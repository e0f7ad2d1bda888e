package dev.interlock.app.fleet;

import dev.interlock.app.web.Arrival;
import dev.interlock.app.web.Page;
import dev.interlock.contract.contact.InstallationId;
import dev.interlock.crm.highlevel.oauth.Authorized;
import dev.interlock.crm.highlevel.oauth.OAuth;
import dev.interlock.engine.store.Accounts.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Browsers that come back from installing the app.
final class Arrivals implements Arrival {
  private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);

  /// Browsers wait for so long, and are told then that it goes on.
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /// So many at the same time; others are asked to come again.
  private static final int AT_ONCE = 4;

  private final OAuth oauth;
  private final Roll roll;
  private final Members members;
  private final Usher usher;
  private final Worker worker;
  private final Supplier<Optional<String>> whyShut;
  private final Welcome welcome = new Welcome();
  private final Semaphore room = new Semaphore(AT_ONCE);

  /// @param whyShut why nothing can be taken in at the moment; empty when it can
  Arrivals(
      OAuth oauth,
      Roll roll,
      Members members,
      Usher usher,
      Worker worker,
      Supplier<Optional<String>> whyShut) {
    this.oauth = oauth;
    this.roll = roll;
    this.members = members;
    this.usher = usher;
    this.worker = worker;
    this.whyShut = whyShut;
  }

  @Override
  public Page of(String code, String complaint) {
    var shut = whyShut.get();
    if (shut.isPresent()) {
      return welcome.notNow(shut.get());
    }
    if (code.isEmpty()) {
      return welcome.withoutCode(complaint);
    }
    if (!room.tryAcquire()) {
      return welcome.notNow("too many come at the same time");
    }
    try {
      return exchanged(code);
    } finally {
      room.release();
    }
  }

  private Page exchanged(String code) {
    // what is told while the code is exchanged came after
    Instant at = roll.clock().instant();
    return switch (oauth.authorize(code)) {
      case Authorized.Location(var id, _) when !OwnFolder.isUsable(new InstallationId(id)) -> {
        LOG.warn("a code is of an account whose id none can have; it is left alone");
        yield welcome.refused();
      }
      case Authorized.Location(var id, var company) -> {
        var account = new InstallationId(id);
        roll.connected(account, company, at);
        within(
            PATIENCE,
            Worker.account(account),
            () -> {
              usher.look(account);
              return account;
            });
        yield welcome.connected(line(account));
      }
      case Authorized.Company(var company) -> ofAgency(company);
      case Authorized.Later(_, var reason) -> welcome.notNow(reason);
      case Authorized.Refused(var reason) -> {
        LOG.warn("a browser brought a code that HighLevel does not take: {}", reason);
        yield welcome.refused();
      }
    };
  }

  private Page ofAgency(String company) {
    Instant end = Instant.now().plus(PATIENCE);
    Optional<Usher.Asked> asked =
        within(PATIENCE, Worker.agency(company), () -> usher.ask(company));
    if (asked.isEmpty()) {
      return welcome.unaskedYet();
    }
    return switch (asked.get()) {
      case Usher.Asked.Untold(var reason) -> welcome.untold(reason);
      case Usher.Asked.Told(var accounts) -> {
        // they are being let in: this waits for each in turn
        accounts.forEach(id -> within(until(end), Worker.account(id), () -> id));
        yield welcome.connected(lines(company));
      }
    };
  }

  private List<Welcome.Line> lines(String company) {
    return roll.all().stream()
        .filter(each -> each.company().equals(company))
        .filter(each -> each.state() != State.REMOVED)
        .map(each -> line(each.id()))
        .toList();
  }

  /// Browsers wait by the clock on the wall, whatever clock we work by.
  private static Duration until(Instant end) {
    Duration left = Duration.between(Instant.now(), end);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private <T> Optional<T> within(Duration patience, Worker.About whom, Supplier<T> task) {
    Optional<T> done = worker.within(patience, whom, task);
    if (done.isEmpty()) {
      LOG.info("an install takes longer than a browser waits");
    }
    return done;
  }

  private Welcome.Line line(InstallationId id) {
    return members
        .find(id)
        .map(member ->
            new Welcome.Line(
                member.tenant().name(),
                Standing.of(roll.find(id).orElseThrow(), Optional.of(member)).words()))
        .orElseGet(() ->
            new Welcome.Line(
                id.text(), "its token has not come yet; this is tried again by itself"));
  }
}
