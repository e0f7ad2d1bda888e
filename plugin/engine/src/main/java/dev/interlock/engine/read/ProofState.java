package dev.interlock.engine.read;

import dev.interlock.core.run.Standing.Proof;

/// Whether a run left the contact in the state that its exit declares.
public enum ProofState {
  VERIFIED,
  UNVERIFIED,
  CONTACT_GONE;

  /// The word for a proof.
  public static ProofState of(Proof proof) {
    return switch (proof) {
      case Proof.Verified _ -> VERIFIED;
      case Proof.Unverified _ -> UNVERIFIED;
      case Proof.ContactGone _ -> CONTACT_GONE;
    };
  }
}
