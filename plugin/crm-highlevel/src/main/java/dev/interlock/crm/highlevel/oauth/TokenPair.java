package dev.interlock.crm.highlevel.oauth;

import dev.interlock.crm.highlevel.wire.AccessToken;
import dev.interlock.crm.highlevel.wire.WireTokens;
import dev.interlock.crm.highlevel.wire.WrongShapeException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An access token, and what renews it.
///
/// @param refresh works once; empty where the CRM gave none
/// @param scopes what it opens, as far as the CRM said
public record TokenPair(AccessToken access, String refresh, Instant expiresAt, Set<String> scopes) {
  public TokenPair {
    scopes = Set.copyOf(scopes);
  }

  static TokenPair of(WireTokens tokens, Instant askedAt) {
    return new TokenPair(
        tokens.access(), tokens.refresh(), askedAt.plusSeconds(tokens.seconds()), tokens.scopes());
  }

  /// The same with a refresh token known from before, where the CRM gave no other.
  TokenPair orRefresh(String former) {
    return refresh.isEmpty() ? new TokenPair(access, former, expiresAt, scopes) : this;
  }

  /// For a vault, which seals it: four lines, since no token has a line end in it.
  public byte[] reveal() {
    String text =
        String.join(
            "\n",
            access.reveal(),
            refresh,
            expiresAt.toString(),
            scopes.stream().sorted().collect(Collectors.joining(" ")));
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// What [#reveal()] made.
  ///
  /// @throws WrongShapeException when it was not made so
  public static TokenPair of(byte[] revealed) {
    List<String> lines = List.of(new String(revealed, StandardCharsets.UTF_8).split("\n", -1));
    if (lines.size() != 4) {
      throw new WrongShapeException("these are no tokens of ours");
    }
    return new TokenPair(
        new AccessToken(lines.get(0)),
        lines.get(1),
        Instant.parse(lines.get(2)),
        Stream.of(lines.get(3).split(" "))
            .filter(word -> !word.isEmpty())
            .collect(Collectors.toSet()));
  }

  /// Shows no token.
  @Override
  public String toString() {
    return "TokenPair[until " + expiresAt + "]";
  }
}
