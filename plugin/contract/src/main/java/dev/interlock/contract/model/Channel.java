package dev.interlock.contract.model;

/// A way to reach a contact with words.
public enum Channel {
  SMS("text message", "texts", "phone number"),
  EMAIL("e-mail", "e-mails", "e-mail address"),
  CHAT("chat message", "chat messages", "address for chat messages"),
  CALL("call", "calls", "phone number to call"),
  VOICEMAIL("voicemail", "voicemails", "phone number for voicemails");

  private final String one;
  private final String many;
  private final String address;

  Channel(String one, String many, String address) {
    this.one = one;
    this.many = many;
    this.address = address;
  }

  /// As in "a text message".
  public String one() {
    return one;
  }

  /// As in "three texts".
  public String many() {
    return many;
  }

  /// What a contact needs to be reached by it, as in "they have no phone number".
  public String address() {
    return address;
  }
}
