package dev.interlock.engine.decide;

import dev.interlock.contract.contact.InstallationId;
import dev.interlock.contract.event.DomainEvent;
import dev.interlock.contract.model.ContractId;
import dev.interlock.core.run.RunId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Names runs: the same cause makes a run of the same name, so that admitting twice is seen to be
/// the same thing.
public final class RunIds {
  /// Without letters that are taken for others, in lower case.
  private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

  private static final int LENGTH = 14;

  private RunIds() {}

  /// The name of the run that this event begins, if it begins one.
  public static RunId of(InstallationId installation, ContractId contract, DomainEvent cause) {
    String what = installation + "\n" + contract + "\n" + cause.contact() + "\n" + cause.id();
    byte[] hash = sha256(what.getBytes(StandardCharsets.UTF_8));
    StringBuilder id = new StringBuilder("r");
    for (int i = 0; i < LENGTH; i++) {
      id.append(DIGITS.charAt(hash[i] & 31));
    }
    return new RunId(id.toString());
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
