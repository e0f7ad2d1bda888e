package dev.interlock.crm.highlevel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Whoever checks signatures on this machine, it must come to the JDK's answers.
class Ed25519Test {
  /// The order of the curve's group: a signature whose second half is larger is another spelling of
  /// a valid one, and no valid one.
  private static final BigInteger ORDER =
      BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

  private static final byte[] BODY = "{\"type\": \"Grüße\"}".getBytes(StandardCharsets.UTF_8);

  private final KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  private final byte[] signature = signed(keys, BODY);
  private final Ed25519 quickest = Ed25519.quickest();

  Ed25519Test() throws GeneralSecurityException {}

  @Test
  void isNativeWhereThereIsALibraryForTheMachine() {
    Assumptions.assumeTrue(
        System.getProperty("os.name").equals("Linux")
            && System.getProperty("os.arch").equals("amd64"));

    assertThat(quickest.name()).isEqualTo("AmazonCorrettoCryptoProvider");
    assertThat(Ed25519.ofJdk().name()).isEqualTo("SunEC");
  }

  @Test
  void acceptsWhatTheKeyHasSigned() {
    assertThat(verifies(quickest, keys.getPublic(), BODY, signature)).isTrue();
    assertThat(verifies(Ed25519.ofJdk(), keys.getPublic(), BODY, signature)).isTrue();
  }

  @Test
  void refusesWhateverOneBitHasChanged() {
    for (int bit = 0; bit < signature.length * 8; bit++) {
      byte[] forged = signature.clone();
      forged[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(verifies(quickest, keys.getPublic(), BODY, forged)).as("bit " + bit).isFalse();
    }
    byte[] other = BODY.clone();
    other[0] ^= 1;
    assertThat(verifies(quickest, keys.getPublic(), other, signature)).isFalse();
  }

  @Test
  void refusesAnotherSpellingOfAValidSignature() {
    byte[] spelt = signature.clone();
    byte[] second = Arrays.copyOfRange(signature, 32, 64);
    byte[] larger = littleEndian(new BigInteger(1, reversed(second)).add(ORDER));
    System.arraycopy(larger, 0, spelt, 32, 32);

    assertThat(verifies(quickest, keys.getPublic(), BODY, spelt)).isFalse();
    assertThat(verifies(Ed25519.ofJdk(), keys.getPublic(), BODY, spelt)).isFalse();
  }

  @Test
  void refusesASignatureOfNothing() {
    assertThat(verifies(quickest, keys.getPublic(), BODY, new byte[64])).isFalse();
    assertThat(verifies(quickest, keys.getPublic(), BODY, new byte[0])).isFalse();
  }

  private static boolean verifies(Ed25519 by, PublicKey key, byte[] body, byte[] signature) {
    try {
      return by.verifies(key, body, signature);
    } catch (GeneralSecurityException impossible) {
      return false;
    }
  }

  private static byte[] signed(KeyPair keys, byte[] body) throws GeneralSecurityException {
    var signing = Signature.getInstance("Ed25519");
    signing.initSign(keys.getPrivate());
    signing.update(body);
    return signing.sign();
  }

  private static byte[] littleEndian(BigInteger number) {
    byte[] bytes = reversed(number.toByteArray());
    return Arrays.copyOf(bytes, 32);
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }
}
