package dev.interlock.sandbox.market;

import dev.interlock.sandbox.records.TokenRow;
import dev.interlock.sandbox.records.TokenRow.Origin;
import dev.interlock.sandbox.time.Seed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;

/// Gives codes and tokens, and knows what each is good for.
final class Mint {
  /// A real one is an RSA signature of 2048 bits; ours only looks as long.
  private static final int SIGNATURE_PARTS = 17;

  private final App app;
  private final InstantSource clock;
  private final Seed seed;
  private final Map<String, Code> codes = new HashMap<>();
  private final Map<String, Pair> byAccess = new HashMap<>();
  private final Map<String, Pair> byRefresh = new HashMap<>();
  private final List<Pair> pairs = new ArrayList<>();
  private int drawn;

  private record Code(Grant grant, Instant expiresAt) {}

  Mint(App app, InstantSource clock, Seed seed) {
    this.app = app;
    this.clock = clock;
    this.seed = seed;
  }

  String code(Grant grant) {
    var code = draw("code") + draw("code");
    codes.put(code, new Code(grant, clock.instant().plus(app.codeLife())));
    return code;
  }

  /// What a code was given for. A code works once, and not for long.
  Optional<Grant> redeem(String code) {
    return Optional.ofNullable(codes.remove(code))
        .filter(it -> clock.instant().isBefore(it.expiresAt()))
        .map(Code::grant);
  }

  Minting.Minted mint(Grant grant, Origin origin) {
    var now = clock.instant();
    var name = "token-" + (pairs.size() + 1);
    var pair = new Pair(name, grant, origin, now, now.plus(app.tokenLife()));
    var access = accessToken(grant, now);
    var refresh = "refresh." + draw("refresh") + draw("refresh");
    pairs.add(pair);
    byAccess.put(access, pair);
    byRefresh.put(refresh, pair);
    return new Minting.Minted(access, refresh, app.tokenLife(), grant);
  }

  /// As long as real ones, and to be taken for what it is: a text without a meaning.
  private String accessToken(Grant grant, Instant now) {
    var claims = JsonNodeFactory.instance.objectNode();
    var isCompany = grant.holder() instanceof Holder.Company;
    claims.put("authClass", isCompany ? "Company" : "Location");
    claims.put("authClassId", grant.holder().id());
    claims.put("source", "INTEGRATION");
    claims.put("sourceId", app.clientId());
    claims.put("channel", "OAUTH");
    var scopes = claims.putObject("oauthMeta").putArray("scopes");
    grant.scopes().forEach(scopes::add);
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(app.tokenLife()).getEpochSecond());
    var signature = new StringBuilder();
    for (int i = 0; i < SIGNATURE_PARTS; i++) {
      signature.append(draw("signature"));
    }
    return encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}")
        + "."
        + encoded(claims.toString())
        + "."
        + signature;
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private String draw(String purpose) {
    return seed.identifier("market", purpose, Integer.toString(++drawn));
  }

  Access access(String token) {
    var pair = byAccess.get(token);
    return pair == null ? new Access.Unknown() : pair.access(clock.instant());
  }

  /// What a refresh token was given for, as long as it was not used.
  Optional<Pair> refreshable(String token) {
    return Optional.ofNullable(byRefresh.get(token));
  }

  /// Takes back all tokens and codes of a holder.
  void revoke(Holder holder) {
    codes.values().removeIf(code -> code.grant().holder().equals(holder));
    pairs.stream().filter(pair -> pair.grant().holder().equals(holder)).forEach(Pair::revoke);
  }

  /// Ends all access tokens of a holder now.
  void expire(Holder holder) {
    pairs.stream()
        .filter(pair -> pair.grant().holder().equals(holder))
        .forEach(pair -> pair.expire(clock.instant()));
  }

  List<TokenRow> rows() {
    return pairs.stream().map(pair -> pair.row(clock.instant())).toList();
  }
}
