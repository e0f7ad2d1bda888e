package dev.interlock.contract.model;

import java.time.LocalTime;

/// When, relative to a date, and at which local time of day; negative days lie before the date.
///
/// @param yearly whether the date comes round every year, as a birthday does
public record DateShift(int days, LocalTime at, boolean yearly) {}
