package dev.interlock.crm.highlevel.webhook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The public keys with which webhooks are checked.
public final class WebhookKeys {

  /// The key that HighLevel's documentation gives for `X-GHL-Signature`, for its whole platform.
  /// The vendor may change it: configuration can name others.
  private static final String VENDOR =
      """
      -----BEGIN PUBLIC KEY-----
      MCowBQYDK2VwAyEAi2HR1srL4o18O8BRa7gVJY7G7bupbN3H9AwJrHCDiOg=
      -----END PUBLIC KEY-----
      """;

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");

  private WebhookKeys() {}

  /// The vendor's key as it was known when this version was made.
  public static List<PublicKey> vendor() {
    return fromPem(VENDOR, "the built-in key");
  }

  /// All public keys of a PEM file.
  ///
  /// @throws WebhookKeyException naming the file and what is wrong with it
  public static List<PublicKey> fromFile(Path file) {
    try {
      return fromPem(Files.readString(file, StandardCharsets.US_ASCII), file.toString());
    } catch (NoSuchFileException missing) {
      throw new WebhookKeyException("there is no such file as " + file, missing);
    } catch (IOException unreadable) {
      throw new WebhookKeyException(file + " cannot be read as a PEM file", unreadable);
    }
  }

  /// All public keys of a PEM text.
  ///
  /// @param origin where the text is from, for the message
  static List<PublicKey> fromPem(String pem, String origin) {
    var keys = new ArrayList<PublicKey>();
    Matcher block = BLOCK.matcher(pem);
    while (block.find()) {
      if (!block.group(1).equals("PUBLIC KEY")) {
        throw new WebhookKeyException(
            origin + " holds a " + block.group(1) + "; a PUBLIC KEY is needed");
      }
      keys.add(key(block.group(2), origin));
    }
    if (keys.isEmpty()) {
      throw new WebhookKeyException(
          origin + " holds no '-----BEGIN PUBLIC KEY-----' block that ends properly");
    }
    return List.copyOf(keys);
  }

  private static PublicKey key(String base64, String origin) {
    try {
      byte[] encoded = Base64.getMimeDecoder().decode(base64);
      return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException | IllegalArgumentException wrong) {
      throw new WebhookKeyException(
          origin
              + " holds a public key that is not for Ed25519; HighLevel's older RSA key is no"
              + " longer used",
          wrong);
    }
  }

  static void requireEd25519(PublicKey key) {
    boolean fits =
        key instanceof EdECPublicKey edwards && edwards.getParams().getName().equals("Ed25519");
    if (!fits) {
      throw new WebhookKeyException("a " + key.getAlgorithm() + " key cannot check webhooks");
    }
  }
}
