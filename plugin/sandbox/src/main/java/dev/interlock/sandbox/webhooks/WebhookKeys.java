package dev.interlock.sandbox.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;

/// The Ed25519 pair that webhooks are signed with.
///
/// @param pair public half to be told to receivers, private half to sign
public record WebhookKeys(KeyPair pair) {

  /// A fresh pair.
  public static WebhookKeys generate() {
    try {
      return new WebhookKeys(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK since 15 has Ed25519", impossible);
    }
  }

  /// The public half as a PEM file's text.
  public String publicKeyPem() {
    var lines =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
            .encodeToString(pair.getPublic().getEncoded());
    return "-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n";
  }

  /// The value of `X-GHL-Signature` for a body: base64 of the signature over its bytes.
  public String sign(byte[] body) {
    try {
      var signature = Signature.getInstance("Ed25519");
      signature.initSign(pair.getPrivate());
      signature.update(body);
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException broken) {
      throw new IllegalArgumentException("this private key does not sign Ed25519", broken);
    }
  }

  @Override
  public String toString() {
    return "WebhookKeys[public=" + pair.getPublic() + "]";
  }
}
