package dev.interlock.crm.highlevel.webhook;

import static dev.interlock.crm.highlevel.webhook.WebhookSignature.Verdict.GARBLED;
import static dev.interlock.crm.highlevel.webhook.WebhookSignature.Verdict.MISSING;
import static dev.interlock.crm.highlevel.webhook.WebhookSignature.Verdict.VALID;
import static dev.interlock.crm.highlevel.webhook.WebhookSignature.Verdict.WRONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.crm.highlevel.conformance.SharedFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignatureTest {
  private static final KeyPair OLD = keyPair("Ed25519");
  private static final KeyPair NEW = keyPair("Ed25519");
  private static final byte[] BODY = "{\"type\": \"Grüße\"}".getBytes(StandardCharsets.UTF_8);

  private final WebhookSignature signature = WebhookSignature.by(List.of(OLD.getPublic()));

  @TempDir private Path folder;

  @Test
  void whoChecksIsNotAskedForBeforeThereIsSomethingToCheck() {
    var asked = new AtomicInteger();
    var lazy =
        WebhookSignature.by(
            List.of(OLD.getPublic()),
            () -> {
              asked.incrementAndGet();
              return Ed25519.ofJdk();
            });

    assertThat(lazy.check(BODY, Optional.empty())).isEqualTo(MISSING);
    assertThat(lazy.check(BODY, Optional.of("garbage"))).isEqualTo(GARBLED);
    assertThat(asked).hasValue(0);

    assertThat(lazy.check(BODY, Optional.of(signed(OLD, BODY)))).isEqualTo(VALID);
    assertThat(asked).hasValue(1);
  }

  @Test
  void acceptsWhatTheKeyHasSigned() {
    var verdict = signature.check(BODY, Optional.of(signed(OLD, BODY)));
    assertThat(verdict).isEqualTo(VALID);
    assertThat(verdict.isValid()).isTrue();
  }

  @Test
  void ignoresBlanksAroundTheHeader() {
    assertThat(signature.check(BODY, Optional.of(" " + signed(OLD, BODY) + "\t"))).isEqualTo(VALID);
  }

  @Test
  void acceptsSeveralKeysWhileTheVendorChangesThem() {
    var both = WebhookSignature.by(List.of(OLD.getPublic(), NEW.getPublic()));
    assertThat(both.check(BODY, Optional.of(signed(OLD, BODY)))).isEqualTo(VALID);
    assertThat(both.check(BODY, Optional.of(signed(NEW, BODY)))).isEqualTo(VALID);
  }

  @Test
  void refusesAnotherKeysSignature() {
    assertThat(signature.check(BODY, Optional.of(signed(NEW, BODY)))).isEqualTo(WRONG);
  }

  @Test
  void refusesABodyThatDiffersInOneByte() {
    byte[] forged = BODY.clone();
    forged[3] ^= 1;
    assertThat(signature.check(forged, Optional.of(signed(OLD, BODY)))).isEqualTo(WRONG);
    assertThat(signature.check(new byte[0], Optional.of(signed(OLD, BODY)))).isEqualTo(WRONG);
  }

  @Test
  void refusesABodyThatWasWrittenAnewWithTheSameMeaning() {
    byte[] compact = "{\"type\":\"Grüße\"}".getBytes(StandardCharsets.UTF_8);
    assertThat(signature.check(compact, Optional.of(signed(OLD, BODY)))).isEqualTo(WRONG);
  }

  @Test
  void refusesAnUnsignedRequest() {
    assertThat(signature.check(BODY, Optional.empty())).isEqualTo(MISSING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "N/A", "n/a"})
  void refusesAHeaderThatSaysNothing(String header) {
    assertThat(signature.check(BODY, Optional.of(header))).isEqualTo(MISSING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "%%%", "AAAA", "bm8gc2lnbmF0dXJl", "null", "====", "ü"})
  void refusesAHeaderThatIsNoSignature(String header) {
    assertThat(signature.check(BODY, Optional.of(header))).isEqualTo(GARBLED);
  }

  @Test
  void refusesASignatureThatIsCutOffOrTooLong() {
    byte[] bytes = Base64.getDecoder().decode(signed(OLD, BODY));
    for (int length : List.of(0, 32, 63, 65, 128)) {
      String header = Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, length));
      assertThat(signature.check(BODY, Optional.of(header)).isValid()).isFalse();
    }
  }

  @Test
  void refusesImpossibleSignatures() {
    byte[] impossible = new byte[64];
    Arrays.fill(impossible, (byte) 0xff);
    String header = Base64.getEncoder().encodeToString(impossible);
    assertThat(signature.check(BODY, Optional.of(header))).isEqualTo(WRONG);
  }

  @Test
  void loadsTheVendorsKey() {
    List<PublicKey> keys = WebhookKeys.vendor();
    assertThat(keys).hasSize(1);
    var vendor = WebhookSignature.by(keys);
    assertThat(vendor.check(BODY, Optional.of(signed(OLD, BODY)))).isEqualTo(WRONG);
  }

  @Test
  void hasTheVendorsKeyAsItsFilesHaveIt() {
    Path file =
        SharedFiles.highLevel("keys/x-ghl-signature-ed25519.pem")
            .orElseGet(() -> Assumptions.abort("the vendor's key file is not on this machine"));
    assertThat(WebhookKeys.fromFile(file)).isEqualTo(WebhookKeys.vendor());
  }

  @Test
  void loadsAllKeysOfAFileWhateverItsLineEnds() throws IOException {
    String pem = "our keys\r\n" + pem(OLD.getPublic()).replace("\n", "\r\n") + pem(NEW.getPublic());
    Path file = Files.writeString(folder.resolve("keys.pem"), pem);
    assertThat(WebhookKeys.fromFile(file)).containsExactly(OLD.getPublic(), NEW.getPublic());
  }

  @Test
  void namesAFileThatCannotBeRead() {
    Path missing = folder.resolve("missing.pem");
    assertThatThrownBy(() -> WebhookKeys.fromFile(missing))
        .isInstanceOf(WebhookKeyException.class)
        .hasMessage("there is no such file as " + missing);
  }

  @Test
  void saysWhatIsWrongWithAKey() {
    assertThatThrownBy(() -> WebhookKeys.fromPem("", "k.pem"))
        .hasMessage("k.pem holds no '-----BEGIN PUBLIC KEY-----' block that ends properly");
    assertThatThrownBy(() -> WebhookKeys.fromPem("-----BEGIN PUBLIC KEY-----\nMCow", "k.pem"))
        .hasMessageContaining("no '-----BEGIN PUBLIC KEY-----' block");
    assertThatThrownBy(() -> WebhookKeys.fromPem(block("PRIVATE KEY", "MC4C"), "k.pem"))
        .hasMessage("k.pem holds a PRIVATE KEY; a PUBLIC KEY is needed");
    assertThatThrownBy(() -> WebhookKeys.fromPem(block("PUBLIC KEY", "AAAA"), "k.pem"))
        .hasMessageContaining("k.pem holds a public key that is not for Ed25519");
    assertThatThrownBy(() -> WebhookKeys.fromPem(pem(keyPair("RSA").getPublic()), "k.pem"))
        .hasMessageContaining("k.pem holds a public key that is not for Ed25519");
  }

  @Test
  void needsAKeyOfTheRightKind() {
    assertThatThrownBy(() -> WebhookSignature.by(List.of()))
        .isInstanceOf(WebhookKeyException.class)
        .hasMessage("no key to check webhooks with was given");
    var rsa = keyPair("RSA").getPublic();
    assertThatThrownBy(() -> WebhookSignature.by(List.of(rsa)))
        .hasMessage("a RSA key cannot check webhooks");
    var ed448 = keyPair("Ed448").getPublic();
    assertThatThrownBy(() -> WebhookSignature.by(List.of(ed448)))
        .hasMessage("a EdDSA key cannot check webhooks");
  }

  private static String pem(PublicKey key) {
    return block("PUBLIC KEY", Base64.getMimeEncoder().encodeToString(key.getEncoded()));
  }

  private static String block(String kind, String content) {
    return "-----BEGIN " + kind + "-----\n" + content + "\n-----END " + kind + "-----\n";
  }

  private static String signed(KeyPair keys, byte[] body) {
    try {
      var signer = Signature.getInstance("Ed25519");
      signer.initSign(keys.getPrivate());
      signer.update(body);
      return Base64.getEncoder().encodeToString(signer.sign());
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static KeyPair keyPair(String algorithm) {
    try {
      return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
