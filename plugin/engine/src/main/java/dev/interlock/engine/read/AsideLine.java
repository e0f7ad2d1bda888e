package dev.interlock.engine.read;

import dev.interlock.contract.contact.ContactId;
import java.time.Instant;

/// A webhook that could not be worked on and was set aside.
///
/// @param about the contact in whose turn it was worked on
/// @param trouble why, in the words of the program
public record AsideLine(
    long number, String kind, ContactId about, Instant receivedAt, String trouble) {}
