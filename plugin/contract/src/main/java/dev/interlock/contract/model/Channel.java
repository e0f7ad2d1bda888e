package dev.interlock.contract.model;

/// A way to reach a contact with words.
public enum Channel {
  SMS("text message", "texts"),
  EMAIL("e-mail", "e-mails"),
  CHAT("chat message", "chat messages"),
  CALL("call", "calls"),
  VOICEMAIL("voicemail", "voicemails");

  private final String one;
  private final String many;

  Channel(String one, String many) {
    this.one = one;
    this.many = many;
  }

  /// As in "a text message".
  public String one() {
    return one;
  }

  /// As in "three texts".
  public String many() {
    return many;
  }
}
