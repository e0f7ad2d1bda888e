package dev.interlock.crm.highlevel.wire;

import org.jspecify.annotations.Nullable;

/// A bearer token, which leaves this package in the header of a request, and for a vault that seals
/// it.
public final class AccessToken {
  private final String value;

  /// @throws IllegalArgumentException when no HTTP header could carry it; the message does not
  ///   repeat it
  public AccessToken(String value) {
    boolean printable = value.chars().allMatch(c -> c > ' ' && c < 127);
    if (value.isEmpty() || !printable) {
      throw new IllegalArgumentException(
          "the CRM's token is empty or has blanks, line ends or non-ASCII letters in it ("
              + value.length()
              + " characters)");
    }
    this.value = value;
  }

  String authorization() {
    return "Bearer " + value;
  }

  /// The token itself, for whoever seals it, and for nobody else.
  public String reveal() {
    return value;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AccessToken token && token.value.equals(value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return "AccessToken[hidden]";
  }
}
