package dev.interlock.contract.text;

import dev.interlock.contract.model.Contract;
import dev.interlock.contract.model.ContractSet;
import dev.interlock.contract.model.Operation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The identity of a meaning: the SHA-256 of its canonical text, in 64 lower-case hexadecimal
/// digits. Equal meaning has an equal hash in every JVM; where things stand in the author's source
/// is no part of it.
public record ContentHash(String hex) implements Comparable<ContentHash> {
  private static final int DIGITS = 64;
  private static final int SHORT = 10;

  public ContentHash {
    if (hex.length() != DIGITS || !hex.chars().allMatch(ContentHash::isDigit)) {
      throw new IllegalArgumentException("a content hash is 64 lower-case hex digits, not " + hex);
    }
  }

  public static ContentHash of(Contract contract) {
    return ofText(ContractText.write(contract));
  }

  public static ContentHash of(Operation operation) {
    return ofText(OperationText.write(operation));
  }

  public static ContentHash of(ContractSet set) {
    return ofText(ContractSetText.write(set));
  }

  /// The first ten digits: enough for people to tell versions apart.
  public String shortForm() {
    return hex.substring(0, SHORT);
  }

  @Override
  public int compareTo(ContentHash other) {
    return hex.compareTo(other.hex);
  }

  @Override
  public String toString() {
    return hex;
  }

  /// Of any text that says all that matters, and always in the same words.
  public static ContentHash ofText(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return new ContentHash(HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  private static boolean isDigit(int digit) {
    return (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f');
  }
}
