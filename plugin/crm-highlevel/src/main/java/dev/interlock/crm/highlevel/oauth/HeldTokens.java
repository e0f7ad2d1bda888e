package dev.interlock.crm.highlevel.oauth;

import dev.interlock.crm.SteadyClock;
import dev.interlock.crm.highlevel.oauth.TokenVault.Kept;
import dev.interlock.crm.highlevel.oauth.TokenVault.Turn;
import dev.interlock.crm.highlevel.wire.AccessToken;
import dev.interlock.crm.highlevel.wire.TokenSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/// The tokens of one holder, renewed a little before they expire.
///
/// A refresh token works once, so that two who renew at the same time would lose the account. Hence
/// one renewal at a time, for all processes that share the vault; before it, what is kept is read
/// again, since somebody else may have renewed; and nobody uses new tokens before they are safe in
/// the vault.
final class HeldTokens implements TokenSource {
  /// A call that begins now, and waits, still ends with a valid token.
  private static final Duration EARLY = Duration.ofMinutes(10);

  /// Whoever needs a token while there is none asks again after that.
  private static final Duration PAUSE = Duration.ofMinutes(1);

  /// A renewal that was refused for good is tried again after that: the agency may let us in.
  private static final Duration LONG_PAUSE = Duration.ofMinutes(15);

  /// A renewal is a few calls, of half a minute at most each.
  private static final Duration LONGEST_TURN = Duration.ofMinutes(2);

  /// Whoever needs a token that somebody else renews asks again after that.
  private static final Duration WHILE_OTHERS_RENEW = Duration.ofSeconds(2);

  private final String me = UUID.randomUUID().toString();
  private final Holder holder;
  private final TokenVault vault;
  private final List<Function<Optional<Kept>, Renewal>> ways;
  private final Lost lost;
  private final InstantSource clock;

  /// For what is not tried again before a while.
  private final InstantSource steady;

  private final ReentrantLock lock = new ReentrantLock();
  private final AtomicReference<Optional<Kept>> known = new AtomicReference<>(Optional.empty());

  /// Guarded by the lock: when renewing may be tried again after it failed.
  private Instant notBefore = Instant.MIN;

  /// Guarded by the lock: what was told last of how it stands.
  private Optional<String> told = Optional.empty();

  private volatile boolean isTold;

  /// What a token is worth that the CRM refuses although it gave it a moment ago.
  private final FreshRefusals refusals = new FreshRefusals();

  /// Guarded by the lock: what came of a renewal and could not be stored. The token that it was had
  /// for is used up, so that it must not be lost.
  private Optional<TokenPair> unstored = Optional.empty();

  private volatile Optional<Withdrawn> withdrawn = Optional.empty();

  /// @param ways to other tokens, each tried when the one before is closed for good
  /// @param lost hears when there is no way left, and when there is one again
  HeldTokens(
      Holder holder,
      TokenVault vault,
      List<Function<Optional<Kept>, Renewal>> ways,
      Lost lost,
      InstantSource clock) {
    this.holder = holder;
    this.vault = vault;
    this.ways = List.copyOf(ways);
    this.lost = lost;
    this.clock = clock;
    this.steady = new SteadyClock(clock);
  }

  /// Hears how it stands with an account's tokens.
  @FunctionalInterface
  interface Lost {
    /// Tells it.
    ///
    /// @param reason why none can be had any more; empty when they can
    void heard(Optional<String> reason);
  }

  private record Withdrawn(String reason) {}

  /// There are others in the vault, such as after a new install.
  void reread() {
    lock.lock();
    try {
      withdrawn = Optional.empty();
      notBefore = Instant.MIN;
      unstored = Optional.empty();
      isTold = false;
      refusals.forget();
      known.set(Optional.empty());
    } finally {
      lock.unlock();
    }
  }

  /// The app was uninstalled: no call is made any more.
  void withdraw(String reason) {
    withdrawn = Optional.of(new Withdrawn(reason));
  }

  /// The app was uninstalled, unless it was installed again since: then there are tokens.
  void withdrawUnlessKept(String reason) {
    lock.lock();
    try {
      if (vault.find(holder).isEmpty()) {
        withdraw(reason);
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Grant token() {
    if (withdrawn.isPresent()) {
      return new Grant.Withdrawn(withdrawn.get().reason());
    }
    Optional<Kept> now = known.get();
    if (now.isEmpty() || !isFresh(now.get())) {
      return renewed(Optional.empty());
    }
    AccessToken token = now.get().pair().access();
    if (refusals.isOf(token)) {
      return renewed(Optional.of(token));
    }
    if (!isTold || refusals.isOver(steady.instant())) {
      isWell();
    }
    return new Grant.Valid(token);
  }

  /// What was true before a start, or before the CRM took our tokens again, may be so no longer.
  private void isWell() {
    lock.lock();
    try {
      if (!refusals.isPending(steady.instant())) {
        refusals.forget();
        tell(Optional.empty());
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Optional<Grant> insteadOf(AccessToken refused) {
    return Optional.of(
        withdrawn
            .<Grant>map(each -> new Grant.Withdrawn(each.reason()))
            .orElseGet(() -> renewed(Optional.of(refused))));
  }

  private boolean isFresh(Kept kept) {
    return clock.instant().plus(EARLY).isBefore(kept.pair().expiresAt());
  }

  private boolean isValid(Kept kept) {
    return clock.instant().isBefore(kept.pair().expiresAt());
  }

  /// @param refused a token that the CRM did not accept although it should be valid
  private Grant renewed(Optional<AccessToken> refused) {
    lock.lock();
    try {
      Optional<Kept> kept = vault.find(holder);
      known.set(kept);
      boolean isRefused =
          kept.flatMap(each -> refused.filter(each.pair().access()::equals)).isPresent();
      if (!isRefused && kept.filter(this::isFresh).isPresent()) {
        return new Grant.Valid(kept.get().pair().access());
      }
      return isRefused
          ? refusals
              .whyNotRenewed(kept.get().pair().access(), steady.instant())
              .<Grant>map(this::without)
              .orElseGet(() -> renewed(kept, true))
          : renewed(kept, false);
    } finally {
      lock.unlock();
    }
  }

  /// Another token would be refused like this one.
  private Grant without(FreshRefusals.Hold hold) {
    tell(Optional.of(hold.reason()));
    return new Grant.Later(hold.pause(), hold.reason());
  }

  private Grant renewed(Optional<Kept> kept, boolean isRefused) {
    if (unstored.isPresent()) {
      return taken(kept, unstored.get());
    }
    if (steady.instant().isBefore(notBefore)) {
      return stillValidOr(kept, isRefused, untilRenewing(), told.orElse(""));
    }
    if (kept.filter(this::isNotOurTurn).isPresent()) {
      return stillValidOr(kept, isRefused, WHILE_OTHERS_RENEW, "another process is renewing it");
    }
    String reason = "";
    for (Function<Optional<Kept>, Renewal> way : ways) {
      switch (way.apply(kept)) {
        case Renewal.Renewed(var pair) -> {
          return taken(kept, pair);
        }
        case Renewal.Later(var pause, var why) -> {
          notBefore = steady.instant().plus(pause);
          return stillValidOr(kept, isRefused, pause, why);
        }
        case Renewal.Refused(var why) -> {
          Optional<Kept> theirs = renewedByOthers(kept);
          if (theirs.isPresent()) {
            known.set(theirs);
            return new Grant.Valid(theirs.get().pair().access());
          }
          reason = why;
        }
      }
    }
    notBefore = steady.instant().plus(LONG_PAUSE);
    tell(Optional.of(reason));
    return stillValidOr(kept, isRefused, PAUSE, reason);
  }

  private boolean isNotOurTurn(Kept kept) {
    Instant now = clock.instant();
    return !vault.take(holder, kept.number(), new Turn(me, now, now.plus(LONGEST_TURN)));
  }

  /// Whoever took longer than its turn may have used up the refresh token that we tried.
  private Optional<Kept> renewedByOthers(Optional<Kept> kept) {
    return vault
        .find(holder)
        .filter(now -> kept.filter(then -> then.number() == now.number()).isEmpty())
        .filter(this::isFresh);
  }

  /// It is news only when it is another thing than before. That all is well is told once after a
  /// start too: before the start it may not have been.
  private void tell(Optional<String> reason) {
    if (!isTold || !told.equals(reason)) {
      lost.heard(reason);
      // after it: what could not be stored is told again
      isTold = true;
      told = reason;
    }
  }

  private Duration untilRenewing() {
    Duration left = Duration.between(steady.instant(), notBefore);
    return left.compareTo(PAUSE) < 0 ? left : PAUSE;
  }

  private Grant taken(Optional<Kept> kept, TokenPair pair) {
    if (withdrawn.isPresent()) {
      return new Grant.Withdrawn(withdrawn.get().reason());
    }
    notBefore = Instant.MIN;
    unstored = Optional.of(pair);
    boolean isKept = vault.keep(holder, kept.map(Kept::number).orElse(0L), pair);
    unstored = Optional.empty();
    if (!isKept) {
      // somebody else was quicker: what they have is newer
      Optional<Kept> theirs = vault.find(holder);
      known.set(theirs);
      return theirs
          .<Grant>map(each -> new Grant.Valid(each.pair().access()))
          .orElseGet(() -> new Grant.Later(PAUSE, "there is no token for " + holder.text()));
    }
    known.set(vault.find(holder));
    refusals.renewed(steady.instant());
    if (!refusals.isPending(steady.instant())) {
      tell(Optional.empty());
    }
    return new Grant.Valid(pair.access());
  }

  /// While the old one is valid, nothing waits for a new one.
  private Grant stillValidOr(
      Optional<Kept> kept, boolean isRefused, Duration pause, String reason) {
    return !isRefused && kept.filter(this::isValid).isPresent()
        ? new Grant.Valid(kept.get().pair().access())
        : new Grant.Later(
            pause, "no valid token for " + holder.text() + (reason.isEmpty() ? "" : ": " + reason));
  }
}
