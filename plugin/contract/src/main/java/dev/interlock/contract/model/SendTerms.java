package dev.interlock.contract.model;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// The terms on which a message is sent.
///
/// @param purpose what it is for; without one, contract and step name stand for it
/// @param asks what answer it asks the contact for
/// @param expiresAfter how long a policy may hold it back before it is not sent at all
/// @param afterOptOut why it may go out although the contact opted out of another channel
/// @param urgent why it may go out in quiet hours while what it answers is [#FRESH], for example a
///   confirmation just asked for
public record SendTerms(
    Optional<PurposeName> purpose,
    Set<Ask> asks,
    Optional<Duration> expiresAfter,
    Optional<String> afterOptOut,
    Optional<String> urgent) {
  /// How long after it happened something counts as just now: whoever called then is still awake.
  public static final Duration FRESH = Duration.ofMinutes(15);

  private static final SendTerms USUAL =
      new SendTerms(
          Optional.empty(), Set.of(), Optional.empty(), Optional.empty(), Optional.empty());

  public SendTerms {
    asks = Sets.sorted(asks);
    expiresAfter = expiresAfter.map(span -> Spans.positive("expiresAfter", span));
  }

  /// No special terms.
  public static SendTerms usual() {
    return USUAL;
  }

  /// The same terms, with a declared purpose.
  public SendTerms purpose(PurposeName given) {
    return new SendTerms(Optional.of(given), asks, expiresAfter, afterOptOut, urgent);
  }

  /// The same terms, with these answers asked for.
  public SendTerms asks(Set<Ask> given) {
    return new SendTerms(purpose, given, expiresAfter, afterOptOut, urgent);
  }

  /// The same terms, with a limit on being held back.
  public SendTerms expiresAfter(Duration given) {
    return new SendTerms(purpose, asks, Optional.of(given), afterOptOut, urgent);
  }

  /// The same terms, with a reason to go out after an opt-out.
  public SendTerms afterOptOut(String given) {
    return new SendTerms(purpose, asks, expiresAfter, Optional.of(given), urgent);
  }

  /// The same terms, with a reason to go out in quiet hours.
  public SendTerms urgent(String given) {
    return new SendTerms(purpose, asks, expiresAfter, afterOptOut, Optional.of(given));
  }

  /// What a message can ask for.
  public enum Ask {
    ANSWER,
    BOOKING,
    PAYMENT,
    FORM
  }
}
