package dev.interlock.contract.model;

/// The name by which everybody calls a contract, in lower case with hyphens:
/// `missed-call-text-back`.
public record ContractId(String text) implements Comparable<ContractId> {
  public ContractId {
    text = Texts.required("a contract's name", text);
  }

  @Override
  public int compareTo(ContractId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
