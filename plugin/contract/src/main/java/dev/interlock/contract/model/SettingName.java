package dev.interlock.contract.model;

/// The name of a value that differs per client, such as a booking link.
public record SettingName(String text) implements Comparable<SettingName> {
  public SettingName {
    text = Texts.required("a setting's name", text);
  }

  @Override
  public int compareTo(SettingName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
