package dev.interlock.engine.read;

import dev.interlock.contract.contact.ContactId;
import dev.interlock.contract.model.ContractId;

/// A line of some run's journal, with whom it is about.
public record NewsLine(
    ContactId contact, String contactName, ContractId contract, JournalLine line) {}
