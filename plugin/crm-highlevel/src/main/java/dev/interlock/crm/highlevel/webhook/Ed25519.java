package dev.interlock.crm.highlevel.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Optional;
import java.util.ServiceLoader;

/// Who checks signatures: Amazon's native provider where there is one for this machine, the JDK
/// everywhere else. The JDK takes more of the processor for one signature than all else that a
/// webhook takes together (docs/performance.md).
///
/// The native one is trusted after it has told a signature of RFC 8032 from a forged one.
final class Ed25519 {
  private static final String ALGORITHM = "Ed25519";
  private static final String NATIVE = "com.amazon.corretto.crypto.provider.";

  /// The second test vector of RFC 8032, section 7.1: the key as X.509, the message, the signature.
  private static final byte[] KEY =
      bytes(
          "302a300506032b6570032100"
              + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");

  private static final byte[] MESSAGE = bytes("72");
  private static final byte[] SIGNATURE =
      bytes(
          "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
              + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");

  private final Optional<Provider> provider;

  private Ed25519(Optional<Provider> provider) {
    this.provider = provider;
  }

  /// The quicker one that works here. Finding it out takes a while, so that is done once, and by
  /// whoever asks first.
  static Ed25519 quickest() {
    return Quickest.FOUND;
  }

  /// What was found out.
  private static final class Quickest {
    static final Ed25519 FOUND = find();
  }

  private static Ed25519 find() {
    return ServiceLoader.load(Provider.class).stream()
        .filter(each -> each.type().getName().startsWith(NATIVE))
        .flatMap(each -> loaded(each).stream())
        .map(each -> new Ed25519(Optional.of(each)))
        .filter(Ed25519::isRight)
        .findFirst()
        .orElseGet(Ed25519::ofJdk);
  }

  /// The JDK's own.
  static Ed25519 ofJdk() {
    return new Ed25519(Optional.empty());
  }

  /// A native library for another machine, or one that may not be unpacked, is no reason to fail.
  private static Optional<Provider> loaded(ServiceLoader.Provider<Provider> found) {
    try {
      return Optional.of(found.get());
    } catch (RuntimeException | LinkageError | java.util.ServiceConfigurationError unusable) {
      return Optional.empty();
    }
  }

  private boolean isRight() {
    try {
      var key = KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(KEY));
      return verifies(key, MESSAGE, SIGNATURE)
          && !verifies(key, "forged".getBytes(StandardCharsets.US_ASCII), SIGNATURE);
    } catch (GeneralSecurityException | LinkageError unusable) {
      return false;
    }
  }

  /// Whether the signature is of these bytes.
  ///
  /// @throws GeneralSecurityException when the signature is impossible
  boolean verifies(PublicKey key, byte[] body, byte[] signature) throws GeneralSecurityException {
    var check =
        provider.isPresent()
            ? Signature.getInstance(ALGORITHM, provider.get())
            : Signature.getInstance(ALGORITHM);
    check.initVerify(key);
    check.update(body);
    return check.verify(signature);
  }

  /// Its name, for logs.
  String name() {
    return provider
        .map(Provider::getName)
        .orElseGet(() -> Security.getProviders("Signature." + ALGORITHM)[0].getName());
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
