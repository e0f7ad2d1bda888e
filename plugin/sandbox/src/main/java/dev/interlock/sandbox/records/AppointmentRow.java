package dev.interlock.sandbox.records;

import java.time.Instant;

/// An appointment, as it stands now.
///
/// @param status `new`, `confirmed`, `cancelled`, `showed`, `noshow` or `invalid`
public record AppointmentRow(
    String id,
    String contactId,
    String calendar,
    String status,
    Instant start,
    Instant end,
    By by,
    Instant added) {}
