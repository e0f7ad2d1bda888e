package dev.interlock.contract.contact;

/// Whether a contact may be written to by a channel, as far as the CRM says.
public enum Consent {
  ALLOWED,
  OPTED_OUT
}
