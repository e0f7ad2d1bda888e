package dev.interlock.contract.model;

import java.util.Locale;

/// A tag. CRMs fold the case of tags, so two spellings are one tag and the lower-case one is kept.
public record TagName(String text) implements Comparable<TagName> {
  public TagName {
    text = Texts.required("a tag's name", text.toLowerCase(Locale.ROOT));
  }

  @Override
  public int compareTo(TagName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
