package dev.interlock.contract.model;

/// A sentence of a contract that can mean nothing at all, such as an empty name or a negative wait.
/// Whatever is merely unwise is a finding of the verifier, not an exception.
public final class ContractException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ContractException(String message) {
    super(message);
  }
}
