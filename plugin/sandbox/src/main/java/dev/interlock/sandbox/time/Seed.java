package dev.interlock.sandbox.time;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// One number from which all chance in the sandbox comes.
///
/// Each use names what the chance is about. What is drawn then depends on the name alone and not on
/// what was drawn before it, so that adding one person changes nothing for the others.
public record Seed(long number) {

  /// A generator for one named purpose, always the same for the same name.
  public RandomGenerator about(String... name) {
    return RandomGeneratorFactory.of("SplittableRandom")
        .create(ByteBuffer.wrap(digest(name)).getLong());
  }

  /// An identifier of 20 letters and digits, as HighLevel's are, for one named thing.
  public String identifier(String... name) {
    var digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    var digest = digest(name);
    var identifier = new StringBuilder(20);
    for (int i = 0; i < 20; i++) {
      identifier.append(digits.charAt(Byte.toUnsignedInt(digest[i]) % digits.length()));
    }
    return identifier.toString();
  }

  private byte[] digest(String... name) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
      return digest.digest(String.join("\n", name).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
