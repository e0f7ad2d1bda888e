package dev.interlock.crm.highlevel.wire;

/// A bearer token, which leaves this package in the header of a request and in no other way.
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

  @Override
  public String toString() {
    return "AccessToken[hidden]";
  }
}
