package dev.interlock.contract.model;

/// A field of a contact as people see it named in the CRM, standard or custom.
public record FieldName(String text) implements Comparable<FieldName> {
  public FieldName {
    text = Texts.required("a field's name", text);
  }

  @Override
  public int compareTo(FieldName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
