package dev.interlock.engine.store;

import java.util.Arrays;

/// Bytes exactly as they came: of a delivery, or of a sealed secret.
public final class Body {
  private final byte[] bytes;

  private Body(byte[] bytes) {
    this.bytes = bytes;
  }

  /// A body of these bytes.
  public static Body of(byte[] bytes) {
    return new Body(bytes.clone());
  }

  /// A copy of the bytes.
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Body body && Arrays.equals(bytes, body.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /// Says nothing of the content, which is personal data or a secret.
  @Override
  public String toString() {
    return bytes.length + " bytes";
  }
}
