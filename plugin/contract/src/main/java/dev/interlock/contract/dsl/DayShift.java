package dev.interlock.contract.dsl;

/// How far from a date; negative days lie before it.
public record DayShift(int days) {}
