package dev.interlock.core;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.model.ContractId;
import dev.interlock.contract.model.StepName;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/// Draws lots that come out the same for the same contact, contract and step, for ever.
final class Lots {
  private Lots() {}

  /// A number from 0 to 99.
  static int draw(ContractId contract, StepName step, ContactId contact) {
    CRC32 sum = new CRC32();
    sum.update((contract + "\n" + step + "\n" + contact).getBytes(StandardCharsets.UTF_8));
    return (int) (sum.getValue() % 100);
  }
}
