package dev.interlock.crm.highlevel.webhook;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Tells whether the bytes of a webhook were signed by HighLevel. Thread-safe.
///
/// A valid signature says "from HighLevel", not "for us": one key signs for all apps. It covers the
/// bytes exactly as they were received, so check before parsing or decoding anything.
public final class WebhookSignature {

  /// The header that carries the signature; look it up without regard to case.
  public static final String HEADER = "X-GHL-Signature";

  private static final int SIGNATURE_BYTES = 64;

  private final List<PublicKey> keys;
  private final Supplier<Ed25519> checking;

  private WebhookSignature(List<PublicKey> keys, Supplier<Ed25519> checking) {
    this.keys = keys;
    this.checking = checking;
  }

  /// Accepts what any of these keys has signed; two are needed while the vendor changes its key.
  ///
  /// @throws WebhookKeyException when there is no key, or one that is not for Ed25519
  public static WebhookSignature by(List<PublicKey> keys) {
    // the first webhook can wait for it, and a server that starts cannot
    return by(keys, Ed25519::quickest);
  }

  static WebhookSignature by(List<PublicKey> keys, Supplier<Ed25519> checking) {
    if (keys.isEmpty()) {
      throw new WebhookKeyException("no key to check webhooks with was given");
    }
    keys.forEach(WebhookKeys::requireEd25519);
    return new WebhookSignature(List.copyOf(keys), checking);
  }

  /// What the signature is worth.
  ///
  /// @param body the bytes as received
  /// @param header the value of [#HEADER], empty if the request had none
  public Verdict check(byte[] body, Optional<String> header) {
    String text = header.map(String::strip).orElse("");
    if (text.isEmpty() || text.equalsIgnoreCase("N/A")) {
      return Verdict.MISSING;
    }
    byte[] signature = decoded(text);
    if (signature.length != SIGNATURE_BYTES) {
      return Verdict.GARBLED;
    }
    boolean valid = keys.stream().anyMatch(key -> verifies(key, body, signature));
    return valid ? Verdict.VALID : Verdict.WRONG;
  }

  private static byte[] decoded(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException _) {
      return new byte[0];
    }
  }

  private boolean verifies(PublicKey key, byte[] body, byte[] signature) {
    try {
      return checking.get().verifies(key, body, signature);
    } catch (GeneralSecurityException _) {
      // the keys are known to be good, so it is the signature that is impossible
      return false;
    }
  }

  /// What a signature is worth. Only [#VALID] lets a webhook in.
  public enum Verdict {
    VALID,
    /// No header, an empty one, or the vendor's `N/A`.
    MISSING,
    /// Not base64 of 64 bytes.
    GARBLED,
    /// Not by any of the keys, or not over these bytes.
    WRONG;

    public boolean isValid() {
      return this == VALID;
    }
  }
}
