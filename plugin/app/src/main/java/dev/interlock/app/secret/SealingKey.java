package dev.interlock.app.secret;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/// What secrets are sealed with: AES-256-GCM by Tink, one key for what is sealed from now on and
/// former ones for what was sealed before.
///
/// Each secret is sealed for its name, so that nobody who can write to the database can put one in
/// the place of another.
public final class SealingKey {
  private final KeysetHandle keys;
  private final Aead aead;

  private SealingKey(KeysetHandle keys) throws GeneralSecurityException {
    this.keys = keys;
    this.aead = keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
  }

  /// A new one.
  public static SealingKey random() {
    try {
      AeadConfig.register();
      return new SealingKey(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this JDK has no AES", impossible);
    }
  }

  /// The one with this text.
  ///
  /// @throws KeyException when it is none
  public static SealingKey of(String text) {
    try {
      AeadConfig.register();
      return new SealingKey(
          TinkJsonProtoKeysetFormat.parseKeyset(text, InsecureSecretKeyAccess.get()));
    } catch (GeneralSecurityException | RuntimeException wrong) {
      throw new KeyException("it is no key as `interlock keys` makes them", wrong);
    }
  }

  /// With another key for what is sealed from now on; what was sealed before can still be opened.
  public SealingKey rotated() {
    try {
      var builder = KeysetHandle.newBuilder(keys);
      builder.addEntry(
          KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
              .withRandomId()
              .makePrimary());
      return new SealingKey(builder.build());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("a key could not be added", impossible);
    }
  }

  /// Without the former keys: what was sealed with them, and not since, cannot be opened any more.
  public SealingKey withoutFormer() {
    try {
      return new SealingKey(
          KeysetHandle.newBuilder()
              .addEntry(
                  KeysetHandle.importKey(keys.getPrimary().getKey())
                      .withFixedId(keys.getPrimary().getId())
                      .makePrimary())
              .build());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("the former keys could not be left out", impossible);
    }
  }

  /// How many keys there are, the former ones included.
  public int size() {
    return keys.size();
  }

  /// The key itself, for the file that it is kept in.
  public String reveal() {
    try {
      return TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("a key could not be written", impossible);
    }
  }

  /// Seals a secret for its name.
  public byte[] seal(byte[] secret, String name) {
    try {
      return aead.encrypt(secret, name.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("a secret could not be sealed", impossible);
    }
  }

  /// Opens what was sealed for a name.
  ///
  /// @throws KeyException when it was sealed with another key, or for another name, or is damaged
  public byte[] open(byte[] sealed, String name) {
    try {
      return aead.decrypt(sealed, name.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException wrong) {
      throw new KeyException(
          "what is sealed as " + name + " cannot be opened: it is damaged, or the key is another",
          wrong);
    }
  }

  @Override
  public String toString() {
    return "SealingKey[hidden]";
  }
}
