package dev.interlock.app.fleet;

import dev.interlock.app.secret.SealingKey;
import dev.interlock.crm.highlevel.oauth.Holder;
import dev.interlock.crm.highlevel.oauth.TokenPair;
import dev.interlock.crm.highlevel.oauth.TokenVault;
import dev.interlock.engine.Engine;
import dev.interlock.engine.store.Secrets;
import dev.interlock.engine.store.Tables;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Keeps tokens sealed in the engine's store.
final class StoredVault implements TokenVault {
  private static final String TOKENS = "tokens/";

  /// So much may a clock be ahead that is kept right.
  private static final Duration A_LITTLE = Duration.ofMinutes(2);

  private final Engine engine;
  private final SealingKey key;
  private final InstantSource clock;

  StoredVault(Engine engine, SealingKey key, InstantSource clock) {
    this.engine = engine;
    this.key = key;
    this.clock = clock;
  }

  private static String name(Holder holder) {
    return TOKENS + holder.text();
  }

  @Override
  public Optional<Kept> find(Holder holder) {
    String name = name(holder);
    return engine
        .ask((Tables tables) -> tables.secrets().find(name))
        .map(sealed ->
            new Kept(TokenPair.of(key.open(sealed.bytes().bytes(), name)), sealed.version()));
  }

  /// When a holder's tokens were had that are kept; empty where nobody knows, since our clock was
  /// ahead then and has been set back.
  Optional<Instant> keptAt(Holder holder) {
    String name = name(holder);
    Instant latest = clock.instant().plus(A_LITTLE);
    return engine
        .ask((Tables tables) -> tables.secrets().find(name))
        .map(Secrets.Sealed::keptAt)
        .filter(at -> !at.isAfter(latest));
  }

  @Override
  public boolean keep(Holder holder, long seen, TokenPair pair) {
    String name = name(holder);
    byte[] sealed = key.seal(pair.reveal(), name);
    return engine.keep(tables -> tables.secrets().put(name, seen, sealed, clock.instant()));
  }

  @Override
  public boolean take(Holder holder, long seen, Turn turn) {
    String name = name(holder);
    var taken = new Secrets.Turn(turn.of(), turn.begins(), turn.ends());
    return engine.keep(tables -> tables.secrets().take(name, seen, taken));
  }

  @Override
  public void drop(Holder holder) {
    String name = name(holder);
    engine.keep(tables -> {
      tables.secrets().remove(name);
      return true;
    });
  }

  /// The agencies that let us in.
  List<String> companies() {
    return those(new Holder.Company("").text());
  }

  /// The sub-accounts of which there are tokens.
  List<String> locations() {
    return those(new Holder.Location("").text());
  }

  private List<String> those(String kind) {
    String start = TOKENS + kind;
    return engine.ask((Tables tables) -> tables.secrets().names()).stream()
        .filter(name -> name.startsWith(start))
        .map(name -> name.substring(start.length()))
        .toList();
  }

  /// Seals everything anew, with the key that is for what is sealed from now on. Whoever renews a
  /// token meanwhile is not disturbed.
  void sealAnew() {
    engine.keep(tables -> {
      for (String name : tables.secrets().names()) {
        var sealed = tables.secrets().find(name).orElseThrow();
        byte[] fresh = key.seal(key.open(sealed.bytes().bytes(), name), name);
        tables.secrets().reseal(name, sealed.version(), fresh);
      }
      return true;
    });
  }
}
