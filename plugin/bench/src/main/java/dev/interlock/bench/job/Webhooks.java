package dev.interlock.bench.job;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

/// Webhooks that tell of new contacts, signed as the CRM signs them, as whole HTTP requests:
/// signing is the CRM's work, so it is done before anything is measured.
///
/// @param prefix of the contacts' ids, another one in each batch
record Webhooks(KeyPair keys, String prefix) {
  static final String APP = "interlockbench000001";

  static KeyPair newKeys() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has Ed25519", impossible);
    }
  }

  static String pem(KeyPair keys) {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(keys.getPublic().getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }

  /// As many as are wanted, each of a contact of its own.
  List<byte[]> make(int count) {
    // to the millisecond, as HighLevel tells it
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return IntStream.range(0, count).parallel().mapToObj(number -> request(number, now)).toList();
  }

  private byte[] request(int number, Instant now) {
    byte[] body = body("%s%014d".formatted(prefix, number), now).getBytes(StandardCharsets.UTF_8);
    String head =
        """
        POST /webhooks/highlevel HTTP/1.1\r
        Host: 127.0.0.1\r
        Content-Type: application/json\r
        X-GHL-Signature: %s\r
        Content-Length: %d\r
        \r
        """
            .formatted(
                Base64.getEncoder().encodeToString(signature(keys.getPrivate(), body)),
                body.length);
    byte[] first = head.getBytes(StandardCharsets.US_ASCII);
    byte[] request = new byte[first.length + body.length];
    System.arraycopy(first, 0, request, 0, first.length);
    System.arraycopy(body, 0, request, first.length, body.length);
    return request;
  }

  private static String body(String contact, Instant now) {
    return """
    {"type":"ContactCreate","locationId":"%s","versionId":"6912ab34cd56ef7890123456","appId":"%s",\
    "id":"%s","address1":"1 Bench Street","city":"Boston","state":"MA","country":"US",\
    "source":"web form","email":"joy.quinn@mail.example","firstName":"Joy","lastName":"Quinn",\
    "name":"Joy Quinn","phone":"+15550001234","postalCode":"02101","dateAdded":"%s","dnd":false,\
    "tags":[],"attachments":[],"customFields":[],"timestamp":"%s","webhookId":"webhook-%s"}\
    """
        .formatted(ShopInCrm.LOCATION, APP, contact, now, now, contact);
  }

  static byte[] signature(PrivateKey key, byte[] body) {
    try {
      var signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(body);
      return signature.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("the key is one of Ed25519", impossible);
    }
  }
}
