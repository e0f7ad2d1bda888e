package dev.interlock.crm.highlevel.oauth;

import dev.interlock.crm.Read;
import dev.interlock.crm.highlevel.oauth.TokenVault.Kept;
import dev.interlock.crm.highlevel.outcome.Advice;
import dev.interlock.crm.highlevel.outcome.Reads;
import dev.interlock.crm.highlevel.wire.Answer;
import dev.interlock.crm.highlevel.wire.Failure;
import dev.interlock.crm.highlevel.wire.HighLevelConnection;
import dev.interlock.crm.highlevel.wire.OAuthCalls;
import dev.interlock.crm.highlevel.wire.TokenSource;
import dev.interlock.crm.highlevel.wire.WireInstalledLocation;
import dev.interlock.crm.highlevel.wire.WireTokens;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/// Our app at HighLevel: lets itself into accounts and keeps their tokens valid.
///
/// Only companies and locations that were let in here have tokens in the vault. A location of an
/// agency gets its tokens by the agency's, whenever its own cannot be renewed.
public final class OAuth {
  private static final int PAGE = 100;

  /// More locations than any agency has; whatever goes on after that goes round in circles.
  private static final int MOST_PAGES = 200;

  private final AppKeys keys;
  private final HighLevelConnection connection;
  private final OAuthCalls open;

  /// Apart from the others: anybody can bring codes that are none, and have them refused.
  private final OAuthCalls codes;

  private final TokenVault vault;
  private final BiConsumer<Holder, Optional<String>> lost;
  private final InstantSource clock;
  private final Map<Holder, HeldTokens> held = new ConcurrentHashMap<>();

  /// One for each, since it learns how much the company may be asked.
  private final Map<String, OAuthCalls> companies = new ConcurrentHashMap<>();

  /// The app with these keys.
  ///
  /// @param lost hears of a sub-account or an agency that no token can be had for any more, with
  ///   the reason; and with none when there is one again
  public OAuth(
      AppKeys keys,
      HighLevelConnection connection,
      TokenVault vault,
      BiConsumer<Holder, Optional<String>> lost,
      InstantSource clock) {
    this.keys = keys;
    this.connection = connection;
    this.vault = vault;
    this.lost = lost;
    this.clock = clock;
    this.open =
        connection.oauth(
            keys.clientId(),
            keys.clientSecret(),
            () -> new TokenSource.Grant.Withdrawn("this call needs a company"));
    this.codes =
        connection.oauth(
            keys.clientId(),
            keys.clientSecret(),
            () -> new TokenSource.Grant.Withdrawn("this call needs a company"));
  }

  /// Takes the code that somebody's browser brought. Its tokens are safe in the vault once this
  /// returns.
  public Authorized authorize(String code) {
    Instant asked = clock.instant();
    return switch (codes.exchange(code, keys.redirectUri())) {
      case Answer.Ok<WireTokens>(_, var tokens, _) -> letIn(tokens, asked);
      case Answer.Failed<WireTokens> failed ->
          switch (renewal(failed)) {
            case Renewal.Later(var pause, var reason) -> new Authorized.Later(pause, reason);
            case Renewal.Refused(var reason) -> new Authorized.Refused(reason);
            case Renewal.Renewed _ -> throw new IllegalStateException("a failure renews nothing");
          };
    };
  }

  private Authorized letIn(WireTokens tokens, Instant asked) {
    TokenPair pair = TokenPair.of(tokens, asked);
    if (tokens.isForCompany()) {
      if (tokens.companyId().isEmpty()) {
        return new Authorized.Refused("the CRM does not say which agency the code is of");
      }
      var agency = new Holder.Company(tokens.companyId());
      replace(agency, pair);
      lost.accept(agency, Optional.empty());
      return new Authorized.Company(tokens.companyId());
    }
    if (tokens.locationId().isEmpty()) {
      return new Authorized.Refused("the CRM does not say which sub-account the code is of");
    }
    replace(new Holder.Location(tokens.locationId()), pair);
    return new Authorized.Location(tokens.locationId(), tokens.companyId());
  }

  /// A new install replaces whatever was kept.
  private void replace(Holder holder, TokenPair pair) {
    boolean kept;
    do {
      kept = vault.keep(holder, vault.find(holder).map(Kept::number).orElse(0L), pair);
    } while (!kept);
    Optional.ofNullable(held.get(holder)).ifPresent(HeldTokens::reread);
  }

  /// Lets us into a sub-account by the token of its agency.
  public Authorized mint(String company, String location) {
    if (vault.find(new Holder.Company(company)).isEmpty()) {
      return new Authorized.Refused("the agency has not let us in");
    }
    return switch (minted(company, location)) {
      case Renewal.Renewed(var pair) -> {
        replace(new Holder.Location(location), pair);
        yield new Authorized.Location(location, company);
      }
      case Renewal.Later(var pause, var reason) -> new Authorized.Later(pause, reason);
      case Renewal.Refused(var reason) -> new Authorized.Refused(reason);
    };
  }

  /// Whether there are tokens of a sub-account.
  public boolean holds(String location) {
    return vault.find(new Holder.Location(location)).isPresent();
  }

  /// The sub-accounts of an agency in which our app is installed.
  public Read<List<InstalledLocation>> installed(String company) {
    var calls = of(new Holder.Company(company));
    var all = new ArrayList<InstalledLocation>();
    for (int page = 0; page < MOST_PAGES; page++) {
      switch (calls.installed(company, keys.appId(), page * PAGE, PAGE)) {
        case Answer.Ok<List<WireInstalledLocation>>(_, var rows, _) -> {
          rows.stream()
              .filter(WireInstalledLocation::isInstalled)
              .map(row -> new InstalledLocation(row.id(), row.name(), row.version()))
              .forEach(all::add);
          if (rows.size() < PAGE) {
            return new Read.Got<>(all);
          }
        }
        case Answer.Failed<List<WireInstalledLocation>> failed -> {
          return Reads.of(failed.map(_ -> List.of()));
        }
      }
    }
    return new Read.TryLater<>(Advice.LONG, "the list of sub-accounts does not end");
  }

  /// The tokens of a sub-account, asked for before each call.
  ///
  /// @param company by whose token they can be made anew; empty text where there is none
  public TokenSource tokens(String location, Supplier<String> company) {
    return held.computeIfAbsent(
        new Holder.Location(location),
        holder ->
            new HeldTokens(
                holder,
                vault,
                List.of(kept -> refreshed(holder, kept), _ -> minted(company.get(), location)),
                reason -> lost.accept(holder, reason),
                clock));
  }

  /// A sub-account, or a whole agency, has uninstalled our app: its tokens are forgotten, and no
  /// call is made for it until it is let in again.
  public void forget(Holder holder, String reason) {
    Optional.ofNullable(held.get(holder)).ifPresent(each -> each.withdraw(reason));
    vault.drop(holder);
  }

  /// Tries again to have a token of a sub-account for which none could be had, without waiting for
  /// a call that needs it. What comes of it is heard as a loss is.
  public void retry(String location) {
    Optional.ofNullable(held.get(new Holder.Location(location))).ifPresent(HeldTokens::token);
  }

  /// A sub-account has uninstalled our app, maybe before the start: no call is made for it, unless
  /// it has let us in again since.
  public void left(String location, String reason) {
    Optional.ofNullable(held.get(new Holder.Location(location)))
        .ifPresent(each -> each.withdrawUnlessKept(reason));
  }

  private OAuthCalls of(Holder.Company company) {
    var tokens =
        held.computeIfAbsent(
            company,
            holder ->
                new HeldTokens(
                    holder,
                    vault,
                    List.of(kept -> refreshed(holder, kept)),
                    reason -> lost.accept(holder, reason),
                    clock));
    return companies.computeIfAbsent(
        company.id(), _ -> connection.oauth(keys.clientId(), keys.clientSecret(), tokens));
  }

  private Renewal refreshed(Holder holder, Optional<Kept> kept) {
    String refresh = kept.map(each -> each.pair().refresh()).orElse("");
    if (refresh.isEmpty()) {
      return switch (holder) {
        // its code may be on its way
        case Holder.Company(var id) when kept.isEmpty() ->
            new Renewal.Later(Advice.LONG, "the agency " + id + " has not let us in yet");
        case Holder _ -> new Renewal.Refused("there is no refresh token");
      };
    }
    Instant asked = clock.instant();
    return renewal(open.refresh(refresh, holder.userType()), asked, refresh);
  }

  private Renewal minted(String company, String location) {
    var holder = new Holder.Company(company);
    if (company.isEmpty() || vault.find(holder).isEmpty()) {
      return new Renewal.Refused(
          "its refresh token is gone, used or revoked, and no agency let us in");
    }
    Instant asked = clock.instant();
    return renewal(of(holder).mint(company, location), asked, "");
  }

  private static Renewal renewal(Answer<WireTokens> answer, Instant asked, String former) {
    return switch (answer) {
      case Answer.Ok<WireTokens>(_, var tokens, _) ->
          new Renewal.Renewed(TokenPair.of(tokens, asked).orRefresh(former));
      case Answer.Failed<WireTokens> failed -> renewal(failed);
    };
  }

  /// Whether it may succeed later. A refresh of which the answer was lost has perhaps used the
  /// token up; the next attempt tells.
  private static Renewal renewal(Answer.Failed<WireTokens> failed) {
    Failure failure = failed.failure();
    return switch (failure) {
      case Failure.Unauthorized _,
          Failure.Forbidden _,
          Failure.NotFound _,
          Failure.Invalid _,
          Failure.Refusal _ ->
          new Renewal.Refused(failure.inWords());
      case Failure.RateLimited(Duration pause, _) -> new Renewal.Later(pause, failure.inWords());
      case Failure.Withheld(Duration pause, _) -> new Renewal.Later(pause, failure.inWords());
      case Failure.Conflict _,
          Failure.ServerError _,
          Failure.TimedOut _,
          Failure.Unreadable _,
          Failure.DeniesSuccess _,
          Failure.ConnectionFailed _,
          Failure.ConnectionLost _,
          Failure.Unexpected _ ->
          new Renewal.Later(Advice.SHORT, failure.inWords());
    };
  }
}
